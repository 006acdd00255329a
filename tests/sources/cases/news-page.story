title: Slower ferries in April
authors: Ada Pier; Bo Quay
days: 2026-03-04
language: en
canonical: https://gazette.example/2026/03/slower-ferries-in-april

From the first of April every ferry between the breakwater and the old customs pier will keep to six knots, the harbour board decided on Tuesday evening.

The board expects the crossing to take four minutes longer, and has asked the operators to print new tables before the end of the month.

Residents of the eastern quay had complained for years about the wash, which lifts the small boats at their moorings and throws them at the wall.
