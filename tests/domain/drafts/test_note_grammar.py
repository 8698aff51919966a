"""The grammar of notes, class by class: what a word's class tells about the sentence that it may stand in."""

import pytest

from afterview.domain.writing.weaving import weave
from drafting import all_steps, draft, interview, step

NAMES = ("Sam Okafor", "Sam", "Okafor")
PLURALS_WITH_A_PLAIN_VERB = {
    "scanners drop wifi in aisle 9": "scanners drop Wi-Fi in aisle 9",
    "deploys take 4h": "deploys take 4 hours",
    "engineers rotate through support": "engineers rotate through support",
    "two forklift near misses last month": "the two forklift near misses last month",
    "returns pile up on mondays": "returns pile up on Mondays",
    "children learn chess at lunch": "children learn chess at lunch",
    "long sales cycles": "long sales cycles",
    "pick rates": "pick rates",
    "tickets bounce between teams": "tickets bounce between teams",
    "shipping teams own releases": "shipping teams own releases",
}
ARTICLES = {
    "menu changes weekly": "the menu changes weekly",
    "founder still reviews code": "the founder still reviews code",
    "founders still answer support tickets": "founders still answer support tickets",
    "teams own what they ship": "teams own what they ship",
    "peak season starts in october": "the peak season starts in October",
    "float pool covers nights": "the float pool covers nights",
    "retreat in Lisbon in september": "the retreat in Lisbon in September",
    "office moves to leeds in may": "the office moves to Leeds in May",
    "retention matters more than growth": "retention matters more than growth",
    "goal is 1M ARR by dec": "the goal is 1M ARR by December",
    "expansion to the Nordics": "the expansion to the Nordics",
    "new CEO from Google": "the new CEO from Google",
    "6 engineers, hiring 3 more": "the 6 engineers",
    "kitchen brigade of 9": "the kitchen brigade of 9",
    "building a design system from scratch": "building a design system from scratch",
    "2nd round of funding": "the 2nd round of funding",
    "nurse rotates, rests and returns": "the nurse rotates, rests and returns",
    "budgets, tickets and audits": "budgets, tickets and audits",
    "always bring two designers": "you always bring two designers",
    "needs to tie budgets to outcomes": "tying budgets to outcomes",
    "Norway's first electric ferry": "Norway's first electric ferry",
    "product used by 12k schools": "the product used by 12k schools",
}
QUESTIONS = {
    "whether I can do FEA in house or do they need an external firm": "doing FEA in house",
    "asked if I could start a robotics club": "starting a robotics club",
    "what would you change first in our codebase": "your question of what I would change first in your codebase",
    "how do you measure success?": "how to measure success",
    "who owns the data?": "who owns the data",
    "what keeps her up at night": "what keeps you up at night",
    "asked me to design a rate limiter": "designing a rate limiter",
}
VERDICTS = {
    "painful migration from Oracle, 2 yrs": "the migration from Oracle",
    "migration from Oracle has been painful": "the migration from Oracle",
    "terrible docs": "docs",
    "CI is slow": "CI",
    "oncall is brutal": "on-call",
    "skeptical about AI": "AI",
    "not convinced by microservices": "microservices",
}
SHORT_FORMS = {
    "moved from paper charts to Epic in jan": "you moved from paper charts to Epic in January",
    "pick rate is 120/hr": "the pick rate is 120 an hour",
    "explained their triage: P0 in 1h, P1 in a day": "your triage",
    "12 bed unit, ratio 1:4": "the 12 bed unit",
    "top priority: billing": "billing",
    "terrible turnover, moved from paper to Epic": "you moved from paper to Epic",
    "both founders are engineers": "both founders are engineers",
    "pairs juniors with seniors": "you pair juniors with seniors",
    "reopening of the Leeds site": "the reopening of the Leeds site",
    "interesting: they pay suppliers within 10 days": "you pay suppliers within 10 days",
    "new CFO wants weekly forecasts": "the new CFO wants weekly forecasts",
    "Their compliance training is a slog": "your compliance training",
    "asked what id cut first from the backlog": "your question of what I'd cut first from the backlog",
    "started exporting to Canada this year": "you started exporting to Canada this year",
    "seasonal menu, changes every 6 weeks": "the seasonal menu",
    "covered: budgeting, headcount, capex": "budgeting, headcount and capex",
    "run by the founder's daughter": "you are run by the founder's daughter",
    "celebrating their 50th anniversary in June": "celebrating your 50th anniversary in June",
    "rate limits per tenant": "rate limits per tenant",
    "AWS bill 80k/mo": "the AWS bill",
    "they recieve 400 tickets a day": "you receive 400 tickets a day",
    "everything's in excel": "everything is in Excel",
    "argued about tabs vs spaces lol": "tabs versus spaces",
    "stack: go, postgres, k8s": "your stack",
    "case study: market entry for oat milk in Brazil": "the case study on the market entry for oat milk in Brazil",
    "wireframes → prototype in 2 days": "wireframes",
    "founded in a garage in Delft": "you were founded in a garage in Delft",
    'Sam: "tests are a love letter to your future self"': 'your line "tests are a love letter to your future self"',
}
PERSON = {
    "rings church bells in her village": "you ring church bells in your village",
    "crossword person": "you are a crossword person",
    "turns out she knows my thesis advisor": "you know my thesis advisor",
    "turns out we're both from Bavaria!": "we are both from Bavaria",
    "He told me he'd once cycled to Rome": "you had once cycled to Rome",
    "currently reading Piranesi": "you are currently reading Piranesi",
    "been to Bhutan!": "you have been to Bhutan",
    "told a great story about a llama": "a llama",
    "llama story!": "the llama story",
    "told me to read Deep Work": "Deep Work",
    "about to become a dad": "you are about to become a dad",
    "both lefties": "we are both lefties",
    "hooked on crosswords": "you are hooked on crosswords",
    "scout leader": "you are a scout leader",
    "fellow Pole": "you are a fellow Pole",
    "born in Chile": "you were born in Chile",
    "son plays trombone": "your son plays trombone",
    "three kids under 5!!": "your three kids under 5",
    "he's into 3d printing and made me a little dragon": "you are into 3d printing",
    "talked about the marathon she's doing in the fall": "the marathon you are doing in the fall",
    "has 3 boys so weekends = football": "you have 3 boys",
    "daughter's learning the drums": "your daughter is learning the drums",
    "ex-Monzo, ex-Revolut": "your time at Monzo",
    "two greyhounds": "your two greyhounds",
    "season ticket at Anfield": "your season ticket at Anfield",
    "restoring a 1967 Land Rover": "you are restoring a 1967 Land Rover",
    "getting married in september": "you are getting married in September",
    "same alma mater as me (Leeds)": "we have the same alma mater",
    "we went to the same uni": "we went to the same uni",
    "Zelda fan like me": "we are both Zelda fans",
    "has two kids, both play hockey": "you have two kids",
    "loves crime novels and hates spoilers": "you love crime novels",
    'said "never trust a tidy desk"': 'your line "never trust a tidy desk"',
    "told me she said they keep bees": "you keep bees",
    "dog = Olive, greyhound": "your dog",
}
DEEDS = {
    "gave me a tour of the lab": "giving me a tour of the lab",
    "took me to lunch at the ramen place": "taking me to lunch at the ramen place",
    "made us tea and told the story of the mug": "making us tea",
    "lent me her copy of Deep Work": "lending me your copy of Deep Work",
}
LEFT_ALONE = [
    "usually cook for the team",
    "always a volunteer coach",
    "interrupted me twice",
    "went well overall",
    "nodded a lot",
    "vendor lock in worries them",
    "she mentioned the CEO is stepping down, hush",
    "repairs everything it sells for life",
    "tickets ricochet between teams",
    "loves that i write docs",
    "wife and he run a tiny bookshop",
    "Marta: wants to automate",
    "asked about the gap between my last two jobs",
    "asked whether I still play chess",
    "Sam and Lee disagree on Rust",
    "regulatory stuff",
    "Er liebt Wandern",
    "große Hunde",
    "Would need to teach physics too",
    "IPO next year maybe",
    "promised to send her my recipe",
    "told me in confidence that the CTO is leaving",
    "acquisition of Initrode (not public!)",
    "she'd pay up to 110",
    "going through chemo",
    "wore a Zelda t-shirt",
    "more to your than systems",
    "they lost 2 drivers last month",
    "asked if I'd relocate",
    "she was 15 min late",
    "he was hard to read",
    "can you do FEA? or do you need a partner",
    "thinks most dashboards are useless",
    "B Corp since 2019",
    "how does the team blarg tickets",
    "the docs that we read are terrible",
    "needs to know Rust",
    "ledger resharded last year",
    "18 months",
]


@pytest.mark.parametrize(
    ("typed", "woven"),
    [
        *PLURALS_WITH_A_PLAIN_VERB.items(),
        *ARTICLES.items(),
        *QUESTIONS.items(),
        *VERDICTS.items(),
        *SHORT_FORMS.items(),
    ],
)
def test_what_was_said_of_the_work(typed: str, woven: str) -> None:
    found = weave(typed, "en", NAMES)
    assert found
    assert found.text == woven


@pytest.mark.parametrize(("typed", "woven"), PERSON.items())
def test_what_was_said_of_the_person(typed: str, woven: str) -> None:
    found = weave(typed, "en", NAMES, is_person=True)
    assert found
    assert found.text == woven


@pytest.mark.parametrize(("typed", "woven"), DEEDS.items())
def test_what_was_done_for_the_user_gets_thanks(typed: str, woven: str) -> None:
    found = weave(typed, "en", NAMES, is_person=True)
    assert found
    assert (found.form, found.text) == ("deed", woven)
    facts = interview({"dana": [typed], "sam": [f"person: *{typed}"], "lee": [typed]})
    assert sum(woven in draft(one, facts)[1] for one in all_steps(facts)) > len(facts.participants)


@pytest.mark.parametrize("typed", LEFT_ALONE)
def test_what_no_mail_should_say(typed: str) -> None:
    assert weave(typed, "en", NAMES) is None


def test_a_role_with_a_comma_is_told_with_parentheses() -> None:
    facts = interview(role="Charge Nurse, ICU")
    subject, body = draft(step("onsite.hiring-manager", facts.participants[:1]), facts)
    assert "Charge Nurse (ICU)" in subject
    assert "the Charge Nurse (ICU) role" in body
