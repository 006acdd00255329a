title: Two songs of the quay
authors: Cy Dock

The lamplighter of the eastern quay wrote verses all his life, and showed them to nobody. Here is one of them.

The ferry goes at half past four

the gulls go when they please

and I go nowhere any more

but up and down the quays

His daughter found the book in a drawer last winter, between the tide tables and the bills for oil.
