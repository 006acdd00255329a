"""Policies: publishers' terms in YAML, made into values and put to a draft's reuses."""
