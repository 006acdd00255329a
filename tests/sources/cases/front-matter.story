title: Slower ferries
authors: Ada Pier
days: 2026-03-04
language: en
canonical: https://gazette.example/slower-ferries

From the first of April every ferry will keep to six knots.

The wash lifts the small boats at their moorings.

The crossing takes four minutes longer.
