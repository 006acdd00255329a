title: A town between two piers
authors: Ada Pier

The town has had two piers since 1803, and for most of that time nobody could say which of them was the old one.

News

The Gazette of that year knows of both, and calls the one in the east a ruin that no captain should trust.

Home

People who were born behind the fish market call the western pier theirs, whatever the maps of the harbour board say.
