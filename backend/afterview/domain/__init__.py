"""The pure heart: facts and events in, a dated and explained plan out.

Nothing in here reads a clock, a file, a network or a database; everything arrives as an argument.
"""
