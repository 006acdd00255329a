"""Text against text: which runs of a draft stand in a source, with code-point offsets on both sides."""
