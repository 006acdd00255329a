title: Board sets a date

The harbour board set a date for the move of the pier. It will begin, if the weather holds, on 4 March 2026

Engineers had warned that the timber piles would not survive another winter storm.

Fishermen fear that the new site will silt up within a decade — 10 years
