"""Checks quotations and reposts in a draft against the publishers' stated reuse terms."""

__version__ = "0.1.0"
