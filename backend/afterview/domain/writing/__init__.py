"""The writer: from what a note says to the sentences of a mail. Pure as all of the domain; its words are in templates/.

In reading order: a note is taken apart (``fragments``), its short forms are written out (``spelling``), its words are
known (``verbs``, ``lexicon``, ``nouns``), verdicts are taken out (``tact``), what it leaves out is put back
(``telegrams``), it gets a shape that frames can hold (``forms``; ``shapes`` tries ``speech``, ``persons``,
``statements`` and ``topics`` in turn; ``weaving``) and becomes a point of a mail (``points``). A language without
tables of every word has ``jottings``: ``clauses`` and ``headings``. Selling points and reasons to write find their
words in ``claims``, money in ``terms``. ``scene`` is all that a mail may know, ``letter`` what a form tells its
template, ``letters`` the table of forms (``first_mails``, ``follow_ups``, ``outcome_mails``). ``language`` reads the
phrases, ``wording`` chooses among them, ``companies`` gives names their articles, ``salutation`` opens and closes.
Only ``drafts`` calls in here; it alone knows the template engine.
"""
