"""Verbs: one function is one intention of the user and one write transaction."""
