"""Small examples, row by row: a change of a good mail, and the checks that see it, or don't."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import people
from afterview.domain.checks import CHECKS, Severity
from afterview.domain.checks.edits import slips
from afterview.domain.checks.phrases import Phrases
from afterview.domain.decisions import Text
from afterview.domain.events import Event, EventKind
from afterview.domain.facts import Channel, Compensation, Note, Part, Profile
from afterview.domain.policy import Policy
from afterview.formats.spelling import English
from faults import core, greeted, invited_before, put, sent_from, signed_before, wrote_before
from mails import Mail, all_mails

ENGLISH = English()
ONSITE = "platform 1 onsite.hiring-manager"


def named(start: str) -> Mail:
    return next(one for one in all_mails() if one.name.startswith(start))


def seen(one: Mail | None) -> set[str]:
    assert one
    return {f"{f.check} {f.severity.value}" for f in one.findings(ENGLISH)}


def with_step(one: Mail, **changes: Any) -> Mail:
    return one.changed(step=replace(one.step, **changes))


def with_reader(one: Mail, **changes: Any) -> Mail:
    """With other members of the first person in To, in the records too."""
    person = replace(one.step.to[0], **changes)
    people = tuple(person if p.id == person.id else p for p in one.interview.participants)
    return with_step(one, to=(person, *one.step.to[1:])).changed(interview=replace(one.interview, participants=people))


def with_event(one: Mail, **fields: Any) -> Mail:
    return one.changed(interview=replace(one.interview, events=(*one.interview.events, Event(**fields))))


def with_facts(one: Mail, **changes: Any) -> Mail:
    return one.changed(interview=replace(one.interview, **changes))


def on(one: Mail, holiday: date) -> Mail:
    """The same mail where that day is a holiday."""
    return one.changed(days_off=people.FakeDaysOff(days=frozenset({holiday})))


TEMPLATE = (
    "Thank you for taking the time to tell me about the position. I enjoyed our conversation, and I left with a clearer "
    "picture of the work. I would be glad to hear what the next step is, and roughly when. I would very much like to join you."
)
CASES: list[tuple[str, str, Callable[[Mail], Mail | None], str, bool]] = [
    # who the mail is from, a change, the finding, whether it is there
    (ONSITE, "a nickname is no slip", greeted("Daniel"), "C05 block", True),
    (ONSITE, "small letters are", greeted("dana"), "C05 block", True),
    (ONSITE, "HR alone is not the reader", greeted("Priya"), "C05 block", True),
    (ONSITE, "HR may be greeted, too", greeted("Dana and Priya"), "C05 block", False),
    (ONSITE, "everybody is not one", greeted("all"), "C05 block", True),
    (ONSITE, "a title goes with the family name", greeted("Ms. Dana"), "C05 block", True),
    (ONSITE, "an initial is no slip", greeted("Dana W"), "C05 block", False),
    ("nurse 1 ", "Mrs is not Mr", greeted("Mr Fairbairn"), "C05 block", True),
    ("teacher 2 ", "a doctor is one", greeted("Mr Adeyemi"), "C05 block", True),
    ("analyst 4 ", "marks on letters are letters", greeted("Ines"), "C05 block", True),
    ("product 4 ", "short forms are forms", lambda m: greeted("Sam")(with_reader(m, name="Samuel Stein")), "C05 block", False),
    ("product 4 ", "nicknames are forms", lambda m: greeted("Bill")(with_reader(m, name="William Stein")), "C05 block", False),
    ("platform 3 ", "a list in the wrong order", lambda m: greeted("Lee and Sam")(with_step(m, to=(replace(m.step.to[0], title="Director"), m.step.to[1]))), "C51 hint", True),
    (ONSITE, "no greeting", lambda m: m.changed(body=m.body.split("\n", 2)[2]), "C41 warn", True),
    (ONSITE, "a greeting inside the sentence", lambda m: m.changed(body=m.body.replace("Dear Dana,\n\n", "Dear Diana, ")), "C05 block", True),
    (ONSITE, "no closing at all, but a name", lambda m: m.changed(body=m.body.replace("Best regards,\n", "")), "C39 warn", False),
    (ONSITE, "names of nobody", lambda m: m.changed(profile=Profile(), body=m.body), "C39 warn", False),
    (ONSITE, "nobody and no closing", lambda m: m.changed(profile=Profile(), body=m.body.split("Best regards")[0]), "C39 warn", True),
    ("platform 13 ", "a phone that the records lack", lambda m: m.changed(profile=replace(m.profile, phone="")), "C39 warn", False),
    (ONSITE, "company in small letters", lambda m: put("I would like to work at acme.")(m), "C06 warn", True),
    ("analyst 1 ", "one role word: the dictionary's", lambda m: with_facts(m, role="Analyst"), "C06 block", False),
    (ONSITE, "an address in the text is no name", put("Write to me at alex@Acne.example."), "C06 block", False),
    (ONSITE, "plurals are words", put("The Engineers were kind. I know many Staff Engineers."), "C06 block", False),
    (ONSITE, "the company among its like", put("I would love to join Acne."), "C06 block", True),
    (ONSITE, "a month behind a name", lambda m: put("I met Jane June 8.")(with_reader(m, name="Jane Cole")), "C06 block", False),
    (ONSITE, "a slip that is a month", lambda m: put("I met June Cole.")(with_reader(m, name="Jane Cole")), "C06 block", True),
    (ONSITE, "I is nobody's name", put("I enjoyed the conversation with you and I\u2019d like to go on. We met and I'm glad."), "C50 warn", False),
    (ONSITE, "a person beside the other name", put("I met Dana Whitcomb."), "C06 block", True),
    (ONSITE, "no HR is known", lambda m: with_step(with_facts(m, participants=tuple(p for p in m.interview.participants if p.part is not Part.HR)), cc=()), "C03 warn", True),
    (ONSITE, "HR is away", lambda m: with_step(with_event(m, kind=EventKind.ABSENCE, participant="priya", at=date(2026, 3, 10)), cc=()), "C03 warn", True),
    (ONSITE, "a name twice", lambda m: with_step(m, to=(*m.step.to, *m.step.to)), "C02 block", True),
    (ONSITE, "nobody in To", lambda m: with_step(m, to=()), "C02 block", False),
    ("platform 3 ", "somebody in copy of the group", lambda m: with_step(m, cc=(m.interview.participants[1],)), "C02 block", True),
    ("platform 8 ", "a recap to somebody else", lambda m: with_step(m, to=(m.interview.participants[0],)), "C02 block", True),
    ("platform 8 ", "an interviewer in copy of a recap", lambda m: with_step(m, cc=(m.interview.participants[2],)), "C02 block", True),
    ("platform 9 ", "terms before interviewers", lambda m: with_step(m, cc=(m.interview.participants[2],)), "C02 block", True),
    ("platform 14 ", "a month later to another", lambda m: with_step(m, key="one-month.hiring-manager"), "C02 block", True),
    (ONSITE, "a domain of the company's", lambda m: with_facts(m, company=replace(m.interview.company, website="https://www.acme.example/jobs")), "C04 block", False),
    (ONSITE, "a slip in the domain", lambda m: with_reader(with_facts(m, company=replace(m.interview.company, domains=("acmecorp.example",))), email="dana@acmecrop.example"), "C04 block", True),
    (ONSITE, "a slip in its end", lambda m: with_reader(with_facts(m, company=replace(m.interview.company, domains=("acme.com",))), email="dana@acme.cam"), "C04 block", True),
    (ONSITE, "another domain is no slip", lambda m: with_reader(m, email="dana@whitcombe.net"), "C04 block", False),
    (ONSITE, "two dots", lambda m: with_reader(m, email="dana..w@acme.example"), "C04 block", True),
    (ONSITE, "a comma in a name", lambda m: with_reader(m, name="Whitcombe, Dana"), "C46 block", True),
    (ONSITE, "a line of a thousand octets", lambda m: m.changed(body=m.body + "\n" + "word " * 300), "C45 block", True),
    ("platform 6 ", "the second decision date holds", lambda m: with_event(m, kind=EventKind.DECISION_DATE, decision_on=date(2026, 3, 16), at=date(2026, 3, 12)), "C11 warn", False),
    ("platform 6 ", "too soon after a free mail", lambda m: with_event(m, kind=EventKind.MAIL_SENT, to=("dana",), at=date(2026, 3, 16)), "C10 block", True),
    ("platform 6 ", "no mail to others counts", lambda m: with_event(m, kind=EventKind.MAIL_SENT, to=("sam",), at=date(2026, 3, 16)), "C10 block", False),
    ("platform 6 ", "a claim that no record holds", put("I saw the news about your acquisition."), "C23 block", True),
    ("platform 7 ", "news older than the last mail", lambda m: with_event(with_step(m, reason=None), kind=EventKind.MAIL_SENT, to=("sam",), at=date(2026, 3, 24)), "C23 warn", True),
    ("platform 7 ", "connected people are connected", lambda m: put("Thank you for accepting my invitation.")(with_reader(m, connected=True)), "C23 block", False),
    ("platform 7 ", "a note speaks of it", lambda m: put("Congratulations on the office in Denver.")(with_facts(m, events=())), "C23 block", False),
    ("platform 7 ", "evidence is missing", core("Thank you again. I read the news of Denver and was glad for the team.\n\nI built a good team before and led it with pleasure. Would a call help?"), "C22 warn", True),
    ("platform 7 ", "the points are gone", lambda m: core("Thank you again for the hour. I read the news and was glad.\n\nI led a group of 12 people once. Would a call help?")(with_event(m, kind=EventKind.MAIL_SENT, step="onsite.hiring-manager", at=date(2026, 3, 11), body="Dear Dana,\n\nThank you for the talk about billing and the monolith.")), "C24 hint", True),
    ("platform 13 ", "neither regret nor interest", core("Thank you for your message. It was a pleasure to meet you. All good things to the team."), "C34 warn", True),
    ("platform 13 ", "another candidate is the news itself", put("I understand that you chose another candidate."), "C32 block", False),
    (ONSITE, "what I heard from you is no gossip", put("What I heard from you and Sam was convincing."), "C32 block", False),
    (ONSITE, "heard from a person of the records", put("I heard from Priya that you travel next week."), "C32 block", False),
    (ONSITE, "the competitor's name", lambda m: put("I am not Grzegorz.")(with_event(m, kind=EventKind.COMPETITOR_FAILED, why="one Grzegorz withdrew", at=date(2026, 3, 11))), "C32 block", True),
    (ONSITE, "profanity with stars", put("It was f*** good."), "C30 warn", True),
    (ONSITE, "capitals of the trade", put("I like REST and JSON."), "C29 warn", False),
    (ONSITE, "two exclamation marks", put("Thank you! I am glad!"), "C29 warn", True),
    ("platform 6 ", "pay beside its justification", put("I know that my salary request is high, and billing is the reason."), "C31 warn", False),
    (ONSITE, "a wish for pay without a word for it", put("I would need at least 70k a year."), "C31 warn", True),
    (ONSITE, "a sensitive note", lambda m: put("I hope the knee heals after the operation.")(with_reader(m, notes=(*m.step.to[0].notes, Note("knee operation", Channel.PERSON, sensitive=True)))), "C37 warn", True),
    (ONSITE, "a short link without its beginning", put("More at bit.ly/3xyz."), "C38 warn", True),
    (ONSITE, "a share is no date", put("We got 9/10 of it done."), "C41 warn", False),
    ("deutsch 1 ", "du and Sie", put("Ich danke dir."), "C41 warn", True),
    ("deutsch 1 ", "a greeting in English", greeted("Frau Seidel"), "C41 warn", True),
    ("deutsch 1 ", "a doubled word", put("Es war sehr sehr gut."), "C42 warn", True),
    ("deutsch 1 ", "no English spelling", put("Wir brauchen Terminplne."), "C42 warn", False),
    (ONSITE, "a missing space", put("It was good.And long."), "C42 warn", True),
    (ONSITE, "an address has no missing space", put("See https://acme.example/a.Beta for more."), "C42 warn", False),
    (ONSITE, "a name of the records has none", lambda m: put("We use Node,js there.")(with_facts(m, requirements=("Node,js",))), "C42 warn", False),
    (ONSITE, "a before a vowel", put("It was a interesting day."), "C42 warn", True),
    (ONSITE, "an hour is an hour, a user is a user", put("We had an hour with a user and a unicorn."), "C42 warn", False),
    (ONSITE, "the plural of a word of the records", put("We spoke of monoliths and of Acme's people."), "C42 warn", False),
    (ONSITE, "a word with a number is no word", put("We had p95lat of grpc4all."), "C42 warn", False),
    (ONSITE, "a slip at the start of a sentence", put("Thnaks for that."), "C42 warn", True),
    (ONSITE, "a word that nothing is near", put("We said qqzzxxjj."), "C42 hint", True),
    (ONSITE, "a day that no record has", put("I enjoyed our conversation on March 2."), "C50 warn", True),
    (ONSITE, "no such day", put("I enjoyed our conversation on February 31."), "C50 warn", False),
    (ONSITE, "a day to come", put("Could we talk on March 20?"), "C50 warn", False),
    (ONSITE, "another weekday", put("I enjoyed our conversation on Friday."), "C50 warn", True),
    (ONSITE, "a weekday to come", put("I would enjoy a conversation by Friday."), "C50 warn", False),
    (ONSITE, "another person", put("I also met Rodrigo."), "C50 warn", True),
    (ONSITE, "a month is no person", put("We could talk with March in mind, and I met March."), "C50 warn", False),
    (ONSITE, "another role", put("I think the Marketing Manager role is a good one."), "C50 warn", True),
    (ONSITE, "an hour is no number", put("I could come at 10:45 or on 24/7."), "C50 warn", False),
    (ONSITE, "many words in the passive", core("Thank you. It was planned. It was tested by hand. It is used and loved. It was written by Dana."), "C44 hint", True),
    (ONSITE, "long sentences", core("" + "We spoke about billing and the monolith and the many ways in which people work on it every single day of the week in that team of yours now. " * 3), "C44 hint", True),
    (ONSITE, "sent at once", lambda m: with_step(m, due_at=m.interview.rounds[0].ends_at), "C13 hint", True),
    (ONSITE, "no day", lambda m: with_step(m, due_on=None, due_at=None), "C13 warn", False),
    (ONSITE, "no round", lambda m: with_facts(m, rounds=()), "C13 warn", False),
    ("platform 14 ", "no rejection is known", lambda m: with_facts(m, events=()), "C35 warn", False),
    (ONSITE, "a day far ahead is of the last year", put("I enjoyed our conversation on December 3."), "C50 warn", True),
    (ONSITE, "names in the plural", put("The Whitcombes are many."), "C06 block", False),
    ("platform 6 ", "an own mail to nobody's step", lambda m: with_event(m, kind=EventKind.MAIL_SENT, to=(), step="close", at=date(2026, 3, 11), body="x"), "C09 warn", False),
    ("platform 14 ", "what HR has read already", lambda m: m.changed(others=[("call.1.recap", Text("", m.body))]), "C09 warn", True),
    ("platform 4 ", "not a sentence of the other", lambda m: m.changed(others=[("onsite.personal.lee", Text("", "Hi Lee,\n\nShort.\n\nAlex")), ("onsite.personal.kim", Text("", "Hi Kim,\n\nOther.\n\nAlex"))]), "C08 warn", False),
    ("platform 3 ", "another text to one of them", lambda m: m.changed(others=[("onsite.individual.lee", Text("", "Hi Lee,\n\nShort.\n\nAlex"))]), "C07 block", False),
    ("platform 8 ", "an answer to their reply", lambda m: with_event(m.changed(subject="Re: Your message"), kind=EventKind.REPLY, participant="priya", at=date(2026, 3, 17)), "C16 block", False),
    ("platform 4 ", "an answer within the group's thread", lambda m: with_event(m.changed(subject="Re: Wooden boats"), kind=EventKind.MAIL_SENT, step="onsite.group", at=date(2026, 3, 11)), "C16 block", False),
    ("platform 4 ", "no answer to another's mail", lambda m: with_event(m.changed(subject="Re: Wooden boats"), kind=EventKind.MAIL_SENT, step="onsite.personal.lee", at=date(2026, 3, 11)), "C16 block", True),
    ("analyst 1 ", "pay as the trade itself", lambda m: put("I like salary data.")(with_facts(m, requirements=("salary data",))), "C31 warn", False),
    ("platform 13 ", "failed as a word of the trade", lambda m: put("I still think about failed payments.")(with_facts(m, requirements=("failed payments",))), "C33 block", False),
    ("nurse 1 ", "health as the trade itself", lambda m: put("I have nursed people after surgery.")(with_facts(m, requirements=("surgery",))), "C37 warn", False),
    (ONSITE, "praise with a noun of the notes", put("Billing at that size is an exciting project."), "C19 warn", False),
    (ONSITE, "slang as the trade itself", lambda m: put("I was stoked.")(with_facts(m, requirements=("stoked",))), "C30 warn", False),
    ("deutsch 1 ", "tu and vous", core("Merci pour la conversation et pour le temps que vous avez pris avec moi. Je vous remercie, et je pense que tu as une belle place pour les ventes."), "C41 warn", True),
    (ONSITE, "a handle is no word", put("I am @alxriver and alxriver_b, on alxriver.exmple1."), "C42 warn", False),
    (ONSITE, "a European view, a one-off", put("It took a European view of a one-off, and a unique one."), "C42 warn", False),
    (ONSITE, "a slip of grammar", put("I should of asked."), "C42 warn", True),
    (ONSITE, "praise under the closing", lambda m: m.changed(body=m.body + "\nP.S. What an amazing team!\n"), "C19 warn", True),
    (ONSITE, "a mail that names nobody", lambda m: with_event(m, kind=EventKind.MAIL_SENT, at=date(2026, 3, 11), body=m.body), "C09 warn", False),
    (ONSITE, "an answer to a free mail", lambda m: with_event(m.changed(subject="Re: Hello"), kind=EventKind.MAIL_SENT, to=("dana",), at=date(2026, 3, 10)), "C16 block", False),
    (ONSITE, "the own name is no firm", sent_from("alex@rivera-consulting.test"), "C40 warn", False),
    (ONSITE, "a private provider", sent_from("alex.river@gmail.com"), "C40 warn", False),
    (ONSITE, "nobody knows the address", sent_from(""), "C40 warn", False),
    (ONSITE, "a machine's name is no domain", sent_from("alex@localhost"), "C40 warn", False),
    (ONSITE, "from inside the company", sent_from("alex@acme.example"), "C40 warn", False),
    (ONSITE, "an unknown domain is let pass", sent_from("alex@riverboats.test"), "C40 warn", False),
    (ONSITE, "the employer of a selling point", sent_from("a.river@initech.test"), "C40 warn", True),
    (ONSITE, "the state's address", sent_from("a.river@dot.ny.gov"), "C40 warn", True),
    (ONSITE, "a private one is at hand", lambda m: sent_from("alex@megacorp.test")(m.changed(profile=replace(m.profile, other_emails=("alex@gmail.com",)))), "C40 warn", True),
    (ONSITE, "a second address of one's own", lambda m: m.changed(profile=replace(m.profile, other_emails=("alex@b.test",)), body=f"{m.body.rstrip()}\nalex@b.test\n"), "C40 warn", False),
    (ONSITE, "their address in the closing", lambda m: m.changed(body=f"{m.body.rstrip()}\nalex@example.org, dana@acme.example\n"), "C40 warn", False),
    ("platform 6 ", "the address of the mail before", signed_before("alex@example.org"), "C40 warn", False),
    ("platform 6 ", "a holiday between them", lambda m: with_step(on(m, date(2026, 3, 17)), due_on=date(2026, 3, 18)), "C10 block", True),
    ("platform 6 ", "a holiday of the reader's own country", lambda m: with_reader(on(with_facts(m, company=replace(m.interview.company, country="")), date(2026, 3, 18)), country="US"), "C12 warn", True),
    ("platform 6 ", "a holiday of nowhere", lambda m: on(with_facts(m, company=replace(m.interview.company, country="")), date(2026, 3, 18)), "C12 warn", False),
    ("platform 6 ", "the template as it is", core(TEMPLATE), "C43 warn", True),
    (ONSITE, "the template in a mail of thanks", core(TEMPLATE), "C43 hint", True),
    (ONSITE, "the template with a note", core(f"{TEMPLATE} I keep thinking of billing."), "C43 warn", False),
    (ONSITE, "the template, and nothing is known", lambda m: core(TEMPLATE)(with_reader(with_facts(m, participants=m.interview.participants[:1], compensation=Compensation()), notes=()).changed(profile=replace(m.profile, pitches=()))), "C43 hint", True),
    ("deutsch 1 ", "no templates of that language", core("Merci pour la conversation et pour le temps que vous avez pris avec moi. Je vous remercie pour tout et je suis dans la joie de vous lire avec plaisir."), "C43 warn", False),
    ("platform 6 ", "the subject of the thread", lambda m: wrote_before("Thank you: Staff Engineer interview")(m), "C47 hint", False),
    ("platform 6 ", "another subject", wrote_before("The role of Staff Engineer"), "C47 hint", True),
    ("platform 6 ", "no answer", lambda m: wrote_before("About billing")(m.changed(subject="About billing")), "C47 hint", True),
    ("platform 6 ", "the mail itself is no mail before", lambda m: with_event(m, kind=EventKind.MAIL_SENT, step="follow-up.1", subject="Other", at=date(2026, 3, 18)), "C47 hint", False),
    ("platform 6 ", "a free mail to them", lambda m: with_event(m, kind=EventKind.MAIL_SENT, to=("dana",), subject="Other", at=date(2026, 3, 10)), "C47 hint", True),
    ("platform 6 ", "a free mail to others", lambda m: with_event(m, kind=EventKind.MAIL_SENT, to=("sam",), subject="Other", at=date(2026, 3, 10)), "C47 hint", False),
    ("platform 16 ", "five invitations with a note", invited_before(5), "C48 warn", True),
    ("platform 16 ", "four", invited_before(4), "C48 warn", False),
    ("platform 16 ", "no note", lambda m: invited_before(5)(m.changed(body=" ")), "C48 warn", False),
    ("platform 16 ", "who pays has no such limit", lambda m: invited_before(5)(m.changed(policy=Policy(invite_limit=300))), "C48 warn", False),
    ("platform 16 ", "without a day nothing is counted", lambda m: invited_before(5)(m) and with_step(invited_before(5)(m) or m, due_on=None), "C48 warn", False),
    (ONSITE, "a bare name is a greeting", lambda m: m.changed(body=m.body.replace("Dear Dana,", "Dana,")), "C41 warn", False),
    (ONSITE, "another bare name is a wrong one", lambda m: m.changed(body=m.body.replace("Dear Dana,", "Diana,")), "C05 block", True),
    (ONSITE, "a word on the first line is no name", lambda m: m.changed(body=m.body.replace("Dear Dana,", "Thanks,")), "C41 warn", True),
    (ONSITE, "seconds are a span of time", put("It took 40 seconds."), "C50 hint", False),
    (ONSITE, "a small number is easily one's own", put("We had 22 servers."), "C50 hint", True),
    (ONSITE, "thousands with a k", lambda m: put("It saved $98k.")(with_facts(m, requirements=("98,000",))), "C50 warn", False),
    (ONSITE, "a point is no mark of thousands", lambda m: put("It saved $1.2 million.")(with_facts(m, requirements=("12",))), "C50 warn", True),
    (ONSITE, "a telephone's number is none to count", put("Call Lorraine at (216) 555-0112 or +44 28 9018 0042."), "C50 warn", False),
    (ONSITE, "a version is no number", put("It ran on 10.4.2 then."), "C50 warn", False),
    ("platform 9 ", "what is asked for is in no record", put("Could you make it $171,000?"), "C50 warn", False),
    (ONSITE, "a prefix is half a word", put("We ran a multi-region test."), "C42 warn", False),
    (ONSITE, "a name at the head of a line", put("People:\nImani Cole, Lorraine Becker"), "C42 warn", False),
    (ONSITE, "a comma on the wrong side", put("It was good ,really."), "C42 warn", True),
    ("platform 6 ", "a reminder that remembers need not thank", core("I still think of our conversation about billing."), "C17 hint", True),
    ("platform 6 ", "one that doesn't had better", core("I still think of billing."), "C17 warn", True),
    (ONSITE, "pay is asked for, though they make payments", lambda m: put("How much does the job pay?")(with_facts(m, requirements=("pay slips",))), "C31 warn", True),
    ("fleet 3 ", "a longer name than the recorded one", greeted("Joanne"), "C05 block", True),
    ("fleet 1 ", "a well-known longer form", greeted("Walter"), "C05 block", False),
    ("bank 4 ", "a title before a given name of two words", greeted("Mr. Boon Kiat"), "C05 block", True),
    ("spedition 2 ", "each of them is greeted", put("Bis bald."), "C05 block", False),
    ("site 1 ", "two slips where the name must stand", put("I would love to join Yarre Range."), "C06 block", True),
    ("site 3 ", "an invitation of the network", put("Thank you for accepting my LinkedIn invitation."), "C23 block", True),
    ("site 3 ", "news of something else", core("Thank you for the morning on site. Congratulations on the acquisition of the quarry.\n\nI built 12 claims registers. Would a call help?"), "C23 warn", True),
    ("vet 1 ", "somebody unknown told it", put("I was told by Kevin that it works."), "C50 warn", True),
    ("spedition 1 ", "yesterday in German", lambda m: with_step(m, due_on=date(2026, 5, 6)), "C41 block", True),
    ("spedition 1 ", "hurry in German", put("Bitte antworten Sie umgehend."), "C27 warn", True),
    ("spedition 1 ", "praise in German", put("Sie haben ein gro\u00dfartiges Unternehmen."), "C19 warn", True),
    ("spedition 4 ", "impatience in German", put("Gibt es schon Neuigkeiten?"), "C25 warn", True),
    ("spedition 4 ", "an excuse in German", put("Entschuldigen Sie die St\u00f6rung."), "C26 warn", True),
    ("spedition 4 ", "rivals in German", put("Ich bin besser als die anderen Bewerber."), "C32 block", True),
    ("spedition 5 ", "self-reproach in German", put("Ich war wohl nicht qualifiziert."), "C33 block", True),
    ("spedition 1 ", "pay in German", put("Wie hoch ist das Gehalt?"), "C31 warn", True),
    ("spedition 1 ", "an enclosure in German", put("Meinen Lebenslauf finden Sie im Anhang."), "C38 warn", True),
    (ONSITE, "a eulogy", put("It was a eulogy."), "C42 warn", False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "change", "finding", "is_there"), [case[:1] + case[2:] for case in CASES], ids=[case[1] for case in CASES]
)
def test_each_row_sees_what_it_should(
    start: str, change: Callable[[Mail], Mail | None], finding: str, *, is_there: bool
) -> None:
    assert (finding in seen(change(named(start)))) is is_there


def test_phrases_have_choices_gaps_and_beginnings() -> None:
    phrases = Phrases({"a": "red|green * apple~\nred", "b": "two words?"})
    found = [
        (hit.topic, hit.first, hit.last) for hit in phrases.find("red ripe apples green apple two words red".split())
    ]
    assert found == [("a", 0, 2), ("a", 3, 4), ("b", 5, 6), ("a", 7, 7)]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("dana", "dana", 0),
        ("dana", "dnaa", 1),
        ("dana", "dna", 1),
        ("dana", "danna", 1),
        ("dana", "lee", 3),
        ("a" * 50, "a" * 49, 3),
    ],
)
def test_slips_are_letters_added_left_out_exchanged_or_swapped(one: str, other: str, count: int) -> None:
    assert slips(one, other) == count


def test_heuristic_rows_never_block() -> None:
    assert not [
        check.code for check in CHECKS if check.is_heuristic and (check.severity is Severity.BLOCK or check.blocks_in)
    ]
