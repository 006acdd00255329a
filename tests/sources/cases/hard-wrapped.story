title: The lamps of the eastern quay
authors: Bo Quay; Cy Dock
days: 2026-03-26

For ninety years a man with a ladder walked along the eastern quay at dusk and lit the lamps, one after the other, from the fish market to the end of the breakwater.

Last week he walked there for the last time. The lamps are electric now, and a clock in the cellar of the harbour office turns them on and off again in the morning.

"I will miss the cold," he said, and folded up the ladder.
