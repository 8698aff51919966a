"""A finding with one right answer brings it: what to write in place of its span."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from afterview.formats.spelling import English
from faults import greeted, put, titled
from mails import Mail, all_mails

ENGLISH = English()
ONSITE = next(one for one in all_mails() if one.name.startswith("platform 1 "))


def mended(one: Mail | None) -> list[str]:
    """What the places of the findings that bring a fix become."""
    assert one
    found = [finding for finding in one.findings(ENGLISH) if finding.fix is not None and finding.span]
    texts = {"subject": one.subject, "body": one.body}
    return [f"{finding.check} {texts[finding.field][slice(*finding.span)]} > {finding.fix}" for finding in found if finding.span]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "fixes"),
    [
        (put("I saw the the boat."), ["C42 the the > the"]),
        (put("I saw  it, and it was fine ."), ["C42    >  ", "C42  . > ."]),
        (put("I saw it,and it was fine."), ["C42 , > , "]),
        (put("It was an honor, a honor and A idea."), ["C42 a > an"]),
        (put("It was definately a sunny Wendesday."), ["C42 definately > definitely"]),
        (put("Thier plan is good."), ["C42 Thier > Their"]),
        (put("And then i think of boats."), ["C42 i > I"]),
        (put("I could of stayed."), ["C42 could of > could have"]),
        (put("Alot of it was new."), ["C42 Alot > A lot"]),
        (put("She have a point."), []),
        (put("It's fine and isn\u2019t bad."), ["C42 \u2019 > '"]),
        (put('We say "yes", "no" and \u201cperhaps\u201d.'), ['C42 \u201cperhaps\u201d > "perhaps"']),
        (put('Say \u201cyes\u201d and \u201cno\u201d to (\u201cit\u201d), not "that".'), ['C42 "that" > \u201cthat\u201d']),
        (put("It isn't bad, and they\u2019re glad, and she\u2019s glad, and he\u2019s glad."), ["C42 ' > \u2019"]),
        (greeted("Diana"), ["C05 Diana > Dana"]),
        (greeted("Barbara"), ["C05 Barbara > Dana"]),
        (greeted("Ms. Smith"), ["C05 Smith > Whitcombe"]),
        (greeted("Barbara Smith"), []),
        (put("I spoke with Okafer's people and with Whitcomb's."), ["C06 Okafer's > Okafor's", "C06 Whitcomb's > Whitcombe's"]),
        (put("I want to be your Staf Engineer."), ["C06 Staf Engineer > Staff Engineer"]),
        (put("I would like to work at acme."), ["C06 acme > Acme"]),
        (put("It is REALLY good. VERY."), ["C29 REALLY > really", "C29 VERY > Very"]),
        (put("It was great!!"), ["C29 !! > !"]),
        (put("It was great! And good!"), ["C29 ! > ."]),
        (titled("Re: Re: Staff Engineer at Acme"), ["C16 Re:  > ", "C16 Re: Re:  > Re: "]),
        (titled("Staff\nEngineer"), ["C46 \n >  "]),
        (put("Tom &amp; I agree.&nbsp;It was <b>good</b>."), ["C45 &amp; > &", "C45 &nbsp; >  ", "C45 <b> > ", "C45 </b> > "]),
        (put("It doesn\u00e2\u20ac\u2122t matter: a caf\u00c3\u00a9."), ["C45 \u00e2\u20ac\u2122 > \u2019", "C45 \u00c3\u00a9 > \u00e9"]),
        (put("It was \u200bgood."), ["C45 \u200b > "]),
        (put("See https://a.example/?utm_source=x&page=2 and http://b.example."), ["C38 https://a.example/?utm_source=x&page=2 > https://a.example/?page=2", "C38 http://b.example. > https://b.example."]),
        (put("See https://a.example/?fbclid=1 for it."), ["C38 https://a.example/?fbclid=1 > https://a.example/"]),
        (put("I enjoyed our conversation on Friday."), ["C50 Friday > Wednesday"]),
    ],
)  # fmt: skip
def test_what_has_one_right_answer_brings_it(change: Callable[[Mail], Mail | None], fixes: list[str]) -> None:
    assert mended(change(ONSITE)) == fixes


def test_a_day_that_is_wrong_when_the_mail_leaves_is_named_instead() -> None:
    assert ONSITE.step.due_on
    later = replace(ONSITE.step, due_on=ONSITE.step.due_on.replace(day=13))
    right = put("I enjoyed our conversation yesterday.")(ONSITE)
    owned = put("I enjoyed today\u2019s conversation.")(ONSITE)
    assert right
    assert owned
    assert "C41 yesterday > on Wednesday" in mended(right.changed(step=later))
    assert not [fix for fix in mended(owned.changed(step=later)) if fix.startswith("C41")]


def test_letters_that_cannot_be_made_out_have_no_fix() -> None:
    broken = put("It was \u00f0\u0178 good.")(ONSITE)
    assert broken
    assert "C45" in {finding.check for finding in broken.findings(ENGLISH)}
    assert not mended(broken)


def test_of_one_kind_of_slip_ten_are_told() -> None:
    many = put("[name] " * 12)(ONSITE)
    assert many
    assert sum(finding.check == "C01" for finding in many.findings(ENGLISH)) == 10


def test_a_group_that_is_greeted_wrong_is_for_the_writer_to_mend() -> None:
    group = next(one for one in all_mails() if one.step.key.endswith(".group") and one.name.startswith("platform"))
    assert not mended(greeted("Barbara")(group))
