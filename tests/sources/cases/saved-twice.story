title: Six knots from April
authors: Ada Pier

From the first of April every ferry between the breakwater and the old customs pier will keep to six knots.

The crossing will take four minutes longer, and operators have until the end of the month to print new tables.
