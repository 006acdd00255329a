title: What the move of the pier will cost
authors: Ada Pier

The harbour board has published the sums for the move of the old pier, and they come to more than the town expected:

- drawing the piles from the mud: £1.2 million

- towing the deck to the east

- a list of all the things that have to be done before the winter comes and the storms begin

The county pays a third of it, the town the rest.
