"""Who has to be in copy, and who can't be."""

from dataclasses import replace

import pytest

from afterview.domain.facts import Part
from afterview.formats.spelling import English
from mails import all_mails


@pytest.mark.parametrize(("shared", "missed"), [(True, False), (False, True)])
def test_hr_is_missed_in_copy_unless_the_mail_reaches_that_address_anyway(*, shared: bool, missed: bool) -> None:
    mail = next(one for one in all_mails() if one.name.startswith("platform 1 onsite.hiring-manager"))
    address = mail.step.to[0].email.upper() if shared else "hr@acme.example"
    people = tuple(replace(p, email=address) if p.part is Part.HR else p for p in mail.interview.participants)
    alone = mail.changed(step=replace(mail.step, cc=()), interview=replace(mail.interview, participants=people))
    assert any(finding.check == "C03" for finding in alone.findings(English())) is missed
