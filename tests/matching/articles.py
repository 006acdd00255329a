"""Invented texts for the tests of matching."""

from __future__ import annotations

ARTICLE = """\
Harbour town votes to keep its night ferry

The council of Lindhaven voted on Thursday to keep the night ferry running for another four years, although the \
operator had warned that the line loses 2.4 million crowns a year. Seventeen members voted in favour, nine against.

"We did not promise cheap tickets, but we promised that nobody would be stranded," said mayor Ilse Brandvold after \
the meeting. She added that the subsidy would be paid from the harbour fund unless parliament changes the law before \
the summer recess.

Fishermen on the outer islands rely on the 23:40 departure, the last of the day. Without it they would have to sleep \
in their boats or leave the market before the auction ends. The well-known auction hall, built in 1911, sells about \
1,500 tonnes of cod every winter.

Critics say the money should go to a bridge. An engineer who studied the strait in 2009 found that a bridge would \
cost forty times as much as the ferry does in a decade, and that the piers could not be anchored in the soft clay.
"""

HOST = """\
This week in our letter: a recipe for rye bread, three podcasts about mushrooms, and an argument about bicycles.

Bake the loaf slowly. Ours took ninety minutes in a cool oven and came out with a crust like tree bark, which the \
children refused to eat until somebody mentioned butter.

The podcast people have outdone themselves. One of the three is recorded entirely outdoors, and you can hear the \
rain begin halfway through the second episode.

Finally, bicycles: our readers cannot agree whether a bell is a courtesy or an insult. Write to us before Sunday.
"""
