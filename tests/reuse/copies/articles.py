"""Articles of made-up papers, and drafts checked against them."""

from __future__ import annotations

from compliance.drafts.reading import read
from compliance.reuse.copies.charging import with_copies
from compliance.reuse.linker import find
from compliance.reuse.model import Found, Publisher, Source

FERRIES = """\
The harbour board voted on Tuesday to slow the ferries between the breakwater and the old customs pier. From the first \
of March every ferry will keep to six knots, whatever the tide.

“We have measured the waves for a year,” said the harbour master, Ines Cole. “Nobody who lives on the quay needs the \
figures to know what they mean.”

The limit costs four minutes a crossing. The company that runs the boats says that it will keep its timetable but sail \
the last boat a quarter of an hour earlier.

Fishing crews asked for more: they want the limit to hold as far as the outer buoy, where the nets lie. The board will \
look at that in the autumn."""
LAMPS = """\
Nobody decided to put out the lamps on the hill. A lorry took one, a storm took three, and the others went out one by \
one when the houses around them were empty and there was nobody left to write to the town hall.

The two who still light them start at the harbour, because the hill takes an hour and the ladder does not get lighter. \
There are eleven fewer now than when the younger of them began."""
GAZETTE = Publisher("gazette", ("The Gazette", "Gazette"), ("gazette.example",))
FERRY = Source(
    "https://gazette.example/2026/11/slower-ferries", "Slower ferries, quieter harbour", ("Jane Roe",), text=FERRIES
)
LAMP = Source("https://courier.example/2026/10/lamps", "The last lamps", ("Li Wei",), text=LAMPS)


def found_in(draft: str, *sources: Source) -> Found:
    """What the linker and the texts of the sources say of a Markdown draft."""
    read_ = read(draft, "draft.md")
    linked = find(read_, publishers=[GAZETTE], sources=sources)
    return with_copies(linked, read_, publishers=[GAZETTE], sources=sources)
