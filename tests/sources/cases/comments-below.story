title: Ferry fares go up in May
authors: Bo Quay

A single crossing will cost two euros forty from the first of May, thirty cents more than now, the operators have said.

Children and dogs go free as before, and so do bicycles after seven in the evening.
