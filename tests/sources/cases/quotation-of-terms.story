title: Paper sues paper over a poem
authors: Ada Pier

The Gazette has sued the Courier over a poem of sixteen lines that both of them printed on the same day in March.

“All rights reserved, and I mean all of them,” the poet wrote on the margin of the sheet that both papers received.

The judge asked whether a link back to the site would have been enough, and the Courier's lawyer said that it would.

Become a member? I would rather become a sailor, one reader wrote.
