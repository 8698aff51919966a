"""More of the grammar of notes: what a note leaves out, whom "they" means, what is better named than told."""

import pytest

from afterview.domain.writing.weaving import weave

NAMES = ("Sam Okafor", "Sam", "Okafor")
WHAT_THEY_ARE = {
    "former chef": "you used to be a chef",
    "ex-teacher": "you used to be a teacher",
    "ex army": "your time in the army",
    "Dutch, moved here for love": "you are Dutch",
    "half Danish half Scottish": "you are half Danish and half Scottish",
    "oldest of five": "you are the oldest of five",
    "father of four": "you are a father of four",
    "Barbecue nut": "you are a barbecue nut",
    "just back from Crete": "you are just back from Crete",
    "born in Naples": "you were born in Naples",
}
KIN = {
    "grandfather was a miner": "your grandfather was a miner",
    "Daughter just started uni in Leeds": "your daughter just started uni in Leeds",
    "older sister went to my old school": "your older sister went to my old school",
    "Father-in-law is a beekeeper too": "your father-in-law is a beekeeper too",
    "parents live in Spain": "your parents live in Spain",
    "twins": "your twins",
    "dad jokes": "dad jokes",
    "cooking class in Bologna last year": "your cooking class in Bologna last year",
    "his band performed in Leeds": "your band performed in Leeds",
    "soccer mom": "you are a soccer mom",
    "Packers fan": "you are a Packers fan",
    "Ironman finisher x3": "you are an Ironman finisher",
    "son in the navy": "your son in the navy",
}
WHAT_THEY_DID = {
    "started on the tools at 16": "you started on the tools at 16",
    "played hockey for Scotland U21": "you played hockey for Scotland U21",
    "learnt to ski at 40": "you learnt to ski at 40",
    "learned to code at 40": "you learned to code at 40",
    "she's just adopted a cat": "you have just adopted a cat",
    "lived in Japan 3 years": "you lived in Japan for 3 years",
    "spent two years on Antarctica base": "you spent two years on Antarctica base",
    "was at Bristol same year as me": "you were at Bristol the same year as me",
    "hiked Ben Nevis with his 8 year old": "you hiked Ben Nevis with your 8-year-old",
    "four year old who only eats pasta": "your four-year-old who only eats pasta",
    "plays the cello too!": "you play the cello",
    "runs, swims and bikes": "you run",
    "has taught there for 22 years!": "you have taught there for 22 years",
    "He's been there 9 years and has seen three mergers": "you have been there 9 years and have seen three mergers",
    "both of us started in QA": "we both started in QA",
    "Sam and I both went to Leeds": "we both went to Leeds",
    "Really enjoyed talking about music with him": "music",
    "trying to learn the banjo": "you are trying to learn the banjo",
    "budgets, tickets and audits": "budgets, tickets and audits",
}
LEFT_OUT = {
    "waste down 12% this year": "waste is down 12% this year",
    "complaints down a third since the new rota": "complaints are down a third since the new rota",
    "freedom of information requests up 40%": "the freedom of information requests",
    "cost of materials up 5%": "the cost of materials",
    "lab moves to new building in 2027": "the lab moves to a new building in 2027",
    "more claims about delayed flights than ever": "claims about delayed flights",
    "secondment to Frankfurt possible": "the secondment to Frankfurt",
    "struggling with year 9": "year 9",
    "new store format launching in march": "the new store format launching in March",
    "site starts on 4 may": "the site starts on 4 May",
    "CQC inspection next month": "the CQC inspection next month",
}
TROUBLE = {
    "struggling with agency costs": "agency costs",
    "checkout on mobile loses half of the users": "the checkout on mobile",
    "falls went up since they changed handover": "falls",
    "query rates doubled after the CRO switch": "query rates after the CRO switch",
    "footfall is down since the car park closed": "footfall",
    "sales doubled after the launch": "sales doubled after the launch",
    "OKRs dropped last year": "OKRs",
    "demo environment keeps breaking": "the demo environment",
}
THEY = {
    "behaviour is much better since they banned phones": "behaviour is much better since you banned phones",
    "how nurses hand over when they leave": "how nurses hand over when they leave",
    "impressed by the apprentices they train": "the apprentices you train",
    "lets teams choose their tools": "you let teams choose their tools",
    "how they decide what not to build": "how you decide what not to build",
    "Talked about our kids and how fast they grow": "kids and how fast they grow",
    "asked about growth and she said that they promote from within": "growth",
}
VERBS = {
    "planning applications take 11 weeks": "planning applications take 11 weeks",
    "the policy team and delivery team sit together": "the policy team and delivery team sit together",
    "parents volunteer in the library": "parents volunteer in the library",
    "junior devs get a mentor": "junior devs get a mentor",
    "sales volumes change when letters are clear": "sales volumes change when letters are clear",
    "accessibility audit found 200 issues": "the accessibility audit found 200 issues",
    "footfall moved when the car park closed": "footfall moved when the car park closed",
    "pricing moved from seats to usage": "pricing moved from seats to usage",
    "wedding season runs May to September": "the wedding season runs May to September",
    "bins every 3 weeks is unpopular": "bins every 3 weeks is unpopular",
    "consults are 20 minutes": "consults are 20 minutes",
    "outsourced nights to Manila": "you outsourced nights to Manila",
    "bread made in house": "bread made in house",
    "test rig built by an intern": "the test rig built by an intern",
    "marking turnaround of 3 weeks": "the marking turnaround of 3 weeks",
    "pilot in two stores before rollout": "the pilot in two stores before rollout",
    "discharge letters within 24h": "discharge letters within 24 hours",
    "big fan of TDD": "TDD",
    "How do we get more women into engineering": "how to get more women into engineering",
    '"what would you stop doing?"': "your question of what I would stop doing",
    "RFC process is slow but thorough": "the RFC process",
    "talked about kids' literacy, which is the charity's focus": "kids' literacy",
    "asked me to cook two plates from a mystery box": "cooking two plates from a mystery box",
    "team named after a bird": "the team named after a bird",
    "asked about my favourite bug": "your question about my favourite bug",
    "biggest pain point is onboarding - takes new hires 3 months": "onboarding",
    "He described his leadership style as hands off": "your leadership style",
    "impressed with my portfolio": "my portfolio",
    "the company just raised a Series C": "the company just raised a Series C",
    "PLCs every Wednesday afternoon": "PLCs every Wednesday afternoon",
    "explained that the team is small, uses Kafka": "the team is small",
    "talked about classroom management, esp. transitions": "classroom management",
    "CI is slow, 50 min": "CI",
    "new building opens next fall": "the new building opens next fall",
    "BIM level 2 on all new jobs": "BIM level 2 on all new jobs",
}
OFFERED = [
    "I mentioned I know SAP",
    "Q: what's your management style?",
    "said he'd send me his bread recipe",
    "Dana said the board cares most about retention",
    "damages cost them 400k a year",
    "looked at the model together",
    "saw the new depot",
    "would teach two modules",
    "asked if I'd watched the news",
    "designs reviewed every tuesday",
    "site visits on Wednesdays",
    "night shifts 8 till 8",
    "event driven from day one",
    "multi region by the end of the year",
    "panel firms cut from 12 to 4",
    "kids play area",
    "juniors fail a lot",
    "mentioned that sales and engineering don't always get along",
    "Will be working closely with marketing",
    "she doesn't own a car",
    "moving billing saves money",
    "the office is closed when they travel",
    "we walked the site together",
]


@pytest.mark.parametrize(("typed", "woven"), [*WHAT_THEY_ARE.items(), *KIN.items(), *WHAT_THEY_DID.items()])
def test_what_is_noted_of_a_person_is_said_to_them(typed: str, woven: str) -> None:
    found = weave(typed, "en", NAMES, is_person=True)
    assert found
    assert found.text == woven


@pytest.mark.parametrize(
    ("typed", "woven"), [*LEFT_OUT.items(), *TROUBLE.items(), *THEY.items(), *VERBS.items()], ids=lambda text: text
)
def test_what_is_noted_of_the_work_is_named_or_told(typed: str, woven: str) -> None:
    found = weave(typed, "en", NAMES)
    assert found
    assert (found.topic or found.text) == woven


@pytest.mark.parametrize("typed", OFFERED)
def test_what_might_be_read_in_two_ways_is_offered(typed: str) -> None:
    assert weave(typed, "en", NAMES) is None


def test_what_has_two_verbs_and_nothing_between_is_no_sentence() -> None:
    assert weave("plays the market is flat", "en", NAMES, is_person=True) is None
    assert weave("thinks the market is flat", "en", NAMES, is_person=True)
