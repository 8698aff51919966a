"""Afterview turns a job interview into the right mails, to the right people, on the right days."""
