"""What a draft holds of sources whose texts are at hand, found by comparing and not by what the draft declares.

These modules import the matching, and with it numpy: they are loaded only where there is a text to compare with.
"""
