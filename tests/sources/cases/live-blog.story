title: Storm over the harbour: as it happened
authors: Ada Pier
days: 2026-03-04

18:40

The wind has dropped to six, and the ferries will run again from seven o'clock, the harbour office has said.

17:05

A part of the railing of the old pier has gone into the water; nobody was on it, as the police had closed it at noon.

14:30

Waves are coming over the breakwater now, and the fishermen have doubled their lines.
