"""Bytes to values and back: calendars, mails, links, days off. No file is opened here and nothing crosses a network."""
