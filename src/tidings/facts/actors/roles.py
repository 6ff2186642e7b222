"""Roles: the words beside a person's name that say what the person is."""

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.facts.actors.draft import DESCRIPTION, LOOSE, RANK, TITLE
from tidings.facts.actors.lexicon import bare, courtesy_titles, noun_ending_at, ranks
from tidings.facts.actors.names import Name
from tidings.model.mention import MentionKind
from tidings.model.reading import Reading, Token

_PHRASE_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_LINKS = frozenset({"of", "for", "to", "from", "with", "at", "in", "on", "against"})
_ENDS = frozenset({".", ";", ":", "(", ")", "—", "–", "“", "”", '"', "|"})
_OWN = frozenset({"its", "their", "his", "her", "our", "my"})
_LONGEST = 14
_OLDEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role as token range (half-open), where its head noun is, and how good the evidence is."""

    first: int
    last: int
    head: int | None
    level: int
    why: str


def find_roles(reading: Reading, name: Name) -> list[Role]:
    """Return what stands beside a person's name as a role, best evidence first."""
    found = (
        _before(reading, name),
        _after(reading, name),
        _set_before(reading, name),
        _set_before_clause(reading, name),
        _copula(reading, name),
        _origin(reading, name),
    )
    return sorted((role for role in found if role is not None), key=lambda role: -role.level)


def role_text(reading: Reading, role: Role) -> str:
    """Return a role's words without article, repeated words and courtesy titles at its end."""
    tokens = list(reading.tokens[role.first : role.last])
    while tokens and (tokens[0].upos in {"DET", "PUNCT"} or tokens[0].lower in _OWN or _is_age_word(tokens)):
        tokens.pop(0)
    tokens = _without_last_rank(tokens)
    while tokens and (bare(tokens[-1].text) in courtesy_titles() or tokens[-1].upos in {"PUNCT", "ADP", "DET"}):
        if bare(tokens[-1].text) in ranks() and len(tokens) == 1:
            break
        tokens.pop()
    if not tokens:
        return ""
    words = reading.text[tokens[0].start : tokens[-1].end].split()
    return " ".join(word for n, word in enumerate(words) if n == 0 or word != words[n - 1])


def _without_last_rank(tokens: list[Token]) -> list[Token]:
    """Leave out a rank behind an office: "Defense Minister General" is a minister."""
    last = len(tokens)
    whole = noun_ending_at(tokens, last - 1) if tokens else None
    if whole is not None and whole.last - whole.first > 1:
        return tokens
    while last > 1 and (bare(tokens[last - 1].text) in ranks() or tokens[last - 1].text == "."):
        last -= 1
    kept = noun_ending_at(tokens, last - 1) if 0 < last < len(tokens) else None
    return tokens[:last] if kept is not None and not kept.is_body else tokens


def _is_age_word(tokens: Sequence[Token]) -> bool:
    """Say whether words begin with an age: "33-year-old", "year-old"."""
    words = "".join(t.lower for t in tokens[:5])
    return ("year-old" in words and not words.startswith("old")) or (tokens[0].lower == "old" and len(tokens) > 1)


def _before(reading: Reading, name: Name) -> Role | None:
    """Read "NATO Secretary General" in "NATO Secretary General Jens Stoltenberg"."""
    tokens, first = reading.tokens, name.first
    sentence = tokens[name.first].sentence
    while first > 0 and tokens[first - 1].sentence == sentence and name.first - first < _LONGEST:
        if not _joins_left(tokens, first - 1, name):
            break
        first -= 1
    while first < name.first and tokens[first].upos in {"PUNCT", "PART", "ADP"}:
        first += 1
    first = _last_office(reading, first, name.first)
    if first == name.first:
        return None
    return _graded(reading, first, name.first)


def _last_office(reading: Reading, first: int, last: int) -> int:
    """Begin behind "for" where an office of its own follows: "spokesman for District Attorney X" is two people."""
    for index in range(last - 1, first, -1):
        is_link = reading.tokens[index].lower in {"of", "for", "to"}
        if is_link and _last_person_noun(reading, index + 1, last) is not None:
            return index + 1
    return first


def _joins_left(tokens: Sequence[Token], index: int, name: Name) -> bool:
    token = tokens[index]
    if token.upos in _PHRASE_TAGS or bare(token.text) in ranks() or token.text in {"-", "’s", "'s", "&"}:
        return token.upos != "NUM" or index > name.first - 3 or tokens[index + 1].text == "-"
    if token.text == "." and index > 0:
        return bare(tokens[index - 1].text) in ranks()
    # "Secretary of State X", "Minister for the Middle East X", "ambassador to Kenya X"
    if token.lower in {"of", "for", "to", "the", "and"} and index > 0:
        return _office_left_of(tokens, index)
    return False


def _office_left_of(tokens: Sequence[Token], index: int) -> bool:
    """Say whether "of", "for" or "the" belongs to an office: a title noun stands just before it."""
    while index > 0 and tokens[index].lower in {"of", "for", "to", "the"}:
        index -= 1
    noun = noun_ending_at(tokens, index)
    if noun is None or noun.is_body or noun.is_plural:
        return False
    return noun.category in {"official", "military", "police"} or noun.word in {
        "leader",
        "chief",
        "head",
        "director",
        "archbishop",
        "bishop",
    }


def _graded(reading: Reading, first: int, last: int) -> Role | None:
    head = _last_person_noun(reading, first, last)
    rank = any(bare(t.text) in ranks() for t in reading.tokens[first:last])
    if head is None and not rank:
        return None
    words = [bare(t.text) for t in reading.tokens[first:last] if t.upos != "PUNCT"]
    if all(word in courtesy_titles() for word in words) and not rank:
        return None
    only_rank = all(word in ranks() or word in courtesy_titles() for word in words)
    return Role(first=first, last=last, head=head, level=RANK if only_rank else TITLE, why="the title before the name")


def _last_person_noun(reading: Reading, first: int, last: int) -> int | None:
    for index in range(last - 1, first - 1, -1):
        noun = noun_ending_at(reading.tokens, index)
        if noun is not None and not noun.is_body and noun.first >= first:
            return index
    return None


def _first_person_noun(reading: Reading, first: int, last: int) -> int | None:
    for index in range(first, last):
        noun = noun_ending_at(reading.tokens, index)
        if noun is None or noun.is_body:
            continue
        follows = (
            index + 1 < last
            and noun_ending_at(reading.tokens, index + 1) is not None
            and not _is_link(reading.tokens[index + 1])
        )
        if not follows:
            return index
    return None


def _after(reading: Reading, name: Name) -> Role | None:
    """Read "spokesman for the coalition" in "Wayne Marotto, spokesman for the coalition"."""
    tokens, at = reading.tokens, name.last
    if (
        at + 1 >= len(tokens)
        or tokens[at].text not in {",", "(", "—", "–", "-"}
        or tokens[at + 1].sentence != tokens[name.first].sentence
    ):
        return None
    first = at + 1
    if tokens[first].upos == "NUM" and _is_age(tokens[first]):
        return _after_age(reading, first)
    if tokens[first].lower in {"who", "which"}:
        return _relative(reading, first)
    last = _phrase_end(tokens, first)
    head = _first_person_noun(reading, first, last)
    if head is None or not _reaches(tokens, first, head):
        return None
    return Role(first=first, last=last, head=head, level=DESCRIPTION, why="the apposition after the name")


def _after_age(reading: Reading, first: int) -> Role | None:
    """Read "27, of Bristol" or "27, a teacher"."""
    tokens = reading.tokens
    if first + 1 >= len(tokens) or tokens[first + 1].text != ",":
        return None
    start = first + 2
    last = _phrase_end(tokens, start)
    last = next((i for i in range(start, last) if tokens[i].upos == "CCONJ"), last)
    if last <= start or tokens[start].sentence != tokens[first].sentence:
        return None
    head = _first_person_noun(reading, start, last)
    if head is not None and _reaches(tokens, start, head):
        return Role(first=start, last=last, head=head, level=DESCRIPTION, why="the apposition after the name and age")
    if tokens[start].lower in {"of", "from"}:
        return Role(first=first, last=last, head=None, level=LOOSE, why="age and home after the name")
    return None


def _relative(reading: Reading, first: int) -> Role | None:
    """Read "who is the commander of X", "who heads the X"."""
    tokens = reading.tokens
    start = first + 1
    if start >= len(tokens) or tokens[start].lower not in {"is", "was", "serves", "served", "became"}:
        return None
    start += 2 if start + 1 < len(tokens) and tokens[start + 1].lower == "as" else 1
    last = _phrase_end(tokens, start)
    head = _first_person_noun(reading, start, last)
    if head is None or not _reaches(tokens, start, head):
        return None
    return Role(first=start, last=last, head=head, level=DESCRIPTION, why="the relative clause after the name")


def _copula(reading: Reading, name: Name) -> Role | None:
    """Read "X is the commander of Y"."""
    tokens = reading.tokens
    at = name.last
    if at + 1 >= len(tokens) or tokens[at].lower not in {"is", "was"} or tokens[at + 1].upos != "DET":
        return None
    last = _phrase_end(tokens, at + 1)
    head = _first_person_noun(reading, at + 1, last)
    if head is None or not _reaches(tokens, at + 1, head):
        return None
    return Role(first=at + 1, last=last, head=head, level=LOOSE, why="the copula after the name")


def _set_before(reading: Reading, name: Name) -> Role | None:
    """Read "the group's leader" in "the group's leader, X,"."""
    tokens, at = reading.tokens, name.first - 1
    while at > 0 and (
        bare(tokens[at].text) in ranks() or bare(tokens[at].text) in courtesy_titles() or tokens[at].text == "."
    ):
        at -= 1
    if at < 1 or tokens[at].text != "," or tokens[at].sentence != tokens[name.first].sentence:
        return None
    after = tokens[name.last] if name.last < len(tokens) else None
    if after is not None and after.lower in {"and", "or"}:
        return None
    first = at
    while (
        first > 0
        and at - first < _LONGEST
        and _in_phrase(tokens[first - 1])
        and tokens[first - 1].sentence == tokens[at].sentence
    ):
        first -= 1
    starts = [
        i
        for i in range(first, at)
        if tokens[i].upos == "DET" or tokens[i].deprel == "nmod:poss" or tokens[i].text in {"’s", "'s"}
    ]
    head = _last_person_noun(reading, first, at)
    starts = [start for start in starts if head is not None and start <= head]
    if head is None or not starts:
        return None
    first = _phrase_start(tokens, first, starts[-1])
    head = _first_person_noun(reading, starts[-1], at) or head
    noun = noun_ending_at(tokens, head)
    if noun is None or noun.is_plural or not _reaches(tokens, first, head):
        return None
    return Role(first=first, last=at, head=head, level=DESCRIPTION, why="the description set before the name")


def _set_before_clause(reading: Reading, name: Name) -> Role | None:
    """Read "a local leader" in "a local leader who tried to mediate, X, was shot"."""
    token = reading.tokens[name.first]
    head = reading.head(token) if token.deprel == "appos" else None
    clause = reading.child(head, "acl") if head is not None else None
    if head is None or clause is None or not head.index < clause.index < name.first:
        return None
    noun = noun_ending_at(reading.tokens, head.index)
    if noun is None or noun.is_body or noun.is_plural:
        return None
    first = head.index
    while first > 0 and reading.tokens[first - 1].head == head.index and _in_phrase(reading.tokens[first - 1]):
        first -= 1
    why = "the description and its clause before the name"
    return Role(first=first, last=head.index + 1, head=head.index, level=DESCRIPTION, why=why)


def _phrase_start(tokens: Sequence[Token], first: int, start: int) -> int:
    """Begin with whose it is: "the group" in "the group's leader"."""
    while start > first and tokens[start].text in {"’s", "'s"} and tokens[start - 1].upos in _PHRASE_TAGS:
        start -= 1
        while start > first and tokens[start - 1].upos in _PHRASE_TAGS | {"DET"}:
            start -= 1
    return start


def _origin(reading: Reading, name: Name) -> Role | None:
    """Read "of the State Police" in "Sgt. X of the State Police"."""
    tokens, at = reading.tokens, name.last
    if at < len(tokens) and tokens[at].text == "," and at + 1 < len(tokens):
        at += 1
    if (
        at + 1 >= len(tokens)
        or tokens[at].lower not in {"of", "with", "from"}
        or tokens[at].sentence != tokens[name.first].sentence
    ):
        return None
    last = _phrase_end(tokens, at + 1)
    bodies = [n for n in (noun_ending_at(tokens, i) for i in range(at + 1, last)) if n is not None and n.is_body]
    if not bodies:
        return None
    return Role(first=at + 1, last=last, head=None, level=0, why="the body after the name")


def _in_phrase(token: Token) -> bool:
    return (
        token.upos in _PHRASE_TAGS | {"DET", "PART"}
        or token.lower in _LINKS | {"its", "their", "his", "her", "and"}
        or token.text == "-"
    )


def _phrase_end(tokens: Sequence[Token], first: int) -> int:
    """Return where a phrase ends: at a mark, a verb or a pronoun that opens a clause."""
    last = first
    while last < len(tokens) and last - first < _LONGEST and tokens[last].sentence == tokens[first].sentence:
        token = tokens[last]
        if token.text == "." and last > first and bare(tokens[last - 1].text) in ranks():
            last += 1
            continue
        if (
            token.text == ","
            or token.text in _ENDS
            or token.upos in {"AUX", "SCONJ"}
            or token.lower in {"who", "which", "that"}
        ):
            break
        if token.upos == "VERB" and last > first and not _is_modifier(tokens, last):
            break
        last += 1
    while last > first and tokens[last - 1].upos in {"ADP", "CCONJ", "DET", "PUNCT", "ADV"}:
        last -= 1
    return last


def _is_modifier(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].deprel in {"amod", "compound"} or (index > 0 and tokens[index - 1].text == "-")


def _reaches(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Say whether only adjectives, nouns and articles stand between the start and the head noun."""
    return all(
        t.upos in _PHRASE_TAGS | {"DET", "PART", "PUNCT", "ADV"}
        or t.lower in {"its", "his", "her", "their", "of"}
        or t.deprel == "amod"
        for t in tokens[first:head]
    )


def _is_age(token: Token) -> bool:
    return token.text.isdigit() and int(token.text) <= _OLDEST


def _is_link(token: Token) -> bool:
    return token.lower in _LINKS


def is_role_of(name: Name) -> bool:
    """Say whether a name can have a role."""
    return name.kind is MentionKind.PERSON
