title: Visitors stay away from the quay
authors: Ines Okonkwo

Visitors spend about 1,500 euros a day in the cafés on the quay, a third less than in the year before the storm.

Ines Okonkwo is not the only one to have counted: the chamber of commerce has come to the same figure.

Their owners do not expect to see them again before 2031.
