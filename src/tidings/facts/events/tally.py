"""Tally: one event's casualties from the statements of harm that belong to it.

Figures that are said again are one entry, subsets point to their whole, a victim who is named
after "three people were killed" is one of the three, and someone who was shot and died counts
among the dead alone. Figures that contradict each other stay side by side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from tidings.facts.events.found import FoundCasualty
from tidings.facts.events.sexes import sexes_differ
from tidings.facts.events.treated import RULE
from tidings.facts.events.victims import singular
from tidings.model.event import Casualties, Harm, Victim
from tidings.model.span import Span
from tidings.resources import load_table

_OPEN_WORDS = frozenset(
    {"people", "person", "others", "other people", "other", "victim", "victims", "persons", "deaths", "death", "dead"}
)
_ADDING = frozenset({"other", "others", "another", "more", "additional", "further"})
_VAGUE = 3
_CONDITION = "condition of a patient"
_DETAILS = frozenset({_CONDITION, "injuries that someone has", RULE})


@dataclass(slots=True)
class _Entry:
    """A casualty under construction: the statements that were joined and the whole it is of."""

    best: FoundCasualty
    number: int
    whole: "_Entry | None" = None
    low: int | None = None
    high: int | None = None
    approximate: bool = False
    harm: Harm = Harm.KILLED
    said: list[FoundCasualty] = field(default_factory=list)

    @property
    def is_single(self) -> bool:
        return (self.low, self.high) == (1, 1)


def tally(found: Sequence[FoundCasualty], chosen: Iterable[int]) -> tuple[Casualties, ...]:
    """Return the casualties of the event that the chosen ones of all found casualties belong to."""
    entries: list[_Entry] = []
    of_number: dict[int, _Entry] = {}
    for number in sorted(chosen):
        one = found[number]
        explicit = of_number.get(one.part_of) if one.part_of is not None else None
        entry = _add(entries, one, number, explicit)
        if entry is not None:
            of_number[number] = entry
    _settle_shot(entries)
    _settle_wholes(entries)
    return _written(entries)


def _add(entries: list[_Entry], one: FoundCasualty, number: int, explicit: _Entry | None) -> _Entry | None:
    """Add a statement of harm to an event's entries; return the entry that it went to."""
    peers = [e for e in entries if e.harm is one.harm]
    whole = explicit or _whole_for(one, peers)
    same = next((e for e in peers if _is_same(e, one, whole)), None)
    if same is not None:
        _join(same, one)
        return same
    if one.points_back and one.at_most != 1 and peers:
        return peers[0]
    entry = _Entry(
        best=one,
        number=number,
        whole=whole,
        low=one.at_least,
        high=one.at_most,
        approximate=one.people.approximate,
        harm=one.harm,
        said=[one],
    )
    entries.append(entry)
    return entry


def _whole_for(one: FoundCasualty, peers: list[_Entry]) -> _Entry | None:
    """Return the whole of which "two of them" or "two in critical condition" is a part: the largest so far."""
    patients = one.rule in _DETAILS and one.people.head.upos == "NUM"
    if not one.is_part and not patients:
        return None
    return max((e for e in peers if e.whole is None and _size(e) >= (one.at_least or 1)), key=_size, default=None)


def _size(entry: _Entry) -> int:
    return entry.low or entry.high or 0


def _is_same(entry: _Entry, one: FoundCasualty, whole: _Entry | None) -> bool:
    """Say whether a statement repeats an entry."""
    if entry.best.trigger.index == one.trigger.index and entry.best.span != one.span:
        return False
    if whole is entry or (one.is_part and entry.whole is None):
        return False
    if entry.low == one.at_least == 1 and {entry.high, one.at_most} <= {1, None}:
        return _may_be_one_person(entry, one)
    if all(_is_vague(said) for said in entry.said) or _is_vague(one):
        return not entry.is_single and one.at_most != 1 and _may_be_one_group(entry, one) and not one.is_part
    return _bounds_agree(entry, one) and one.at_most != 1 and not entry.is_single and _may_be_one_group(entry, one)


def _bounds_agree(entry: _Entry, one: FoundCasualty) -> bool:
    """Say whether two figures share a bound and contradict each other in none."""
    pairs = ((entry.low, one.at_least), (entry.high, one.at_most))
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    return bool(known) and all(a == b for a, b in known)


def _is_vague(one: FoundCasualty) -> bool:
    """Say whether a figure is only "several" or a plain plural, which any other number makes exact."""
    low = one.at_least or 0
    return one.at_most is None and one.people.approximate and low <= _VAGUE


def _may_be_one_person(entry: _Entry, one: FoundCasualty) -> bool:
    """Say whether two single victims may be the same person."""
    known = [said for said in entry.said if said.people.names]
    if known and one.people.names:
        return any(_names_meet(said, one) for said in known)
    if _is_other(one) and not one.people.named:
        return any(
            said.people.who == one.people.who and said.trigger.sentence != one.trigger.sentence for said in entry.said
        )
    if any(_nations_differ(said, one) for said in entry.said):
        return False
    return not any(sexes_differ(said.people, one.people) for said in entry.said)


def _nations_differ(said: FoundCasualty, one: FoundCasualty) -> bool:
    nations = {said.people.nationality, one.people.nationality} - {None}
    return len(nations) > 1


def _names_meet(said: FoundCasualty, one: FoundCasualty) -> bool:
    if said.entity is not None and said.entity == one.entity:
        return True
    return bool(said.people.names & one.people.names)


def _is_other(one: FoundCasualty) -> bool:
    words = set((one.people.who or "").lower().split())
    return bool(words & _ADDING) or "another" in one.why.lower()


def _may_be_one_group(entry: _Entry, one: FoundCasualty) -> bool:
    """Say whether two equal figures may count the same people: no different words in one breath."""
    words = [_noun(p.head.lower) for p in (entry.best.people, one.people)]
    if words[0] == words[1] or any(w in _OPEN_WORDS or w.isdigit() for w in words):
        return not _is_other(one) or entry.best.trigger.sentence != one.trigger.sentence
    kinds = {entry.best.people.victim, one.people.victim}
    return Victim.UNKNOWN in kinds and entry.best.trigger.sentence != one.trigger.sentence


def _noun(word: str) -> str:
    """Return the singular of a noun for people, the plain one of those that mean the same: "kids" are children."""
    found: str = load_table("victims.toml")["alike"].get(singular(word), singular(word))
    return found


def _join(entry: _Entry, one: FoundCasualty) -> None:
    """Join a repetition: the more careful bounds and the more telling words stay."""
    if all(_is_vague(said) for said in entry.said) and not _is_vague(one):
        entry.low = one.at_least if one.at_least is not None else entry.low
        entry.high, entry.approximate, entry.best = one.at_most, one.people.approximate, one
        entry.said.append(one)
        return
    entry.said.append(one)
    if _is_vague(one):
        return
    if one.at_most is None or entry.high is None:
        entry.low = max(filter(None, (entry.low, one.at_least)), default=None)
        entry.high = None
    entry.approximate = entry.approximate or one.people.approximate
    if _tells_more(one, entry.best):
        entry.best = one


def _tells_more(one: FoundCasualty, best: FoundCasualty) -> bool:
    if not best.people.who and one.people.who and not one.people.pronoun:
        return True
    if one.people.pronoun or one.points_back:
        return False
    if best.people.pronoun or best.points_back or not best.people.who:
        return True
    return one.people.victim is not Victim.UNKNOWN and best.people.victim is Victim.UNKNOWN and not best.people.named


def _settle_shot(entries: list[_Entry]) -> None:
    """Settle who was shot and lived: those told to be dead are not injured as well."""
    dead = [e for e in entries if e.harm is Harm.KILLED and e.whole is None]
    hurt = [e for e in entries if e.harm is Harm.INJURED]
    for entry in hurt:
        same = next((d for d in dead if (_is_one_victim if entry.is_single else _are_the_dead)(entry, d)), None)
        if same is not None:
            same.said.extend(entry.said)
            _drop(entries, entry)
    shot = [e for e in hurt if e in entries and all(s.weak for s in e.said) and not e.is_single]
    for entry in sorted(shot, key=_is_care):
        if not (_is_care(entry) and _settle_care(entries, entry, dead)):
            _settle_many_shot(entries, entry, dead)


def _drop(entries: list[_Entry], gone: _Entry) -> None:
    """Take an entry out with those who are told of as some of it."""
    entries[:] = [e for e in entries if e is not gone and e.whole is not gone]


def _is_care(entry: _Entry) -> bool:
    """Say whether people are only told of as patients: "three people were taken to hospital"."""
    return all(s.rule == RULE for s in entry.said)


def _settle_care(entries: list[_Entry], care: _Entry, dead: list[_Entry]) -> bool:
    """Settle patients against those told to be hurt: whom others count already are none on top of them."""
    hurt = [e for e in entries if e.harm is Harm.INJURED and e is not care]
    others = [e for e in hurt if e.whole is not care and not _is_care(e)]
    told = sum(_size(e) for e in others if e.whole is None)
    killed = max((_size(e) for e in dead), default=0)
    if not told or (_size(care) > told + killed and any(_is_other(s) for s in care.said)):
        return False
    largest = max(others, key=_size)
    if _size(care) <= _size(largest):
        care.whole = largest
    elif _size(care) <= told + killed:
        _drop(entries, care)
    else:
        for entry in others:
            entry.whole = entry.whole or care
    return True


def _is_one_victim(hurt: _Entry, dead: _Entry) -> bool:
    """Say whether someone hurt is someone dead."""
    if not dead.is_single:
        return hurt.best.entity is not None and any(s.entity == hurt.best.entity for s in dead.said)
    if hurt.best.entity is not None and any(s.entity == hurt.best.entity for s in dead.said):
        return True
    if any(_is_other(s) or s.lives for s in hurt.said):
        return False
    weak = all(s.may_die or s.points_back for s in hurt.said)
    return weak and any(_may_be_one_person(dead, s) for s in hurt.said)


def _are_the_dead(hurt: _Entry, dead: _Entry) -> bool:
    """Say whether a number of people hurt are those dead: "both men had gunshot wounds", "both men died"."""
    same = singular(hurt.best.people.head.lower) == singular(dead.best.people.head.lower)
    pointed = all(s.people.definite for s in hurt.said) or hurt.best.span == dead.best.span
    return same and pointed and (hurt.low, hurt.high) == (dead.low, dead.high)


def _settle_many_shot(entries: list[_Entry], shot: _Entry, dead: list[_Entry]) -> None:
    """Settle "five people were shot" against the dead and the injured told beside them; patients are alive."""
    if any(s.lives or s.rule == _CONDITION for s in shot.said):
        return
    among = [e for e in dead if _may_be_among(e, shot)]
    killed = max((*(_size(e) for e in among), sum(1 for e in among if e.is_single)), default=0)
    if not killed or any(_is_other(s) for s in shot.said):
        return
    others = [e for e in entries if e.harm is Harm.INJURED and e is not shot and not all(s.weak for s in e.said)]
    if shot.low is not None and killed >= shot.low:
        _drop(entries, shot)
    elif others:
        shot.harm = Harm.KILLED_OR_INJURED
    elif shot.low is not None and shot.low == shot.high:
        shot.low = shot.high = shot.low - killed
        shot.best = replace(shot.best, why=f"{shot.best.why}; less {killed} who died")


def _may_be_among(dead: _Entry, shot: _Entry) -> bool:
    """Say whether those dead may be of those shot: "three women were shot and a boy was killed" has four."""
    words = [singular(e.best.people.head.lower) for e in (dead, shot)]
    apart = dead.best.trigger.sentence == shot.best.trigger.sentence and not any(s.is_part for s in dead.said)
    named = dead.best.people.named or dead.best.people.head.upos == "NUM" or shot.best.people.head.upos == "NUM"
    return not apart or named or words[0] == words[1] or bool({*words} & _OPEN_WORDS)


def _settle_wholes(entries: list[_Entry]) -> None:
    """Make parts of those who are told of one by one beside a number that holds them."""
    for harm in {e.harm for e in entries}:
        peers = [e for e in entries if e.harm is harm and e.whole is None]
        whole = max((e for e in peers if _size(e) > 1), key=_size, default=None)
        if whole is None:
            continue
        for entry in _summing_up(whole, peers):
            entry.whole = whole
        beside = _are_others_than(whole, entries)
        for entry in peers:
            apart = entry is whole or entry.whole is not None or _adds(entry, whole, entries)
            if not apart and _is_part_of(entry, whole, beside=beside):
                entry.whole = whole


def _summing_up(whole: _Entry, peers: list[_Entry]) -> list[_Entry]:
    """Return those who are told one by one beside their sum: "three people, a man and two women, were killed"."""
    words = {s.trigger.index for s in whole.said}
    beside = [e for e in peers if e is not whole and any(s.trigger.index in words for s in e.said)]
    return beside if len(beside) > 1 and sum(_size(e) for e in beside) == _size(whole) else []


def _are_others_than(whole: _Entry, entries: list[_Entry]) -> bool:
    """Say whether "three others" are others than those of another harm: "one was killed and three others hurt"."""
    sentences = {s.trigger.sentence for s in whole.said if _is_other(s)}
    return any(e.harm is not whole.harm and s.trigger.sentence in sentences for e in entries for s in e.said)


def _is_part_of(entry: _Entry, whole: _Entry, *, beside: bool) -> bool:
    """Say whether an entry singles out some of a larger number; `beside` has others than those of another harm."""
    if any(a.trigger.index == b.trigger.index for a in entry.said for b in whole.said):
        return False
    if entry.best.trigger.sentence == whole.best.trigger.sentence or _is_apart(entry):
        return False
    if entry.is_single:
        return beside or not any(_is_other(s) for s in whole.said)
    if _is_later_and_smaller(entry, whole):
        return True
    specific = singular(entry.best.people.head.lower) not in _OPEN_WORDS and not entry.best.people.head.lower.isdigit()
    head = whole.best.people.head
    open_whole = singular(head.lower) in _OPEN_WORDS or head.upos == "NUM" or head.index == whole.best.trigger.index
    return specific and open_whole and (entry.low or 0) < _size(whole)


def _is_apart(entry: _Entry) -> bool:
    """Say whether a figure is a total of its own ("the toll is 15")."""
    return any(s.rule == "running total" for s in entry.said)


def _adds(entry: _Entry, whole: _Entry, entries: list[_Entry]) -> bool:
    """Say whether "another man" is one more than a total: nobody else was told of between the two."""
    further = [s for s in entry.said if _is_other(s) or (s.is_more and s.people.counted)]
    if not further or all(s.people.definite for s in further):
        return False
    first = min(s.trigger.index for s in entry.said)
    before = [s for e in entries for s in e.said if s.trigger.index < first]
    last = max(before, key=_place, default=None)
    return last is None or any(last.trigger.sentence == s.trigger.sentence for s in whole.said)


def _place(told: FoundCasualty) -> int:
    return told.trigger.index


def _is_later_and_smaller(entry: _Entry, whole: _Entry) -> bool:
    """Say whether a smaller number of anyone comes after the total, from the same source or the report itself."""
    later = entry.best.trigger.sentence > whole.best.trigger.sentence
    sources = {entry.best.source, whole.best.source}
    tellers = {entry.best.teller, whole.best.teller}
    rest = all(s.people.definite and _is_other(s) for s in entry.said)
    most = _size(whole) if rest else _size(whole) - 1
    no_rivals = len(sources) == 1 or "report" in sources or (len(tellers) == 1 and None not in tellers)
    return later and (no_rivals or _are_details(entry)) and _size(entry) <= most


def _are_details(entry: _Entry) -> bool:
    """Say whether some are told of as patients, so that their number is no total."""
    return all(s.rule in _DETAILS for s in entry.said)


def _written(entries: list[_Entry]) -> tuple[Casualties, ...]:
    ids = {id(entry): f"c{number}" for number, entry in enumerate(entries, 1)}
    return tuple(_casualties(entry, ids) for entry in entries)


def _kind(entry: _Entry) -> Victim:
    """Return the kind of a victim: of the most telling words, else that of any other, of one person.

    Who is under age is a civilian, as a boy or a girl is.
    """
    kinds = (said.people.victim for said in entry.said if entry.is_single and said.people.victim is not Victim.UNKNOWN)
    best = entry.best.people.victim
    if best is Victim.UNKNOWN:
        best = next(kinds, best)
    is_minor = entry.is_single and any(said.people.is_minor for said in entry.said)
    return Victim.CIVILIAN if is_minor and best is Victim.UNKNOWN else best


def _casualties(entry: _Entry, ids: dict[int, str]) -> Casualties:
    best = entry.best
    return Casualties(
        id=ids[id(entry)],
        harm=entry.harm,
        at_least=entry.low,
        at_most=entry.high,
        approximate=entry.approximate,
        who=best.people.who,
        victim=_kind(entry),
        nationality=best.people.nationality,
        part_of=ids.get(id(entry.whole)) if entry.whole is not None else None,
        source=best.source,
        span=Span(best.span.start, best.span.end),
        why=best.why,
        rule=best.rule,
    )
