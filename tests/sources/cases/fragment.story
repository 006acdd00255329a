title: Slower ferries

From the first of April every ferry will keep to six knots.

The crossing takes four minutes longer.
