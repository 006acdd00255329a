title: Eleven years of argument

The argument about the pier has outlived two mayors and three editors of this paper; these are the days that mattered.

4 March 2015

Engineers tell the council that the piles are rotten, and the council asks for a second report on the matter.

26 May 2021

A storm takes forty metres of the deck, and the county offers to pay a third of whatever the repair will cost.

Today nobody remembers what the first report said.
