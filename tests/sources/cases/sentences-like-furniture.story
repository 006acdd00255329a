title: What the council was told on Tuesday
authors: Ines Okonkwo

Published in 1803, the plan was forgotten.

Updated plans are due in May.

He asked readers to make a donation to the lifeboat crew.

“We must join the discussion,” she said.

Support our boys, the fishermen shouted, and we will support you.

The label on the barrel read “© 1999 Harbour Fish, all rights reserved”, and nobody knew what to make of it.

The work of the union is supported by gifts from the town and the county.

Tags: the word was new to him.

Sign up sheets for the night watch hung at the door of the hall.

Suggest a correction, he told them, or be quiet.

A donation of ten thousand pounds will help us to repair the pier, she said.

The council asked the Times for written permission to reproduce its article and was refused in a letter.
