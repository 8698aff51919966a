"""What is kept: rows in a database, domain values in and out, JSON made by the database for reads.

Per noun a module with ``load_*`` and ``save_*`` (domain values) and ``read_*`` (what a GET answers, as text). Every
function takes a ``Unit``: an open transaction of one owner. The schema is Alembic's alone.
"""
