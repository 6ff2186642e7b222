"""The record's vocabulary in plain words."""

from tidings.model.event import Harm, Status
from tidings.model.force import ConditionKind, ForceStatus
from tidings.model.relation import RelationKind, ThreadKind, ThreadStatus
from tidings.model.statement import Act

#: What a kind of event is called: by PLOVER type and mode, else by type alone.
EVENTS: dict[tuple[str | None, str | None], str] = {
    ("AGREE", None): "Agreement",
    ("CONSULT", None): "Talks",
    ("CONSULT", "visit"): "Visit",
    ("CONSULT", "phone"): "Telephone call",
    ("SUPPORT", None): "Support",
    ("CONCEDE", None): "Concession",
    ("COOPERATE", None): "Cooperation",
    ("AID", None): "Aid",
    ("RETREAT", None): "Retreat",
    ("RETREAT", "withdraw"): "Withdrawal",
    ("RETREAT", "release"): "Release",
    ("RETREAT", "disarm"): "Disarmament",
    ("RETREAT", "ceasefire"): "Ceasefire",
    ("RETREAT", "access"): "Access granted",
    ("RETREAT", "resign"): "Resignation",
    ("REQUEST", None): "Request",
    ("REJECT", None): "Refusal",
    ("ACCUSE", None): "Accusation",
    ("ACCUSE", "disapprove"): "Criticism",
    ("ACCUSE", "investigate"): "Investigation",
    ("THREATEN", None): "Threat",
    ("PROTEST", None): "Protest",
    ("PROTEST", "demo"): "Demonstration",
    ("PROTEST", "riot"): "Riot",
    ("PROTEST", "strike"): "Strike",
    ("PROTEST", "hunger"): "Hunger strike",
    ("PROTEST", "boycott"): "Boycott",
    ("PROTEST", "obstruct"): "Blockade",
    ("PROTEST", "vandalize"): "Vandalism",
    ("SANCTION", None): "Sanction",
    ("SANCTION", "convict"): "Conviction",
    ("SANCTION", "expel"): "Expulsion",
    ("SANCTION", "withdraw"): "Withdrawal from cooperation",
    ("SANCTION", "discontinue"): "Cooperation ended",
    ("MOBILIZE", None): "Mobilisation",
    ("MOBILIZE", "troops"): "Troop movement",
    ("MOBILIZE", "weapons"): "Weapons moved or tested",
    ("MOBILIZE", "police"): "Police deployment",
    ("MOBILIZE", "militia"): "Militia mobilisation",
    ("COERCE", None): "Coercion",
    ("COERCE", "seize"): "Seizure",
    ("COERCE", "restrict"): "Restriction",
    ("COERCE", "censor"): "Censorship",
    ("COERCE", "curfew"): "Curfew",
    ("COERCE", "martial-law"): "Martial law",
    ("COERCE", "arrest"): "Arrest",
    ("COERCE", "deport"): "Deportation",
    ("COERCE", "withhold"): "Withholding",
    ("COERCE", "misinformation"): "Misinformation",
    ("COERCE", "cyber"): "Cyber attack",
    ("ASSAULT", None): "Attack",
    ("ASSAULT", "abduct"): "Abduction",
    ("ASSAULT", "beat"): "Beating",
    ("ASSAULT", "torture"): "Torture",
    ("ASSAULT", "sexual"): "Sexual violence",
    ("ASSAULT", "targeted"): "Targeted killing",
    ("ASSAULT", "destroy"): "Destruction",
    ("ASSAULT", "primitive"): "Attack with simple weapons",
    ("ASSAULT", "firearms"): "Shooting",
    ("ASSAULT", "explosives"): "Bombing",
    ("ASSAULT", "suicide-attack"): "Suicide attack",
    ("ASSAULT", "aerial"): "Air strike",
    ("ASSAULT", "drone"): "Drone strike",
    ("ASSAULT", "heavy-weapons"): "Attack with heavy weapons",
    ("ASSAULT", "crowd-control"): "Force against a crowd",
    ("ASSAULT", "unconventional"): "Attack with unconventional weapons",
    (None, "accident"): "Accident",
    (None, "natural-disaster"): "Natural disaster",
    (None, "crime"): "Crime",
    (None, None): "Event",
}

#: How far an event has come, where that needs saying.
STATUSES: dict[Status, str] = {
    Status.HAPPENED: "",
    Status.ONGOING: "going on",
    Status.ATTEMPTED: "attempted",
    Status.PLANNED: "planned",
    Status.PROMISED: "promised",
    Status.REQUESTED: "asked for",
    Status.POSSIBLE: "possible",
    Status.DENIED: "denied",
    Status.BACKGROUND: "",
}

HARMS: dict[Harm, str] = {
    Harm.KILLED: "killed",
    Harm.INJURED: "injured",
    Harm.KILLED_OR_INJURED: "killed or injured",
    Harm.MISSING: "missing",
    Harm.ABDUCTED: "abducted",
    Harm.DETAINED: "detained",
    Harm.DISPLACED: "displaced",
}

ACTS: dict[Act, str] = {
    Act.ASSERT: "says",
    Act.PROMISE: "promises",
    Act.THREATEN: "threatens",
    Act.DENY: "denies",
    Act.DECLINE: "will not say",
    Act.CONFIRM: "confirms",
    Act.NOT_CONFIRM: "has not confirmed",
    Act.CLAIM_RESPONSIBILITY: "claims responsibility",
    Act.ACCUSE: "accuses",
    Act.CONDEMN: "condemns",
    Act.WELCOME: "welcomes",
    Act.REQUEST: "asks",
    Act.ANNOUNCE: "announces",
    Act.BELIEVE: "believes",
    Act.INTEND: "intends",
    Act.OTHER: "is cited",
}

FORCE_STATUSES: dict[ForceStatus, str] = {
    ForceStatus.CURRENT: "now",
    ForceStatus.PLANNED: "planned",
    ForceStatus.AUTHORISED: "authorised",
    ForceStatus.PAST: "in the past",
}

CONDITIONS: dict[ConditionKind, str] = {
    ConditionKind.CONDITIONAL: "on condition",
    ConditionKind.GRADUAL: "step by step",
    ConditionKind.REQUESTED_BY: "asked for",
    ConditionKind.SCOPE: "scope",
    ConditionKind.DEADLINE: "deadline",
}

THREADS: dict[ThreadKind, str] = {
    ThreadKind.INVESTIGATION: "Investigation",
    ThreadKind.CONSEQUENCES_PROMISED: "Consequences",
    ThreadKind.NEGOTIATION: "Negotiation",
    ThreadKind.DEPLOYMENT_PLANNED: "Deployment",
    ThreadKind.OTHER: "To follow up",
}

THREAD_STATUSES: dict[ThreadStatus, str] = {
    ThreadStatus.PROMISED: "promised",
    ThreadStatus.UNDER_WAY: "under way",
    ThreadStatus.DONE: "done",
}


RELATIONS: dict[RelationKind, str] = {
    RelationKind.MEMBER_OF: "member of",
    RelationKind.FRONT_OF: "front of",
    RelationKind.BACKED_BY: "backed by",
    RelationKind.LEADS: "leads",
    RelationKind.SPEAKS_FOR: "speaks for",
    RelationKind.LOCATED_IN: "in",
    RelationKind.ALLIED_WITH: "allied with",
    RelationKind.FIGHTING_AGAINST: "fighting against",
    RelationKind.FOLLOWS: "comes after",
}


def name_event(type_: str | None, mode: str | None) -> str:
    """Return what a kind of event is called."""
    named = EVENTS.get((type_, mode)) or EVENTS.get((type_, None))
    return named or (mode or type_ or "event").replace("-", " ").capitalize()


def join_names(names: list[str]) -> str:
    """Return names as an enumeration.

    >>> join_names(["the army", "the governor", "the mission"])
    'the army, the governor and the mission'
    """
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def count_heads(at_least: int | None, at_most: int | None, *, approximate: bool) -> str:
    """Return a head count in words.

    >>> count_heads(20, None, approximate=False)
    'at least 20'
    >>> count_heads(3000, 5000, approximate=True)
    'about 3,000–5,000'
    """
    about = "about " if approximate else ""
    if at_least is None or at_most is None:
        if at_least is at_most:
            return "an unknown number"
        return f"at least {about}{at_least:,}" if at_most is None else f"up to {about}{at_most:,}"
    return about + (f"{at_least:,}" if at_least == at_most else f"{at_least:,}–{at_most:,}")
