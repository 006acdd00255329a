title: The fish market gets a roof
authors: Ada Pier

The fish market on the western quay will get a roof of glass and steel, paid for by the county, before the winter comes.

It has stood in the rain since the old roof burned in 1911, and the sellers have got used to it, they say.

The new roof will be as high as the church, which has led to some talk in the vestry.

Work begins in June.
