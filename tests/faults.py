"""Good mails with one fault each: a table of faults by the number of the check that should find them.

A fault is a function from a mail to the faulty mail, or to None where it can't be put in. ``SEEDS`` names the check, the
forms it is for, and the fault.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

import people
from afterview.domain.decisions import Text
from afterview.domain.events import Event, EventKind
from afterview.domain.facts import Part, Pitch
from mails import Mail

Fault = Callable[[Mail], Mail | None]
FIRST: Final = ("hiring-manager", "group", "individual", "personal")
THANKS: Final = (*FIRST, "offer-thanks")
AFTER_NO: Final = ("continuing-interest", "one-month.hr")
ANY: Final = ()
FOLLOW: Final = ("follow-up",)
MANAGER: Final = ("hiring-manager", "follow-up", "continuing-interest")


def paragraphs(body: str) -> list[str]:
    return body.rstrip("\n").split("\n\n")


def put(sentence: str, place: int = 1) -> Fault:
    """The sentence at the end of a paragraph of the core."""

    def fault(mail: Mail) -> Mail | None:
        parts = paragraphs(mail.body)
        at = min(place, len(parts) - 2)
        parts[at] += f" {sentence}"
        return mail.changed(body="\n\n".join(parts) + "\n")

    return fault


def instead(pattern: str, other: str, count: int = 1) -> Fault:
    """Another text in place of what the pattern finds in the body."""

    def fault(mail: Mail) -> Mail | None:
        changed = re.sub(pattern, other, mail.body, count=count)
        return None if changed == mail.body else mail.changed(body=changed)

    return fault


def titled(subject: str) -> Fault:
    return lambda mail: mail.changed(subject=subject)


def core(text: str) -> Fault:
    """Another text between greeting and closing."""

    def fault(mail: Mail) -> Mail:
        parts = paragraphs(mail.body)
        return mail.changed(body="\n\n".join([parts[0], text, parts[-1]]) + "\n")

    return fault


def greeted(name: str) -> Fault:
    return lambda mail: mail.changed(body=f"Dear {name},\n" + mail.body.split("\n", 1)[1])


def stepped(change: Callable[[Mail], dict[str, Any]]) -> Fault:
    return lambda mail: mail.changed(step=replace(mail.step, **change(mail)))


def person(mail: Mail, part: Part) -> object:
    return next(p for p in mail.interview.participants if p.part is part)


def address(made: Callable[[str], str]) -> Fault:
    def fault(mail: Mail) -> Mail:
        first = replace(mail.step.to[0], email=made(mail.step.to[0].email))
        return mail.changed(step=replace(mail.step, to=(first, *mail.step.to[1:])))

    return fault


def slipped(name: Callable[[Mail], str], way: int) -> Fault:
    """A name of the body with two letters swapped, one left out, or one doubled."""

    def fault(mail: Mail) -> Mail | None:
        word = name(mail)
        middle = len(word) // 2
        wrong = (
            word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :],
            word[:middle] + word[middle + 1 :],
            word[:middle] + word[middle] + word[middle:],
        )[way]
        start = mail.body.index("\n")
        if wrong == word or word not in mail.body[start:]:
            return None
        return mail.changed(body=mail.body[:start] + mail.body[start:].replace(word, wrong, 1))

    return fault


def without(pattern: str) -> Fault:
    """Without the sentences that the pattern finds something in."""

    def fault(mail: Mail) -> Mail | None:
        parts = paragraphs(mail.body)
        kept = [
            " ".join(s for s in re.split(r"(?<=[.!?]) ", part) if not re.search(pattern, s, re.IGNORECASE))
            for part in parts[1:-1]
        ]
        body = "\n\n".join([parts[0], *filter(None, kept), parts[-1]]) + "\n"
        return None if body == mail.body or not any(kept) else mail.changed(body=body)

    return fault


def beside(share: float, form: str) -> Fault:
    """Another draft with most of the same text, to somebody else."""

    def fault(mail: Mail) -> Mail | None:
        words = mail.body.split(" ")
        kept = words[: int(len(words) * share)]
        taken = next((p.id for p in mail.interview.participants if p not in mail.step.to), None)
        return mail.changed(others=[(form.format(taken), Text("", " ".join(kept)))])

    return fault


def happened(event: Callable[[Mail], Event]) -> Fault:
    def fault(mail: Mail) -> Mail:
        events = (*mail.interview.events, event(mail))
        return mail.changed(interview=replace(mail.interview, events=events))

    return fault


def day(mail: Mail, days: int) -> date:
    assert mail.step.due_on
    due: date = mail.step.due_on
    return due + timedelta(days=days)


def moved(days: int) -> Fault:
    return stepped(lambda mail: {"due_on": day(mail, days)})


def silent(mail: Mail) -> Mail | None:
    """No next step, and no phone."""
    short = core("Thank you for the day. I regret how it ended, and I keep a good memory of it.")(mail)
    return short and short.changed(body=short.body.replace(mail.profile.phone, ""))


def on_a_holiday(mail: Mail) -> Mail:
    """The day on which it leaves is a holiday."""
    assert mail.step.due_at
    return mail.changed(days_off=people.FakeDaysOff(days=frozenset({mail.step.due_at.date()})))


def points_left_out(mail: Mail) -> Mail | None:
    """The first mail had points, and none of them comes back."""
    notes = [note.text for person in mail.step.to for note in person.notes]
    told = mail.changed(
        others=[("onsite.hiring-manager", Text("", f"Dear you,\n\nThank you: {', '.join(notes)}.\n\nAlex"))]
    )
    return core("Thank you once more. I read the good news today. I would still like to join you. Would a call help?")(
        told
    )


def sent_from(address: str) -> Fault:
    return lambda mail: mail.changed(profile=replace(mail.profile, email=address))


def employed(where: str, address: str) -> Fault:
    """With a selling point won at an employer, and the employer's address."""

    def fault(mail: Mail) -> Mail:
        pitch = Pitch("there", "I find what is slow", f"halved the waiting time at {where}")
        return mail.changed(profile=replace(mail.profile, email=address, pitches=(*mail.profile.pitches, pitch)))

    return fault


def wrote_before(subject: str) -> Fault:
    return happened(
        lambda m: Event(kind=EventKind.MAIL_SENT, step="onsite.hiring-manager", at=day(m, -9), subject=subject)
    )


def signed_before(address: str) -> Fault:
    """The mail before it had another address under it."""
    body = f"Dear Dana,\n\nThank you.\n\nBest regards,\nAlex\n{address}"
    return happened(lambda m: Event(kind=EventKind.MAIL_SENT, step="onsite.hiring-manager", at=day(m, -9), body=body))


def invited_before(count: int) -> Fault:
    """So many invitations went out that month."""

    def fault(mail: Mail) -> Mail:
        sent = [
            Event(kind=EventKind.INVITATION_SENT, participant="x", at=day(mail, 0), body="Hi") for _ in range(count)
        ]
        return mail.changed(interview=replace(mail.interview, events=(*mail.interview.events, *sent)))

    return fault


SENTENCES: Final[dict[tuple[str, tuple[str, ...]], tuple[str, ...]]] = {
    ("C01", ANY): (
        "Best, [Your Name]",
        "I like <Company>'s plan.",
        "We met on XX/XX.",
        "I can do {number} of these.",
        "Title: undefined",
        "I'd love to discuss {topic}.",
        "My number is [phone number].",
        "Thank you, <Interviewer>.",
        "I have N/A years there.",
        "We talked about TBD.",
        "Hello %NAME%.",
        "It was ..., I think [finish this].",
        "I enjoyed [insert something specific].",
        "I met {{ interviewer_name }} there.",
        "Thanks to <<name>> for it.",
        "My [X years] of experience help.",
        "Insert example here.",
        "See [link].",
        "We spoke about (topic).",
        "I admire ABC Company.",
        "I'd bring ___ to the team.",
        "Dear [Hiring Manager], again.",
        "The Lorem ipsum part was good.",
        "I look forward to working with <insert team name>.",
        "My background in [field] fits well.",
        "Please see {{project}} for more.",
        "I met with {interviewer}.",
        "We spoke about ???? at length.",
        "I liked [specific detail here].",
        "Hello $FIRST_NAME from me.",
        "I'd say XX percent.",
        "Talk soon, {first_name}.",
        "As an [adjective] nurse I agree.",
        "Your undefined role sounds good.",
        "I spoke with {first_name} about it.",
        "Please see [insert project].",
        "We met at <Company Name>.",
        "I admire %COMPANY% for it.",
        "I would enjoy working with {{team}}.",
        "Let us talk on [date].",
        "My idea was XXXX.",
        "TKTK about the project.",
        "I worked at ____ for two years.",
        "(your name here)",
        "I enjoyed the talk about [topic 1].",
        "Kind words from $name.",
        "I liked what NAME said.",
        "It was good to visit COMPANY.",
        "I look forward to ... [fill in].",
        "I enjoyed hearing about [topic].",
        "It would be good to join {{ company }}.",
        "TODO add one more line.",
        "We spoke about XXX at length.",
        "Best of all was <something specific>.",
        "I spoke with None about it.",
    ),
    ("C06", ANY): (),
    ("C19", ANY): (
        "Everyone I met was incredible.",
        "You're clearly an industry leader.",
        "I'm blown away by your team.",
        "It is a great company to work for.",
        "What an awesome place.",
        "You guys have an awesome product.",
        "What a wonderful group of people you are.",
        "Your organization is outstanding.",
        "I feel this is the perfect opportunity for me.",
        "I admire your company's culture.",
        "It's a world-class firm.",
        "I love your company.",
        "Your company is the best in the industry.",
        "You have an amazing reputation.",
        "It would be an honor to work for such a prestigious company.",
        "I'm impressed with your company's values.",
        "The role sounds fantastic.",
        "I am a great fit for the team.",
        "This is an incredible opportunity for me.",
        "Your company is truly amazing.",
        "It seems like such a fantastic place to work.",
        "What an exciting opportunity this is.",
        "I was really impressed with your wonderful team.",
        "I know I would be the perfect fit for this role.",
        "Everyone was so awesome.",
        "You have a great culture.",
        "It's an incredible company.",
        "You have such an amazing company.",
        "This is a truly exciting opportunity.",
        "Your team is simply world-class.",
        "I was so impressed by everyone.",
        "It is my dream job.",
        "I'd be a great asset to your organisation.",
        "The company culture seems incredible.",
        "I know I'd be a perfect fit.",
        "You are a great company.",
        "It is an exciting opportunity.",
        "I would be a perfect fit.",
        "What an amazing team!",
    ),
    ("C25", ANY): (
        "I wanted to touch base on the status.",
        "Circling back on my application.",
        "Any chance of an update?",
        "Checking in once more.",
        "Have you had time to consider my application?",
        "I'm reaching out to see if there are any updates.",
        "I wanted to check in regarding the role.",
        "Just wondering if you had made a decision.",
        "I'm writing to follow up on our interview.",
        "Do you have any news for me?",
        "Did you get a chance to look at my application?",
        "I wanted to see where you are in the process.",
        "I'm just writing to check on my application.",
        "I was hoping for an update.",
        "Have you made a decision yet?",
        "I wanted to follow up on my interview.",
        "I'm checking the status of my application.",
        "Just a quick note to see where things are.",
        "I thought I'd check in.",
        "Hoping to hear any news soon.",
        "Bumping this to the top of your inbox.",
        "Just checking in to see if there is any news.",
        "I wanted to circle back about the role.",
        "Any update on the process?",
        "Per my last email, I remain interested.",
        "This is just a friendly reminder about my application.",
        "I'm touching base about next steps.",
        "Just following up on my application.",
        "I'm just checking in on the status.",
        "I wanted to circle back on this.",
        "Any news on your side?",
        "As per my previous email, I am interested.",
        "A quick nudge about my application.",
        "I'm following up on my last message.",
        "Just touching base to see where things stand.",
        "I haven't heard back yet.",
        "Wondering if there's been any movement.",
        "I am just checking in.",
        "I wanted to touch base.",
        "I am circling back on this.",
        "Is there any update on this?",
        "This is a friendly reminder.",
    ),
    ("C26", ANY): (
        "Sorry to take up your time.",
        "I know you are swamped.",
        "I'm not an expert, but I try.",
        "I apologise for rambling on Tuesday.",
        "I hope this isn't a dumb question.",
        "I'm just a junior.",
        "I'm so sorry to bother you.",
        "I realize you must be very busy.",
        "Please forgive the intrusion.",
        "I'm sorry if I seemed nervous.",
        "I know I don't have much experience.",
        "Sorry for the long message.",
        "I just wanted to quickly say thanks.",
        "I hate to be a bother.",
        "Sorry for bothering you.",
        "I apologize for the delay.",
        "I know you have a lot on your plate.",
        "I hope I'm not bothering you.",
        "I'm probably not what you are looking for.",
        "I'm sorry to write again.",
        "Sorry if this is a silly question.",
        "I don't want to take up too much of your time.",
        "I'm not sure if I'm qualified, but I would try.",
        "I actually just think that I might maybe be useful.",
        "Sorry to bother you with this.",
        "I know you're extremely busy, but I wanted to write.",
        "I'm no expert in this field.",
        "I just wanted to say thanks again.",
        "I'm sorry for taking up so much of your time.",
        "I may not be the strongest candidate on paper.",
        "I'm only a beginner at this, really.",
        "Apologies for the long email.",
        "Sorry to bother you again.",
        "I know you must be terribly busy.",
        "I'm no expert, but I think so.",
        "Apologies for writing once more.",
        "I'm sorry if I talked too much.",
        "I hope I'm not being a nuisance.",
        "Forgive me for taking up your time.",
        "I may not be the most experienced candidate.",
        "I'm afraid I rambled a bit.",
        "I am sorry to bother you again.",
        "I know you're busy, but I had to write.",
        "I'm no expert, of course.",
        "I just wanted to say that.",
        "Apologies for emailing again.",
    ),
    ("C27", ANY): (
        "I need your decision right away.",
        "Please answer by noon tomorrow.",
        "I've got two other offers.",
        "I can't afford to wait.",
        "I expect a prompt answer.",
        "I need an answer as soon as possible.",
        "I'm expecting your reply by Wednesday.",
        "Other companies are interested in me.",
        "I have to give another company an answer tomorrow.",
        "My savings are running out, so I need a job.",
        "Please make your decision soon.",
        "If I hear nothing by Friday, I'll assume you are not interested.",
        "I have another offer that expires on Friday.",
        "Time is of the essence.",
        "I'd appreciate a reply as soon as you can.",
        "I can't wait any longer.",
        "Please decide quickly.",
        "I have bills to pay.",
        "I'm considering several offers.",
        "I look forward to your immediate response.",
        "You need to tell me by Friday.",
        "Please get back to me ASAP.",
        "I really need this job to support my family.",
        "I have other offers I must answer.",
        "I am waiting for your answer.",
        "I need a decision by Friday.",
        "If I don't hear back by Monday I will accept another offer.",
        "Please let me know your decision by tomorrow at the latest.",
        "I need to know by Friday.",
        "Please respond as soon as possible.",
        "I'm waiting for your reply.",
        "Another company wants an answer from me this week.",
        "I expect to hear from you soon.",
        "Time is running out for me.",
        "Kindly revert at the earliest.",
        "Please reply ASAP.",
        "I really need this job.",
        "I have other offers on the table.",
        "I am still waiting for your answer.",
        "Please let me know by tomorrow.",
    ),
    ("C28", ANY): (
        "I implore you to hire me.",
        "This job is everything to me.",
        "I'd do the job for nothing.",
        "You are my last hope.",
        "Please please hire me.",
        "I would literally do anything.",
        "You would make me the happiest woman alive.",
        "I'm begging for an opportunity.",
        "I desperately want this.",
        "Please give me a chance.",
        "I'd do whatever it takes to get this job.",
        "You won't regret it, I promise, please hire me.",
        "I would be eternally grateful.",
        "This is my dream and my only hope.",
        "I'd be the happiest person in the world.",
        "I am willing to work for free.",
        "I am begging you to consider me.",
        "I would give anything to work with you.",
        "You are the greatest manager in the best team of the finest company in the most beautiful city.",
        "Please, I'm desperate for this.",
        "It would mean the world to me.",
        "I would do anything for this role.",
        "Please, please consider me.",
        "I'd work for free to prove myself.",
        "You are the best, kindest, smartest and nicest people ever.",
        "I beg you to give me a chance.",
        "I would do anything for this.",
        "It was the best day, the nicest people, the greatest place, the finest lunch.",
    ),
    ("C29", ANY): (
        "This is URGENT.",
        "So happy!!",
        "LOVE it.",
        "\U0001f44d from me.",
        "I REALLY want this.",
        "Thank you!!!!",
        "This is AMAZING news.",
        "Can't wait :D",
        "See you soon \U0001f389",
        "THANK YOU so much.",
        "Thanks \u2764\ufe0f",
        "It was great ;)",
        "What a day!!!",
        "Is that right?!",
        "I am EXTREMELY interested.",
        "I can't wait!!!",
        "Looking forward :)",
        "Great chat \U0001f600",
        "Really?? Wow.",
        "I LOVED it.",
        "I am VERY excited.",
        "It was great!!",
        "I loved it :)",
        "See you soon \U0001f600",
        "This is SO IMPORTANT to me.",
        "Wow! Thank you! It was great!",
        "This is REALLY important to me.",
        "I am so glad!!",
        "See you there \U0001f600.",
        "Could it be?? I hope so.",
        "I am glad :-)",
    ),
    ("C30", ANY): (
        "It was wicked, mate.",
        "Dunno what else to say.",
        "I'm pumped, y'all.",
        "That talk was badass.",
        "cya soon",
        "It was a blast, bro.",
        "Y'all are cool.",
        "I'm totally stoked.",
        "It was freaking great.",
        "Ur team is good.",
        "OMG what a place.",
        "I ain't worried.",
        "Hey guys, it was great.",
        "That's sick.",
        "I'm down for whatever.",
        "It was lit.",
        "Gonna be honest here.",
        "FYI I'm free, btw.",
        "C u soon.",
        "You folks rock.",
        "Holy crap, what a view.",
        "It was hella good.",
        "Yo, what a day.",
        "That was awesome, dude.",
        "I'm super psyched.",
        "BTW I liked the place.",
        "I gotta say it was fun.",
        "Thx again.",
        "lol that story.",
        "It was a hell of a day.",
        "I'm gonna bring my notes.",
        "It was kinda fun.",
        "LOL, that was good.",
        "Thx for the tour.",
        "That was a damn good talk.",
        "Hit me up anytime.",
        "No worries if not, dude.",
        "u were right about it.",
        "It was super cool, guys.",
        "I'm gonna call you.",
        "Thx for all of it.",
        "That was dope and I was stoked.",
        "It was a damn good talk.",
        "Pls write, lol.",
    ),
    ("C32", ANY): (
        "Rumor says you fired him.",
        "I hear the other applicant has no degree.",
        "My rival for the post is weak.",
        "Somebody leaked that you prefer internal candidates.",
        "I know my competitors for the job are younger.",
        "I heard that Sarah turned the job down.",
        "People in the industry say you're in trouble.",
        "Compared to other candidates I am cheaper.",
        "I was told you already have a favourite candidate.",
        "I heard a rumour about your CEO.",
        "I'm sure none of the other applicants can do that.",
        "I heard your previous manager was let go.",
        "I know you interviewed someone from Globex too.",
        "Someone in your team told me that the budget is cut.",
        "I understand that your first candidate declined.",
        "Between us, I heard you are struggling.",
        "I know that I was up against strong competition.",
        "There's a rumor about layoffs.",
        "I heard that the other candidate turned it down.",
        "I am sure that I'm better than the other candidates.",
        "I heard from a friend that your team has trouble keeping people.",
        "I know that the other finalist has less experience.",
        "Rumour has it you lost a big client.",
        "I know who else you are interviewing.",
        "I know the other candidates are strong.",
        "I heard that your first choice turned you down.",
        "Rumour has it that the team is splitting.",
        "Someone told me you had trouble with the last hire.",
        "Unlike the others you're interviewing, I have done it.",
        "I understand that the internal applicant withdrew.",
        "Word on the street is that you are growing.",
        "A friend of mine at the firm said the other finalist failed.",
        "I gather you've had bad luck with candidates so far.",
        "I'm better than anyone else who applied.",
        "Apparently the previous person left on bad terms.",
        "People say that your last manager was fired.",
        "I am stronger than the other candidates.",
        "I heard that somebody did not do well.",
        "I know another candidate dropped out.",
        "Rumor has it that you are hiring again.",
    ),
    ("C36", ANY): (
        "My supervisor at my current job is awful.",
        "My previous firm was chaotic.",
        "I hate where I work.",
        "My current team is lazy.",
        "My current company is falling apart.",
        "My boss is an idiot.",
        "I'm unhappy in my current job.",
        "My ex-employer never paid on time.",
        "Where I work now, nobody cares about quality.",
        "My last manager micromanaged everything.",
        "My present employer is terrible.",
        "I'm tired of my current boss.",
        "My old company never respected me.",
        "My current job is a dead end.",
        "My former manager was a bully.",
        "The company I work for now is a mess.",
        "My boss never listens.",
        "I can't stand my colleagues.",
        "My last employer lied to us.",
        "My current boss is impossible to work with.",
        "My last company was a disaster.",
        "I hate my present job.",
        "My former employer treated people terribly.",
        "My manager at the moment is incompetent.",
        "I want to leave my toxic workplace.",
        "My current boss is a nightmare.",
        "My last employer was badly run.",
        "I can't wait to get out of my present job.",
        "My old team was toxic.",
        "I was treated badly at my last job.",
        "My current boss is toxic.",
        "My previous company was a terrible place.",
        "I hate my current job, which is a dead end.",
    ),
    ("C37", ANY): (
        "I hope your chemo goes well.",
        "Happy Ramadan to you as a fellow believer.",
        "You look great for fifty.",
        "I just had a miscarriage.",
        "I hope your divorce is over soon.",
        "I have diabetes, by the way.",
        "I hope your father's illness gets better.",
        "As a fellow Muslim I was glad.",
        "My wife and I are trying for a baby.",
        "I hope you win the election with the Greens.",
        "I'm being treated for anxiety.",
        "I hope your pregnancy goes well.",
        "I'm recovering from cancer.",
        "God bless you.",
        "I will keep you in my prayers.",
        "As a mother of three I need flexible hours.",
        "I'm planning to have a baby next year.",
        "You looked lovely in that blue dress.",
        "I'm a Republican too.",
        "I hope your surgery went well.",
        "As a Christian, I will pray for you.",
        "I am three months pregnant, by the way.",
        "I hope your wife's cancer treatment works.",
        "You looked beautiful on Tuesday.",
        "I voted for the same party as you.",
        "My depression is under control now.",
        "I hope your chemotherapy goes well.",
        "Congratulations on the pregnancy.",
        "As a fellow Catholic I understood.",
        "I hope your divorce settles soon.",
        "You look wonderful for your age.",
        "It's good to meet another Labour voter.",
        "I was off with depression last year.",
        "Are you trying for a baby?",
        "You looked gorgeous in that dress.",
        "I will pray for you at church.",
        "I hope you vote for the Democrats, as I do.",
    ),
    ("C38", ANY): (
        "Please see attached.",
        "My CV is attached below.",
        "Visit http://me.example/work.",
        "I am enclosing my diploma.",
        "You'll find my CV in the attachment.",
        "I've attached two samples.",
        "Click here: http://bit.do/x.",
        "https://tinyurl.com/y8 shows it.",
        "As you can see in the enclosed file, it worked.",
        "My resume is attached.",
        "Attached you'll find my slides.",
        "I'm attaching my CV.",
        "You can find it here: http://example.com/cv.",
        "See goo.gl/abc for it.",
        "The link to my portfolio is below.",
        "https://example.com/?gclid=123 has it.",
        "Please find enclosed my references.",
        "I have attached my CV.",
        "Please see the attached plan.",
        "My portfolio is at http://portfolio.example.",
        "See bit.ly/abc123 for details.",
        "Here is a link: https://x.example/?utm_campaign=a.",
        "You will find my references enclosed.",
        "See https://tinyurl.com/abc.",
        "Please find my portfolio attached.",
        "See https://bit.ly/3xYz for it.",
        "I attach the plan.",
        "My site is http://example.org/work.",
        "The link is below.",
        "I've enclosed my references.",
        "Please find attached my portfolio.",
        "More is at https://bit.ly/3xYz12.",
        "See https://example.org/a?utm_source=mail for more.",
        "See http://example.org for more.",
        "You can follow the link below.",
    ),
    ("C43", ANY): (
        "I hope you're having a great week.",
        "I remain confident that my background aligns with your needs.",
        "I am deeply passionate about innovation.",
        "I would welcome the opportunity to further discuss my qualifications.",
        "It goes without saying that I am a team player.",
        "I trust this email finds you well.",
        "I am writing this email to thank you.",
        "I am thrilled at the prospect of joining.",
        "I am confident I would be a great addition to your team.",
        "It was an absolute pleasure meeting you.",
        "I look forward to leveraging my expertise.",
        "This role aligns perfectly with my career goals.",
        "I hope this message finds you well.",
        "I am writing to thank you for the opportunity to interview.",
        "I am eager to leverage my skills.",
        "Thank you for considering my application.",
        "I believe I would be a valuable asset to your team.",
        "I am excited about the prospect of joining your esteemed organization.",
        "My passion for excellence drives me.",
        "I wanted to take a moment to thank you.",
        "It was a pleasure to delve into the details.",
        "Our conversation only reinforced my enthusiasm for the role.",
        "I am writing to express my gratitude for the interview.",
        "I am confident that my skills make me an ideal candidate.",
        "I hope you are doing well.",
        "I wanted to express my sincere appreciation.",
        "I am excited about the opportunity to contribute to your team's success.",
        "I believe that my skills and experience align well with the requirements.",
        "I am writing to express my gratitude.",
        "I would like to take this opportunity to say so.",
        "I am confident that my skills align with the role.",
        "I look forward to the possibility of contributing to your continued success.",
        "It was a testament to your leadership.",
        "In today's fast-paced world that matters.",
        "I am passionate about delivering results.",
        "I hope this email finds you well.",
        "I am writing to express my sincere gratitude.",
        "My background is a testament to that.",
        "I have a proven track record of success.",
        "Let us delve into it.",
    ),
    ("C45", ANY): (
        "It&#8217;s fine.",
        "<br/>Next.",
        "It\u00e2\u20ac\u2122s \u00e2\u20ac\u0153good\u00e2\u20ac\u009d.",
        "The caf\u00c3\u00a9 was nice.",
        "It&rsquo;s good.",
        "<div>Hello</div>",
        "Don\u00e2\u20ac\u2122t worry.",
        "It was &quot;good&quot;.",
        "\u00c3\u00bcber all.",
        "\u202dx",
        "It was good.</br>",
        "It was <i>great</i>.",
        "It&#39;s a good plan.",
        "I\u00e2\u20ac\u2122m glad.",
        "S\u00c3\u00a3o Paulo was nice.",
        "a\u200bb was hidden.",
        "<p>Thanks</p>",
        "Tom &amp; I agree.",
        "I don\xe2\u20ac\u2122t mind.",
        "It was \u200bgood.",
        "<b>Really</b>.",
        "Caf\xc3\xa9 was good.",
        "It costs &pound;5.",
        "\u202eabc",
        "It was<br>good.",
        "It&nbsp;was good.",
        "It was a caf\u00c3\u00a9 to remember.",
        "It doesn\u00e2\u20ac\u2122t matter.",
        "It was\u200b good.",
        "It was \u202egood.",
    ),
    ("C42", ANY): (
        "I apreciate it.",
        "We discusssed it.",
        "It was verry good.",
        "Its a honor.",
        "I have went there.",
        "You was right.",
        "Lets talk.",
        "I am looking forward to here from you.",
        "Thanks for you time.",
        "It is an good plan.",
        "There team is nice.",
        "Between you and I its fine.",
        "I recieve many compliments for it.",
        "It was a honor.",
        "Their going to like it.",
        "The the plan was good.",
        "We was talking about it.",
        "I'm looking forward to see you.",
        "It is definately true.",
        "I have alot of ideas.",
        "He don't know it.",
        "It was an useful talk.",
        "I seen your work.",
        "I beleive in it.",
        "Thankyou for it.",
        "I would of come.",
        "It's colour was red , I think.",
        "Their was a lot of people.",
        "i think it is good.",
        "I appriciate it.",
        "Thank you for you're time.",
        "I look foward to it.",
        "We discussed alot.",
        "Your team are is good.",
        "I has seen it.",
        "It was to much.",
        "An great day.",
        "Thanks for for the talk.",
        "I would like discuss it futher.",
        "The managment was kind.",
        "It effects on the bussiness.",
        "I definitly want it.",
        "Me and Sam was there.",
        "Its been good.",
        "I'm exited to learn more than then before recieve.",
        "I went to there office.",
        "Could you of told me?",
        "I dont know yet.",
        "I beleive it would work.",
        "Their is a lot to do.",
        "I was very very impressed.",
        "I have seperate notes on it.",
        "It occured to me later.",
        "I enjoyed the the tour.",
        "I would of liked to stay.",
        "It was intresting to hear.",
        "Looking forward to hear from you.",
        "I liked it alot.",
        "I learn a lot from you yesterday's talk recieving it.",
        "This are good questions.",
        "I am interested for this role since two years ago becuase of it.",
        "We was glad.",
        "I recieved the notes.",
        "It was a a good day.",
        "I could of stayed.",
        "The the day went well.",
        "It was definately good.",
        "I want to  thank them.",
        "Your right about that.",
        "I was greatful for it.",
        "We discussed there plans.",
        "I look forward to hear from you.",
        "It would be a honour.",
        "Its a good place.",
        "She have a point.",
        "I have a idea.",
        "Thier plan is good.",
        "I am looking foward to it.",
        "He were kind.",
        "I done it before.",
        "Me and my team builded it.",
        "I am agree with it .",
        "It was good to to meet you.",
        "It was  good to meet you.",
        "It was good , and long.",
        'It was "good" and \u201clong\u201d.',
    ),
    ("C31", ("hiring-manager", "group", "personal", "follow-up")): (
        "Is the salary negotiable?",
        "What about my bonus?",
        "I'd want 85k for this.",
        "Will there be a pension?",
        "What does the benefits package look like?",
        "I would need a salary of at least 65k.",
        "How many vacation days would I have?",
        "My expected compensation is negotiable.",
        "Can we talk about money?",
        "I'd like to know what the compensation looks like.",
        "Could you tell me about the benefits?",
        "My current salary is 80,000.",
        "I expect at least $100k.",
        "Do you offer a 401(k) match?",
        "How many days of paid leave are there?",
        "What would the bonus be?",
        "I would also like to discuss salary.",
        "What is the pay range for this job?",
        "My salary expectation is $95,000.",
        "I was wondering about health insurance and vacation days.",
        "Is there a signing bonus?",
        "How much does the job pay?",
        "What does the position pay?",
        "I'd expect a salary of 70,000.",
        "Could we discuss my compensation?",
        "I'm hoping for six figures.",
        "Is there a pension scheme?",
        "My rate is 45 an hour.",
        "What about health insurance and paid leave?",
        "My current package is 55,000 plus car.",
        "I'd like to know about remuneration.",
        "How much holiday would I get?",
        "I assume overtime is paid.",
        "What would the salary be?",
        "I would also like to talk about the benefits package.",
        "My salary expectations are a bit higher.",
        "How many vacation days are there?",
    ),
    ("C33", AFTER_NO): (
        "I didn't deserve this rejection.",
        "I was not qualified after all.",
        "You have made an error of judgement.",
        "I performed terribly.",
        "Please reconsider your decision.",
        "I guess I'm just not smart enough.",
        "You made the wrong choice.",
        "I'm angry about the result.",
        "I thought I was qualified, but I was wrong.",
        "I want to know why I was rejected.",
        "I bombed the interview.",
        "Your decision makes no sense to me.",
        "I'm sorry that I wasn't good enough.",
        "I think you are making a big mistake.",
        "I was clearly the best candidate.",
        "I can't believe you chose someone else.",
        "I know I did badly in the interview.",
        "I didn't have enough experience for you.",
        "I feel I was treated unfairly.",
        "I don't see why I was rejected.",
        "I know I'm not qualified enough.",
        "I failed the interview.",
        "I think that you made a mistake.",
        "I obviously wasn't good enough for you.",
        "I don't agree with your decision.",
        "It was my mistake to apply.",
        "Your process was unfair to me.",
        "I know I wasn't qualified.",
        "I think you made a mistake.",
        "I don't understand why you rejected me.",
        "I wasn't good enough.",
        "I feel that the process was unfair.",
        "I disagree with your decision.",
        "Please reconsider.",
        "My answers must have been terrible.",
        "You will regret it.",
        "I was overqualified anyway.",
        "I lacked the experience you wanted.",
        "I know that I was not qualified.",
        "I failed the last interview.",
        "I was not good enough.",
        "You made a mistake.",
        "I disagree with the decision.",
        "I messed up.",
    ),
    ("C50", ANY): (
        "I led 64 engineers.",
        "We made 3.2 million euros.",
        "I talked to Ferdinand there.",
        "At Initrode we did it.",
        "We grew revenue by 27%.",
        "I worked at Google then.",
        "I met Cassandra on the stairs.",
        "In our talk on 14 January you said it.",
        "It cost 4,500 euros.",
        "I increased sales by 340 %.",
        "When I met with Gregory it was clear.",
        "I learned a lot at Siemens.",
        "I managed a budget of $7.5 million.",
        "On 2 February we spoke about it.",
        "I enjoyed our talk on Sunday.",
        "At Contoso I did it.",
        "We saved $1.2 million.",
        "I managed 57 people.",
        "At Microsoft I learned that.",
        "We spoke on 1 January about it.",
        "I talked with Bernadette about this.",
        "Sales rose by 41%.",
        "We cut costs by 73 %.",
        "I met Roberta there.",
        "We spoke on 3 January.",
        "In 1987 it was new.",
        "We had 4711 users.",
        "It grew by 63 % last year.",
        "I learned that at Zentrix.",
        "I spoke with Rodrigo about it.",
        "It saved us $88,000.",
    ),
    ("C41", ANY): (
        "I am free on 04/05.",
        "We could talk on 5/6/2026.",
        "Let's meet on 03/04/26.",
        "I am free on 03/04/2026.",
        "I can come by on 5/6.",
    ),
}
NAMES: Final = (
    lambda mail: mail.interview.company.name.split()[0],
    lambda mail: mail.interview.role.split()[-1],
    lambda mail: re.findall(r"\w+", mail.profile.name)[-1],
)
LONG: Final = "We went on to talk about many other sides of the work and of the people who do it every day. " * 16
ONE_LONG: Final = (
    "And as I walked home that evening along the river and past the old station I went over all that we had said and thought "
    "about what I would have answered had I had a little more time to think about each of the points that you raised."
)


def closed(sentence: str) -> Fault:
    """The sentence in a mail of somebody who is no longer open to it."""

    def fault(mail: Mail) -> Mail | None:
        text = core(f"Thank you for letting me know. I regret that I was not your first choice. {sentence}")(mail)
        return text.changed(interview=replace(mail.interview, still_open=False)) if text else None

    return fault


def seeds() -> Iterator[tuple[str, tuple[str, ...], Fault]]:
    """Check, forms (none: every mail), fault."""
    for (check, forms), sentences in SENTENCES.items():
        yield from ((check, forms, put(sentence, place)) for place, sentence in enumerate(sentences))
    for name in NAMES:
        yield from (("C06", ANY, slipped(name, way)) for way in range(3))
    yield from ((check, forms, fault) for check, forms, fault in SEEDS)


SEEDS: Final[tuple[tuple[str, tuple[str, ...], Fault], ...]] = (
    ("C01", ANY, instead(r"\A(Dear|Hi)\b[^\n]*\n", r"\1 ,\n")),
    ("C01", ANY, instead(r"\A(\w+)[^\n]*\n", r"\1 [Name],\n")),
    ("C02", MANAGER, stepped(lambda m: {"to": (*m.step.to, person(m, Part.INTERVIEWER))})),
    ("C02", MANAGER, stepped(lambda m: {"cc": (*m.step.cc, person(m, Part.INTERVIEWER))})),
    ("C02", MANAGER, stepped(lambda m: {"to": (person(m, Part.HR),)})),
    ("C02", ("group",), stepped(lambda m: {"to": (*m.step.to, person(m, Part.HIRING_MANAGER))})),
    ("C02", ("personal", "offer-thanks"), stepped(lambda m: {"cc": tuple(p for p in m.interview.participants if p not in m.step.to)[:1]})),
    ("C03", MANAGER, stepped(lambda m: {"cc": ()})),
    ("C04", ANY, address(lambda a: a.replace("@", " at "))),
    ("C04", ANY, address(lambda a: "no-reply@" + a.split("@")[1])),
    ("C04", ANY, address(lambda a: "x@hire.lever.co")),
    ("C04", ANY, address(lambda a: "careers@" + a.split("@")[1])),
    ("C04", ANY, address(lambda a: a.replace(".example", ".comm"))),
    ("C05", ANY, greeted("Barbara")),
    ("C05", ANY, greeted("Hiring Manager")),
    ("C05", ("personal", "offer-thanks", "follow-up"), lambda m: m.changed(body=re.sub(r"\A(\w+ )([^\n]*?)(\w)(\w),", r"\1\2\4\3,", m.body)) if not re.match(r"[^\n]*(\w)\1,", m.body) else None),
    ("C05", MANAGER, lambda m: greeted(next(p.name for p in m.interview.participants if p.part is Part.INTERVIEWER))(m)),
    ("C07", ("group",), lambda m: m.changed(step=replace(m.step, to=m.step.to[1:])) if len(m.step.to) > 1 else None),
    ("C07", ("group",), lambda m: m.changed(others=[(f"{m.step.key.split('.')[0]}.individual.lee", Text("", m.body))])),
    ("C08", ("personal", "offer-thanks"), beside(1.0, "offer-thanks.{}")),
    ("C08", ("personal", "offer-thanks"), beside(0.9, "onsite.personal.{}")),
    ("C09", FOLLOW, lambda m: m.changed(others=[("onsite.hiring-manager", Text("", m.body))])),
    ("C09", FOLLOW, lambda m: m.changed(others=[("follow-up.9", Text("", m.body.replace("I ", "We ", 1)))])),
    ("C10", FOLLOW, lambda m: m.changed(step=replace(m.step, due_on=m.step.earliest_on - timedelta(days=1))) if m.step.earliest_on else None),
    ("C11", FOLLOW, happened(lambda m: Event(kind=EventKind.DECISION_DATE, decision_on=day(m, 2), at=day(m, -1)))),
    ("C11", FOLLOW, happened(lambda m: Event(kind=EventKind.DECISION_DATE, decision_on=day(m, 0), at=day(m, -1)))),
    ("C12", AFTER_NO, lambda m: m.changed(step=replace(m.step, due_at=m.step.due_at.replace(hour=1))) if m.step.due_at else None),
    ("C12", FOLLOW, lambda m: m.changed(step=replace(m.step, due_at=m.step.due_at + timedelta(days=5 - m.step.due_at.weekday()))) if m.step.due_at else None),
    ("C12", (*FOLLOW, *AFTER_NO), lambda m: on_a_holiday(m) if m.step.due_at else None),
    ("C13", FIRST, moved(5)),
    ("C13", FIRST, moved(9)),
    ("C14", FOLLOW, lambda m: m.changed(interview=replace(m.interview, events=(*m.interview.events, *(Event(kind=EventKind.MAIL_SENT, step=f"follow-up.{n}", at=day(m, -40 + 10 * n)) for n in (7, 8)))), step=replace(m.step, key="follow-up.9"))),
    ("C15", ANY, put(LONG)),
    ("C15", ANY, put(ONE_LONG)),
    ("C15", THANKS, core("Thank you for your time.")),
    ("C15", ANY, lambda m: m.changed(body=m.body.replace("\n\n", "\n\nIt was good.\n\nAnd it was long.\n\nIt went on.\n\nAnd on.\n\nAnd on again.\n\n", 1))),
    ("C16", ANY, titled("")),
    ("C16", ANY, titled("Following up")),
    ("C16", ANY, titled("Thank you")),
    ("C16", ANY, lambda m: m.changed(subject=m.subject.upper())),
    ("C16", ANY, lambda m: m.changed(subject=m.subject + " and some more words that make it longer than anybody would read on a telephone")),
    ("C16", ANY, lambda m: m.changed(subject="Re: Re: " + m.subject)),
    ("C16", ("hiring-manager", "group"), lambda m: m.changed(subject="Re: " + m.subject) if not m.interview.events else None),
    ("C17", (*THANKS, "continuing-interest", "negotiation", "recap"), without(r"thank|grateful|dank|appreciat")),
    ("C18", ("hiring-manager", "personal", "offer-thanks"), core("Thank you for the conversation, which I enjoyed very much. It was good to get to know you and to hear how you see things, and I left with a clear picture of what lies ahead. I would be glad to hear from you soon.")),
    ("C20", ("hiring-manager", "personal"), core("Thank you for your time and consideration. It was nice to meet you. I look forward to the next steps.")),
    ("C21", ("hiring-manager", "continuing-interest", "follow-up"), silent),
    ("C22", FOLLOW, core("Thank you again for the conversation. I read the news with pleasure, and I am still interested. Would a call help?")),
    ("C23", FOLLOW, core("Thank you again for the conversation. The position is the right one for me. May I ask for a call?")),
    ("C23", FOLLOW, lambda m: put("Thank you for accepting my invitation on LinkedIn.")(m) if not any(e.kind is EventKind.INVITATION_ACCEPTED for e in m.interview.events) else None),
    ("C34", ("continuing-interest",), without(r"regret|first choice|disappoint|sorry|bedau")),
    ("C34", AFTER_NO, lambda m: m.changed(interview=replace(m.interview, still_open=False)) if m.interview.still_open else None),
    ("C34", ("continuing-interest",), core("Thank you for letting me know. Sorry for the late answer. I am still interested, so please call me.")),
    *(("C34", ("continuing-interest",), closed(sentence)) for sentence in ("My door is always open.", "My interest has not changed.", "Count me in if a place comes free.", "I would be happy to be your backup.")),
    ("C35", ("one-month.hr",), moved(-20)),
    ("C35", ("one-month.hr",), moved(40)),
    ("C39", ANY, lambda m: m.changed(body="\n\n".join(paragraphs(m.body)[:-1]) + "\n")),
    ("C39", ("continuing-interest",), lambda m: m.changed(body=m.body.replace(m.profile.phone, ""))),
    ("C40", ANY, sent_from("alex.river@megacorp.test")),
    ("C40", ANY, sent_from("sales@widgets.test")),
    ("C40", ANY, employed("Globex", "a.river@globex.com")),
    ("C40", ANY, lambda m: m.changed(body=f"{m.body.rstrip()}\nalex@other-inbox.test\n")),
    ("C40", FOLLOW, signed_before("alex@other-inbox.test")),
    ("C43", ("hiring-manager", "group"), core("Thank you for taking the time to tell me about the position. I enjoyed our conversation, and I left with a clearer picture of the work. I would be glad to hear what the next step is, and roughly when. I would very much like to join you.")),
    ("C47", FOLLOW, wrote_before("Thank you for the conversation")),
    ("C48", ("invite",), invited_before(5)),
    ("C48", ("invite",), lambda m: m.changed(body=m.body + "I liked it. " * 20)),
    ("C48", ("invite",), lambda m: m.changed(body="Good to meet you on Wednesday. I liked our talk about error budgets and pairs.")),
    ("C48", ("invite",), lambda m: m.changed(body=f"Hi {m.step.to[0].name.split()[0]}, I'd like to add you to my professional network.")),
    ("C48", ("invite",), lambda m: m.changed(body=f"{m.body.rstrip()} Please put in a word for me.")),
    ("C49", ("call",), stepped(lambda m: {"to": (person(m, Part.HIRING_MANAGER),)})),
    ("C49", ("call",), stepped(lambda m: {"to": (person(m, Part.INTERVIEWER),)})),
    ("C52", ANY, lambda m: m.changed(is_outdated=True)),
    ("C24", FOLLOW, points_left_out),
    ("C41", ("hiring-manager", "group"), lambda m: put("I enjoyed our conversation yesterday.")(m) if m.step.due_on and "yesterday" not in m.body and any(r.starts_at.date() == m.step.due_on for r in m.interview.rounds) else None),
    ("C41", FOLLOW, put("It was good to talk with you today about the role.")),
    ("C42", ANY, lambda m: slipped(lambda m: next((w for w in re.findall(r"(?<=[a-z] )[a-z]{7,}", m.body) if w not in str(m.interview)), "x"), 0)(m) if m.interview.language != "de" else None),
    ("C42", ANY, lambda m: put("It was a realy good day.")(m) if m.interview.language != "de" else None),
    ("C42", ANY, lambda m: put("I could of stayed longer.")(m) if m.interview.language != "de" else None),
    ("C44", MANAGER, core("I was glad to meet you, and thank you for that.\n\nI have thought about it.\n\nI would like to join you.")),
    ("C46", ANY, lambda m: m.changed(subject=m.subject + "\r\nBcc: everybody@example.org")),
    ("C46", ANY, lambda m: m.changed(step=replace(m.step, to=(replace(m.step.to[0], name=m.step.to[0].name + "\r\n"), *m.step.to[1:])))),
    ("C51", ("group",), lambda m: greeted(m.step.to[0].name)(m) if len(m.step.to) > 1 else None),
)  # fmt: skip
