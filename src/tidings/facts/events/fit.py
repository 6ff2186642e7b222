"""Fit: whether two tellings can be of one event, and how much speaks for it."""

from collections.abc import Callable
from datetime import date, timedelta
from math import cos, hypot, radians

from tidings.facts.events.arguments import case_of
from tidings.facts.events.drafts import CAUSES, HARM, Cluster, Draft
from tidings.model.event import Where
from tidings.model.reading import Reading, Token
from tidings.model.when import Precision, When

_KM_PER_DEGREE = 111.2
_NEAR_KM = 40.0
_WIDE = frozenset({"country", "region", "province"})
_EXACT = frozenset({Precision.DAY, Precision.HOUR, Precision.MINUTE})
_LEAD = 3
_RECENT = 3
_HOPS = 3
_SAME_DEAD = 4
_WITHIN = frozenset({"in", "during", "at", "by", "as"})
#: So many hurt, counted alike, are rather the same people told of again.
_MANY = 3
_SAME_SUM = 3
#: Harm that somebody did is not of these.
_UNMEANT = (frozenset({HARM, "accident"}), frozenset({HARM, "natural-disaster"}))
#: Modes that may be told of one event.
_ALIKE = (
    frozenset({"explosives", "suicide-attack", "heavy-weapons", "destroy"}),
    frozenset({"aerial", "drone", "heavy-weapons", "explosives"}),
    frozenset({"firearms", "targeted", "primitive", "beat"}),
    frozenset({"firearms", "heavy-weapons", "explosives", "suicide-attack"}),
    frozenset({"demo", "riot", "strike", "obstruct", "vandalize", "boycott"}),
    frozenset({"troops", "weapons", "police"}),
    frozenset({"allege", "disapprove"}),
    frozenset({"withdraw", "ceasefire"}),
    frozenset({"seize", "restrict"}),
    frozenset({"curfew", "martial-law"}),
    frozenset({"expel", "withdraw"}),
    frozenset({"accident", "firearms"}),
    frozenset({"targeted", "explosives"}),
    frozenset({"abduct", "targeted", "firearms", "primitive", "beat"}),
)


def conflict(new: Cluster, old: Cluster) -> str | None:
    """Return what rules out that new tellings are of an event told before, None if nothing does."""
    return next((reason for reason, rules_out in _CONFLICTS if rules_out(new, old)), None)


def told_apart(reading: Reading, new: Cluster, old: Cluster) -> bool:
    """Say whether one clause sets two events beside each other: "the raid followed the bombing", "is linked with"."""
    return any(_is_set_beside(reading, d, other) for d in new.drafts for other in old.drafts)


def _is_set_beside(reading: Reading, one: Draft, other: Draft) -> bool:
    """Say whether two nouns are subject and complement of one verb, and the one is not told as within the other."""
    if one.sentence != other.sentence or HARM in {one.family, other.family}:
        return False
    here, there = one.trigger.token, other.trigger.token
    return _completes(reading, here, there) or _completes(reading, there, here)


def _completes(reading: Reading, subject: Token, other: Token) -> bool:
    verb = reading.head(subject)
    if verb is None or verb.upos != "VERB" or not subject.deprel.startswith("nsubj"):
        return False
    return other.head == verb.index and other.deprel in {"obl", "obj"} and case_of(reading, other) not in _WITHIN


def affinity(reading: Reading, new: Cluster, old: Cluster, *, is_main: bool) -> int:
    """Return how much speaks for new tellings being of an event told before."""
    gap = new.first_sentence - old.last_sentence
    is_earlier = new.is_prior and not new.points_back and not old.is_prior
    score = 0 if is_earlier else int(is_main) + _nearness(new, old, gap)
    score += 3 * any(linked(reading, d, other) for d in new.drafts for other in old.drafts)
    score += 3 * (old.only_headline and gap <= _LEAD and old.is_prior == new.main.prior)
    score += 2 * _same_when(new, old) + 2 * _same_where(new, old)
    score += 2 * bool(new.undergoers & old.undergoers) + bool(new.named & old.named)
    score += _SAME_DEAD * _same_dead(new, old)
    score += bool(new.modes & old.modes) + bool(_lemmas(new) & _lemmas(old))
    score += bool(new.tolls & old.tolls) - bool(new.tolls and old.tolls and not new.tolls & old.tolls)
    score += _SAME_SUM * _same_sum(new, old)
    # "the attack" is rather the one told right before than the one most told
    return score + (3 if gap <= 1 else 2) * _points_back(new, old)


def _told_together(new: Cluster, old: Cluster) -> bool:
    """Say whether harm is told in a sentence of the deed, and not as what came before it."""
    return not (new.main.prior or old.main.prior) and any(d.sentence == new.main.sentence for d in old.drafts)


def _points_back(new: Cluster, old: Cluster) -> bool:
    """Say whether new tellings refer to the old event: a definite noun, with no other target of its own."""
    others = new.main.undergoers and old.undergoers and not new.main.undergoers & old.undergoers
    return new.points_back and not others


def _numbers_apart(new: Cluster, old: Cluster) -> bool:
    """Say whether one deed is told anew where several were, or a deed where one came before."""
    singular = not new.main.trigger.pattern.vague and new.main.trigger.is_noun and not new.main.trigger.is_plural
    if singular and new.points_back and old.is_plural and not (old.only_headline and not old.is_prior):
        return True
    is_deed = not new.main.trigger.is_noun and new.family != HARM
    return is_deed and old.is_prior and not new.main.prior


def _nearness(new: Cluster, old: Cluster, gap: int) -> int:
    """Return what being told close by is worth: two deeds named in one sentence are rather two events."""
    two_deeds = gap <= 0 and new.family == old.family != HARM and new.main.trigger.is_noun
    return 0 if two_deeds else max(0, _RECENT - max(0, gap))


def linked(reading: Reading, one: Draft, other: Draft) -> bool:
    """Say whether grammar joins two event words: one governs the other within a few steps."""
    if one.sentence != other.sentence:
        return False
    here, there = one.trigger.token, other.trigger.token
    return there.index in _above(reading, here) or here.index in _above(reading, there)


def same_family(one: str, other: str) -> bool:
    """Say whether two kinds of event may be one: the same, or harm and what may cause it."""
    if one == other:
        return True
    return HARM in {one, other} and (one if other == HARM else other) in CAUSES


def whens_meet(one: When, other: When) -> bool:
    """Say whether two times may be the same: their intervals share a day, or their words do not differ."""
    if one.from_ and one.to and other.from_ and other.to:
        return _opens(one) <= other.to and _opens(other) <= one.to
    if one.from_ or other.from_:
        return True
    mine, theirs = _said(one), _said(other)
    return not mine or not theirs or mine in theirs or theirs in mine


def _opens(when: When) -> str:
    """Return the first day of a time; a weekend may begin on Friday evening."""
    if when.from_ is None or "weekend" not in _said(when):
        return when.from_ or ""
    return (date.fromisoformat(when.from_) - timedelta(days=1)).isoformat()


def places_meet(one: Where, other: Where) -> bool:
    """Say whether two places may be one: same name, near, or one inside the other's country or province."""
    if one.name.lower() == other.name.lower() or (one.place is not None and one.place == other.place):
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if one.precision == other.precision == "region" and one.country is not None:
        return True  # "northern Ethiopia" and "the Tigray region" may overlap
    if one.precision in _WIDE or other.precision in _WIDE:
        return one.precision != other.precision or one.lat is None or other.lat is None
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return True
    return _km(one.lat, one.lon, other.lat, other.lon) <= _NEAR_KM


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    return hypot(lat - other_lat, (lon - other_lon) * cos(radians(lat))) * _KM_PER_DEGREE


def _said(when: When) -> str:
    """Return the words of a time, which its reason quotes."""
    return when.why.partition("“")[2].partition("”")[0].lower()


def _kinds_apart(new: Cluster, old: Cluster) -> bool:
    """Say whether the kinds differ; harm of a protest must be told with it, not before it."""
    if not same_family(new.family, old.family):
        return not _is_mishap(new, old)
    if {new.family, old.family} in _UNMEANT:
        return any(d.roles.agents for c in (new, old) for d in c.drafts if d.family == HARM)
    return {"PROTEST", HARM} == {new.family, old.family} and not _told_together(new, old)


def _is_mishap(new: Cluster, old: Cluster) -> bool:
    """Say whether shots that one telling leaves open were fired by mishap as the other has it."""
    if {new.family, old.family} != {"ASSAULT", "accident"}:
        return False
    return (new.is_mishap or old.is_mishap) and "firearms" in new.modes | old.modes


def _reality_apart(new: Cluster, old: Cluster) -> bool:
    if new.is_attempt != old.is_attempt and not new.points_back and HARM not in {new.family, old.family}:
        return True
    return new.is_unreal != old.is_unreal and not (_points_back(new, old) and not old.is_unreal)


def _same_dead(new: Cluster, old: Cluster) -> bool:
    """Say whether someone named is killed in both: nobody dies twice."""
    by_name = any(one <= other or other <= one for one in new.slain for other in old.slain)
    return by_name or bool(new.dead & old.dead)


def _dead_apart(new: Cluster, old: Cluster) -> bool:
    """Say whether two single people were killed in different ways: one was shot, the other stabbed."""
    differs = bool(new.modes and old.modes) and not new.modes & old.modes
    return differs and new.has_lone_dead and old.has_lone_dead and not _same_dead(new, old)


def _same_sum(new: Cluster, old: Cluster) -> bool:
    """Say whether both count the same people: "four people were shot", "one was killed and three were hurt"."""
    sums = {one + other for one in old.tolls for other in old.hurt} | old.hurt
    return any(number >= _MANY and number in sums for number in new.hurt)


def _told_as_earlier(new: Cluster, old: Cluster) -> bool:
    return new.is_prior and any(d.sentence == new.main.sentence and d.family == new.family for d in old.drafts)


def _recalled_apart(new: Cluster, old: Cluster) -> bool:
    """Say whether only one is told as earlier; "the bombing in Lima" may mean one that was."""
    if (new.points_back and old.is_recalled and _same_where(new, old)) or _same_dead(new, old) or _resumes(new, old):
        return False
    return new.is_recalled != old.is_recalled


def _resumes(new: Cluster, old: Cluster) -> bool:
    """Say whether the next sentence takes up the very word: "recent fighting in the hills. The fighting broke out"."""
    near = new.first_sentence - old.last_sentence == 1
    return near and new.points_back and new.main.trigger.token.lemma.lower() in _lemmas(old)


def _times_apart(new: Cluster, old: Cluster) -> bool:
    if _same_dead(new, old) and _same_when(new, old):
        return False  # taken on one day and found dead on another
    return any(not whens_meet(mine, theirs) for mine in new.whens for theirs in old.whens)


def _places_apart(new: Cluster, old: Cluster) -> bool:
    mine, theirs = _resolved(new.wheres), _resolved(old.wheres)
    if any(d.harmed for d in new.drafts) and mine and mine[0].precision not in _WIDE:
        theirs = theirs[:1]  # who was harmed at one of several places is told apart
    return bool(mine) and bool(theirs) and not any(places_meet(mine[0], place) for place in theirs)


def _resolved(wheres: tuple[Where, ...]) -> tuple[Where, ...]:
    """Return the places that are known; if none is, all of them."""
    return tuple(w for w in wheres if w.lat is not None) or wheres


def _modes_apart(new: Cluster, old: Cluster) -> bool:
    if not new.modes or not old.modes or new.modes & old.modes:
        return False
    return not all(any({mine, theirs} <= group for group in _ALIKE) for mine in new.modes for theirs in old.modes)


def _taken_apart(new: Cluster, old: Cluster) -> bool:
    """Say whether people were taken in one and others attacked in the other, in sentences of their own."""
    if ("abduct" in new.modes) == ("abduct" in old.modes):
        return False
    if HARM in {new.family, old.family}:
        own = new.main.trigger.is_noun and new.undergoers and old.undergoers and not new.points_back
        return bool(own) and not new.undergoers & old.undergoers
    return not (new.undergoers & old.undergoers) and new.first_sentence > old.last_sentence and not new.points_back


def _doers_apart(new: Cluster, old: Cluster) -> bool:
    return bool(new.named and old.named) and not new.named & old.named and new.family != HARM


def _deeds_apart(new: Cluster, old: Cluster) -> bool:
    """Say whether others did it to others."""
    if new.points_back or new.family == HARM or _same_spot(new, old):
        return False
    told = new.doers and new.undergoers and old.undergoers
    return bool(told) and not new.undergoers & old.undergoers and not new.doers & old.doers


def _tolls_apart(new: Cluster, old: Cluster) -> bool:
    if old.only_headline or new.points_back or new.family == HARM or _same_spot(new, old):
        return False
    differs = bool(new.tolls) and bool(old.tolls) and not new.tolls & old.tolls
    return differs and new.main.trigger.is_noun


def _is_further(new: Cluster, old: Cluster) -> bool:
    return (new.main.fresh and not _same_spot(new, old)) or (_has_more_victims(new) and not old.only_headline)


def _has_more_victims(new: Cluster) -> bool:
    """Say whether a deed of its own has victims on top of others: "another ten died when a bomb exploded in …"."""
    own = any(d.family in {"ASSAULT", "accident"} and not d.definite for d in new.drafts)
    return own and not new.points_back and any(one.is_more for d in new.drafts for _, one in d.harmed)


#: What keeps two tellings apart, with a word for it.
_CONFLICTS: tuple[tuple[str, Callable[[Cluster, Cluster], bool]], ...] = (
    ("kind", _kinds_apart),
    ("status", _reality_apart),
    ("number", _numbers_apart),
    ("told as earlier", _told_as_earlier),
    ("recalled", _recalled_apart),
    ("time", _times_apart),
    ("place", _places_apart),
    ("mode", _modes_apart),
    ("taken", _taken_apart),
    ("doers", _doers_apart),
    ("deeds", _deeds_apart),
    ("toll", _tolls_apart),
    ("dead", _dead_apart),
    ("told as a further one", _is_further),
)


def _same_spot(new: Cluster, old: Cluster) -> bool:
    return _same_when(new, old) or _same_where(new, old)


def _same_when(new: Cluster, old: Cluster) -> bool:
    return any(
        mine.from_ is not None and mine.precision in _EXACT and mine.from_ == theirs.from_
        for mine in new.whens
        for theirs in old.whens
    )


def _same_where(new: Cluster, old: Cluster) -> bool:
    return any(
        mine.precision not in _WIDE and theirs.precision not in _WIDE and places_meet(mine, theirs)
        for mine in new.wheres
        for theirs in old.wheres
    )


def _lemmas(cluster: Cluster) -> frozenset[str]:
    return frozenset(d.trigger.token.lemma.lower() for d in cluster.drafts)


def _above(reading: Reading, token: Token) -> frozenset[int]:
    return frozenset(t.index for t, _ in zip(reading.ancestors(token), range(_HOPS), strict=False))
