title: Harbour council votes to move the old pier
authors: Ines Okonkwo
days: 2026-03-04

The harbour council voted on Tuesday night to move the old pier two hundred metres east, a decision that ends eleven years of argument.

Engineers had warned that the timber piles, driven in 1803, would not survive another winter storm.

Fishermen who land their catch beside the pier fear that the new site will silt up within a decade.

“The sea does not negotiate,” said Marta Holm.
