title: Ferries to slow down: board sets six knots for the inner harbour
authors: Ada Pier
days: 2026-03-04 2026-04-03

From the first of April every ferry between the breakwater and the old customs pier will keep to six knots, the harbour board decided on Tuesday.

“We have measured the wash for two years,” said Cy Dock, who chairs the board. “It lifts the small boats at their moorings and throws them at the wall.”

The crossing will take four minutes longer. Operators have until the end of the month to print new tables.

What happens next

A camera at the pier will count the ferries, and the board will publish the figures each quarter.
