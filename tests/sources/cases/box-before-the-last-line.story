title: The lamp at the end of the mole
authors: Bo Quay

For ninety years the lamp at the end of the mole burned oil, and a keeper rowed out each evening to fill it.

The last keeper, a woman of eighty, still has the key of the lamp house on a nail beside her kitchen door.

She laughed.
