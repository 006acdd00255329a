"""Tests of what is found in sources whose texts are at hand."""
