"""What a draft takes from whom: quotations, excerpts and reposts, each tied to its source."""
