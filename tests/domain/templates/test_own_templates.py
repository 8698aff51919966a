"""Templates of one's own: what they may hold, where a fault is, what becomes of them."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

import drafting
from afterview.domain.checks import check_draft
from afterview.domain.drafts import write_draft
from afterview.domain.errors import NotFound
from afterview.domain.keys import parse_key
from afterview.domain.policy import Policy
from afterview.domain.templating.faults import MOST_BYTES, MOST_FAULTS, TemplateFault, faults_in
from afterview.domain.templating.own import (
    TITLES,
    OwnTemplate,
    check_kind,
    names_of,
    original_of,
    template_document,
    template_faults,
)
from afterview.domain.writing.letters import LETTERS
from afterview.domain.writing.wording import tidied
from afterview.formats.spelling import English

NAMES = [one.name for one in names_of("hiring-manager")]

ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ company.__class__ }}",
    "{{ company['__class__'] }}",
    "{{ company|attr('__class__') }}",
    "{{ self }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ lipsum() }}",
    "{{ range(9) }}",
    "{{ dict() }}",
    "{{ request.application.__globals__ }}",
    "{{ config }}",
    "{{ config.items() }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ url_for.__globals__ }}",
    "{{ g }}",
    "{{ session }}",
    "{{ loop }}",
    "{{ caller() }}",
    "{{ varargs }}",
    "{{ kwargs }}",
    "{{ super() }}",
    "{{ _ }}",
    "{{ __builtins__ }}",
    "{{ __import__('os') }}",
    "{{ ().__class__.__base__.__subclasses__()[40]('/etc/passwd').read() }}",
    "{{ [].__class__ }}",
    "{{ {}.__class__ }}",
    "{{ ''|attr('__class__')|attr('__mro__') }}",
    "{{ company.format }}",
    "{{ '{0.__class__}'.format(company) }}",
    "{{ '%s'|format(company) }}",
    "{{ company|map('upper')|list }}",
    "{{ [company]|map(attribute='__class__')|list }}",
    "{{ company|select }}",
    "{{ company|groupby('x') }}",
    "{{ company|xmlattr }}",
    "{{ company|safe }}",
    "{{ company|tojson }}",
    "{{ company|pprint }}",
    "{{ company|string }}",
    "{{ company|replace('a', 'b') }}",
    "{% include '/etc/passwd' %}",
    "{% include company %}",
    "{% import 'os' as os %}",
    "{% from 'x' import y %}",
    "{% extends 'base' %}",
    "{% extends company %}",
    "{% block x %}{% endblock %}",
    "{% macro m() %}{% endmacro %}",
    "{% call m() %}{% endcall %}",
    "{% set x = company %}{{ x }}",
    "{% set x %}{{ company }}{% endset %}",
    "{% with x = company %}{{ x }}{% endwith %}",
    "{% filter upper %}x{% endfilter %}",
    "{% for c in company %}{{ c }}{% endfor %}",
    "{% if company is defined %}x{% endif %}",
    "{% autoescape true %}{% endautoescape %}",
    "{% do company.append(1) %}",
    "{% debug %}",
    "{{ company if role else me }}",
    "{{ company[0] }}",
    "{{ company[::-1] }}",
    "{{ upper(company) }}",
    "{{ company|default(self) }}",
    "{{ company|default(role.__class__) }}",
    "{{ company|default(value=self.x) }}",
    "{{ company|upper(*names) }}",
    "{% if self %}x{% endif %}",
    "{% if company == self.x %}x{% endif %}",
    "{% if company and lipsum %}x{% endif %}",
    "{{ company.0 }}",
    "{{ (company, role) }}",
    "{{ [company] }}",
    "{{ {'a': company} }}",
]
BURNERS = [
    "{{ 'a' * 999999999 }}",
    "{{ 10 ** 10 ** 10 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 1 + 1 }}",
    "{{ 1 // 0 }}",
    "{{ 'a' ~ 'a' }}",
    "{{ company|center(999999999) }}",
    "{{ company|indent(999999999) }}",
    "{{ company|wordwrap(1) }}",
    "{{ '%999999999d'|format(1) }}",
    "{{ company|urlize }}",
    "{{ company|batch(1) }}",
    "{{ range(999999999)|list }}",
    "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    "{% for a in names %}{{ loop(names) }}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ lipsum(99999) }}",
    "{{ " + "9" * 5000 + " }}",
    "{{ " + "(" * 9000 + "company" + ")" * 9000 + " }}",
    "{{ " + "not " * 4000 + "company }}",
    "{{ " + "-" * 9000 + "1 }}",
    "{% if company %}" * 600 + "{% endif %}" * 600,
    "{{ company" + "|upper" * 3000 + " }}",
    "{{ company" + " and company" * 1500 + " }}",
    "{{ company" + " ~ company" * 1500 + " }}",
    "{{ [" * 3000 + "]" * 3000,
    "{{ 1e999 }}",
    "{% if company %}{% if not role %}{{ me|default(1e999) }}{% endif %}{% endif %}",
    "{{ 0x" + "f" * 5000 + " }}",
    "{% if %}{{ " + "9" * 5000 + " }}",
    "a" * (MOST_BYTES + 1),
    "\U0001f600" * (MOST_BYTES // 4 + 1),
]
HOSTILE_AND_FINE = ["{", "}", "%", " ", "\n", ".", "a", '"', "\t\n", " \n", "..", "#", "{{ company }}", "{{ phone }} "]


def test_every_kind_of_text_has_a_template_and_a_title() -> None:
    assert TITLES.keys() == LETTERS.keys()


@pytest.mark.parametrize("case", drafting.CASES, ids=lambda path: path.stem)
def test_the_original_as_a_template_writes_what_the_writer_writes(case: Path) -> None:
    facts, profile = drafting.case(case)
    originals = {form: original_of(form) for form in TITLES}
    for step in drafting.all_steps(facts):
        plain = write_draft(step, facts, profile, Policy())
        mine = write_draft(step, facts, profile, Policy(), originals)
        assert (mine.subject, mine.body) == (plain.subject, signed(plain.body)), step.key


def signed(text: str) -> str:
    """Tidied as every body is, with the space that ends the line above a signature."""
    return tidied(text).replace("\n--\n", "\n-- \n")


def test_what_is_not_known_stays_as_its_place_and_is_found() -> None:
    facts = drafting.interview()
    step = next(one for one in drafting.all_steps(facts) if one.key == "onsite.hiring-manager")
    silent = replace(drafting.ALEX, phone="")
    own = {"hiring-manager": OwnTemplate("{{ role }}: {{ subject }}", "{{ greeting }}\n\n{{ phone }}\n\n{{ pitch }}")}
    text = write_draft(step, facts, silent, Policy(), own)
    assert text.subject.startswith("Staff Engineer: ")
    assert "{{ phone }}" in text.body
    found = check_draft(
        text.subject, text.body, step=step, interview=facts, profile=silent, policy=Policy(), known_words=English()
    )
    places = [finding.span for finding in found if finding.check == "C01"]
    assert places
    assert places[0]
    assert text.body[slice(*places[0])] == "{{ phone }}"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% if phone %}Call {{ phone }}.{% else %}Write to me.{% endif %}", "Call +1 555 0100."),
        ("{% if not phone %}No phone.{% elif role == 'Staff Engineer' %}Staff{% endif %}", "Staff"),
        ('{{ network|default("a network")|upper }} {{ company|lower }}', "LINKEDIN acme"),
        ('{% if "Engineer" in role and company != "Initech" %}{{ role|title }}{% endif %}', "Staff Engineer"),
        ("{{ names }} at {{ company }}{# not said #}", "Dana at Acme"),
        ('{{ phone or "no phone" }}', "+1 555 0100"),
    ],
)
def test_what_a_template_may_say(template: str, said: str) -> None:
    facts = drafting.interview()
    step = next(one for one in drafting.all_steps(facts) if one.key == "onsite.hiring-manager")
    assert not faults_in(template, NAMES)
    own = {"hiring-manager": OwnTemplate("", template)}
    text = write_draft(step, facts, drafting.ALEX, Policy(), own)
    assert text.body == said
    assert text.subject == write_draft(step, facts, drafting.ALEX, Policy()).subject


@pytest.mark.parametrize("form", TITLES)
def test_every_original_may_be_kept(form: str) -> None:
    assert not list(template_faults(form, original_of(form)))


@pytest.mark.parametrize("text", ESCAPES)
def test_nothing_leads_out_of_a_template(text: str) -> None:
    found = faults_in(text, NAMES)
    assert found
    assert all(fault.detail for fault in found)


@pytest.mark.parametrize("text", BURNERS, ids=lambda text: text[:30])
def test_nothing_in_a_template_can_burn(text: str) -> None:
    start = time.process_time()
    assert faults_in(text, NAMES)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("seed", HOSTILE_AND_FINE)
@pytest.mark.parametrize("opening", ["", "{{", "{%", "{#", "{{ '"])
def test_any_text_is_judged_and_filled_in_little_time(seed: str, opening: str) -> None:
    text = opening + seed * ((MOST_BYTES - 10) // len(seed))
    facts = drafting.interview()
    step = next(iter(drafting.all_steps(facts)))
    form = parse_key(step.key)
    assert form
    start = time.process_time()
    faults = faults_in(text, NAMES)
    assert time.process_time() - start < 2
    if not faults:
        template = {form.form: OwnTemplate("", text)}
        write_draft(step, facts, drafting.ALEX, Policy(), template)
        start = time.process_time()
        write_draft(step, facts, drafting.ALEX, Policy(), template)
        assert time.process_time() - start < 0.05


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("Hello\n  {{ compny }}", 2, 6),
        ("a (b) {{ company() }}", 1, 17),
        ("\U0001f600 {{ company.x }}", 1, 13),
        ("x\r\n{{ company\n| join }}", 3, 3),
        ("x\n\n{% if a b %}", 3, 9),
        ("one\n{% loop %}", 2, 4),
        ("one {{ company }} {{ role + }} x", 1, 19),
        ("one\ntwo {{ company", 2, 5),
        ("{{ phne }} and {{ phne }}", 1, 4),
        ("{{ company }}\n{{ phne }}", 2, 4),
        ("{% if company < role %}x{% endif %}", 1, 15),
        ("{{ company|default('a\x07') }}", 1, 1),
    ],
)
def test_a_fault_says_its_line_and_column(text: str, line: int, column: int) -> None:
    fault = faults_in(text, NAMES)[0]
    assert (fault.line, fault.column) == (line, column), fault


def test_a_name_misspelt_twice_is_two_faults_and_the_right_one_is_offered() -> None:
    detail = 'This template knows no "phne": did you mean phone?'
    assert faults_in("{{ phne }} {{ phne }}", NAMES) == (TemplateFault(1, 4, detail), TemplateFault(1, 15, detail))


def test_of_many_faults_the_first_ten_are_told() -> None:
    found = faults_in("{{ phne }}\n" * 12, NAMES)
    assert [fault.line for fault in found] == list(range(1, MOST_FAULTS + 1))


def test_a_template_of_nothing_is_refused_and_a_fault_names_its_field() -> None:
    found = list(template_faults("group", OwnTemplate("{{ rolle }}", " \n")))
    assert [(error.pointer, error.code, error.place) for error in found] == [
        ("/subject", "template", (1, 4)),
        ("/body", "missing", None),
    ]


def test_a_kind_that_no_rule_writes_is_not_found() -> None:
    check_kind("group")
    with pytest.raises(NotFound, match="no template of that kind"):
        check_kind("debrief")


def test_a_template_that_was_never_changed_says_its_original() -> None:
    mine = OwnTemplate("{{ role }}", "{{ greeting }}")
    untouched, own = template_document("group", None, 0, None), template_document("group", mine, 2, "2026-03-11")
    assert (untouched["is_own"], untouched["body"]) == (False, untouched["original"]["body"])
    assert (own["is_own"], own["body"], own["original"]) == (True, mine.body, untouched["original"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% for x in y %}", "There are no loops"),
        ("{% if phone %} a", "A condition has no end"),
        ("{% foo %}", "“foo” can't stand here"),
        ("{{ greeting", "one name stands between"),
    ],
)
def test_what_the_engine_cannot_read_is_said_in_our_words(text: str, said: str) -> None:
    (fault,) = faults_in(text, {"greeting", "phone"})
    assert said in fault.detail
    assert "Jinja" not in fault.detail
