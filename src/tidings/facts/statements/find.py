"""Statements of a report."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tidings.facts.nearby import Nearby
from tidings.facts.scene import Scene
from tidings.facts.statements.acts import find_act, read_cue
from tidings.facts.statements.anonymity import conditions_of, outside_conditions, sets_condition
from tidings.facts.statements.around import pieces_around
from tidings.facts.statements.beside import quotation_beside, with_quotations
from tidings.facts.statements.blocks import RULE as BLOCK
from tidings.facts.statements.blocks import drafts_of_blocks
from tidings.facts.statements.circumstances import find_conditions, said_at_first, said_when, said_where
from tidings.facts.statements.clauses import complement_of, draft_of_verb, drafts_of_clauses, source_of_verb
from tidings.facts.statements.cover import Statements
from tidings.facts.statements.credited import drafts_of_credited
from tidings.facts.statements.cues import says
from tidings.facts.statements.drafts import Draft
from tidings.facts.statements.ends import with_ends
from tidings.facts.statements.lexicon import words
from tidings.facts.statements.linked import drafts_of_links
from tidings.facts.statements.passives import turned
from tidings.facts.statements.phrases import drafts_of_according, drafts_of_headlines
from tidings.facts.statements.pointing import TRANSCRIPT, drafts_of_pointers, drafts_of_transcripts
from tidings.facts.statements.quotations import find_quotations, quoted_share
from tidings.facts.statements.quoted import drafts_of_quoted, of_quoted, without_doubles, without_own_words
from tidings.facts.statements.releases import drafts_of_releases, issuer
from tidings.facts.statements.speakers import find_speaker, speaker_before
from tidings.model.span import Span
from tidings.model.statement import Act, Form, Speaker, Statement

#: Acts that need no content: who declines says nothing.
_WITHOUT_CONTENT = frozenset({Act.DECLINE, Act.NOT_CONFIRM, Act.OTHER})
#: Words that say nothing without what they introduce.
_EMPTY = frozenset({"that", "the following", "as follows"})
_DIRECT, _QUOTED = 0.85, 0.0
#: A sentence is seldom longer than so many characters.
_REACH = 500


def find_statements(scene: Scene) -> Statements:
    """Return the statements in text order, with ids s1, s2 and so on."""
    quotations = find_quotations(scene.text)
    drafts = find_drafts(scene, quotations)
    set_ = find_conditions(scene)
    drafts = [outside_conditions(scene, draft, set_) for draft in drafts if not sets_condition(draft, set_)]
    conditions = conditions_of(scene, drafts, set_)
    built: list[Statement] = []
    for draft in drafts:
        condition = conditions.get(draft)
        statement = _build(scene, draft, quotations, condition, built)
        if statement.content or statement.act in _WITHOUT_CONTENT:
            built.append(_with_day(scene, statement, built))
    pieces = Nearby(((piece, s), (piece,)) for s in built for piece in s.content)
    return Statements(replace(s, within=_enclosing(s, pieces)) for s in built)


def find_drafts(scene: Scene, quotations: Sequence[Span]) -> list[Draft]:
    """Return all attributions in text order: the encoder's, then what rules add to them."""
    drafts = [*drafts_of_according(scene, quotations), *drafts_of_blocks(scene), *drafts_of_pointers(scene)]
    drafts += drafts_of_credited(scene)
    linked = [draft for draft in drafts_of_links(scene, quotations) if not _is_told(draft, drafts)]
    linked = without_own_words(linked, quotations, scene.reading)
    told = Nearby((draft, draft.contents) for draft in linked)
    whole = [turned(scene.reading, _completed(scene, draft, told, quotations)) for draft in linked]
    drafts += _with_pieces_around(scene, whole)
    drafts = without_doubles(scene.reading, drafts)
    drafts += drafts_of_quoted(scene.reading, tuple(drafts))
    for found in (drafts_of_clauses(scene, quotations), drafts_of_headlines(scene)):
        drafts += _new(scene, found, drafts)
    drafts = with_quotations(scene, drafts, quotations)
    drafts = [*drafts, *drafts_of_releases(scene, tuple(drafts), quotations), *drafts_of_transcripts(scene)]
    return sorted((with_ends(scene.reading, draft) for draft in drafts), key=_position)


def _with_pieces_around(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts with what stands before a speaker in the middle of a sentence."""
    told = Nearby((draft, draft.parts) for draft in drafts)
    found = []
    for draft in drafts:
        near = told.at(Span(max(0, draft.start - _REACH), draft.end)) if draft.contents else ()
        taken = [part for other in near if other is not draft for part in other.parts]
        found.append(replace(draft, contents=pieces_around(scene.reading, draft, taken)))
    return found


def _is_told(draft: Draft, according: Sequence[Draft]) -> bool:
    """Say whether a link tells, well or badly, what an "according to" tells."""
    for other in according:
        if other.cue is None or other.source is None or draft.cue is None:
            continue
        if draft.cue.overlaps(other.cue) or (draft.source is not None and draft.source.overlaps(other.source)):
            return True
    return False


def _completed(scene: Scene, draft: Draft, told: Nearby[Draft], quotations: Sequence[Span]) -> Draft:
    """Give a cue that lacks its source or its content what grammar and quotation marks say of it.

    `told` are the drafts of all cues, by their contents.
    """
    cue = draft.cue
    if cue is None:
        return draft
    contents = tuple(piece for piece in draft.contents if piece.of(scene.text).lower() not in _EMPTY)
    given = contents
    if [piece.of(scene.text).lower() for piece in contents] == ["which"]:
        contents = ()  # what it stands for says more
    draft = of_quoted(scene.reading, replace(draft, contents=contents))
    if draft.source is not None and draft.contents:
        return draft
    verb = read_cue(scene.reading, cue).head
    is_verb = verb is not None and verb.upos == "VERB"
    found = draft_of_verb(scene.reading, verb, quotations) if verb is not None and is_verb else None
    contents = draft.contents or quotation_beside(scene.reading, draft, told, quotations)
    contents = contents or (found.contents if found is not None else ())
    if not contents and says(scene.reading, cue):
        contents = complement_of(scene.reading, cue, quotations)
    if any(other is not draft and other.touches(piece) for piece in contents for other in told.at(piece)):
        contents = draft.contents
    source = draft.source or (source_of_verb(scene.reading, verb) if verb is not None and is_verb else None)
    if source is not None and any(piece.overlaps(source) for piece in contents):
        source = draft.source
    return replace(draft, source=source, contents=contents or given)


def _new(scene: Scene, found: Iterable[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that say something which no earlier one says."""
    known = Nearby((draft, draft.parts) for draft in drafts)
    kept: list[Draft] = []
    for draft in found:
        parts = draft.parts if draft.cue is not None else (Span(0, len(scene.text)),)
        if not any(_clashes(scene, draft, other) for part in parts for other in known.at(part)):
            kept.append(draft)
            known.add(draft, draft.parts)
    return kept


def _clashes(scene: Scene, draft: Draft, other: Draft) -> bool:
    if draft.cue is None:
        return True
    if other.cue is not None and other.cue.overlaps(draft.cue):
        return True
    if other.covers(draft.cue):
        verb = read_cue(scene.reading, draft.cue).head
        return verb is None or verb.lemma.lower() not in words("cues", "nested")
    if other.source is not None and other.source.overlaps(draft.cue):
        return True
    if draft.rule == "object" and draft.contents[-1].end <= draft.cue.start:
        return False  # what "which" stands for is told there and denied here
    return any(other.touches(piece) for piece in draft.contents)


def _build(
    scene: Scene, draft: Draft, quotations: tuple[Span, ...], condition: str | None, earlier: Sequence[Statement]
) -> Statement:
    cue = read_cue(scene.reading, draft.cue)
    act, why = find_act(scene.reading, cue, draft.contents)
    return Statement(
        id=f"s{len(earlier) + 1}",
        speaker=_speaker(scene, draft, condition, earlier),
        cue=draft.cue,
        content=draft.contents,
        form=_form(draft, quotations),
        act=act,
        when=said_when(scene, cue.head) or said_at_first(scene, draft.source),
        venue=said_where(scene.reading, cue.head, draft.contents),
        within=None,
        why=f"{draft.why}; {why}",
        rule=draft.rule,
    )


def _speaker(scene: Scene, draft: Draft, condition: str | None, earlier: Sequence[Statement]) -> Speaker | None:
    speaker = find_speaker(scene, draft.source, condition)
    if speaker is None or draft.source is None:
        return speaker
    word = draft.source.of(scene.text).lower()
    if word in words("release", "first_person"):
        body = issuer(scene)
        entity = scene.actors.resolve(body) if body is not None else None
        return replace(speaker, entity=entity, named=entity is not None, role=None) if body is not None else speaker
    last = speaker_before(scene, draft, earlier) if word in words("speakers", "persons") else None
    if last is None:
        return speaker
    on_condition = condition or last.on_condition
    if last.entity is None and last.span is not None:
        words_for_it = last.role or last.span.of(scene.text)
        return replace(last, span=draft.source, named=False, role=words_for_it, on_condition=on_condition)
    return replace(last, span=draft.source, on_condition=on_condition)


def _form(draft: Draft, quotations: tuple[Span, ...]) -> Form:
    share = 1.0 if draft.rule in {BLOCK, TRANSCRIPT} else quoted_share(draft.contents, quotations)
    if share >= _DIRECT:
        return Form.DIRECT
    return Form.MIXED if share > _QUOTED else Form.INDIRECT


def _with_day(scene: Scene, statement: Statement, earlier: Sequence[Statement]) -> Statement:
    """Give a statement that goes on from the one before the day of that one."""
    last = earlier[-1] if earlier else None
    if statement.when is not None or last is None or last.when is None or not _goes_on(scene, last, statement):
        return statement
    return replace(
        statement, when=last.when, why=f"{statement.why}; said on the day of {last.id}, from which it goes on"
    )


def _goes_on(scene: Scene, last: Statement, statement: Statement) -> bool:
    if last.speaker is None or statement.speaker is None or statement.speaker.entity is None:
        return False
    between = scene.text[_end(last) : _begin(statement)]
    return last.speaker.entity == statement.speaker.entity and between.strip().count("\n") == 0


def _enclosing(statement: Statement, pieces: Nearby[tuple[Span, Statement]]) -> str | None:
    """Return the innermost other statement whose content covers this one's cue, the first of several."""
    place = statement.cue or (statement.content[0] if statement.content else None)
    if place is None:
        return None
    found = [
        (piece.end - piece.start, other.id)
        for piece, other in pieces.at(place)
        if other is not statement and piece.covers(place) and piece != place
    ]
    return min(found, key=_length)[1] if found else None


def _length(found: tuple[int, str]) -> int:
    return found[0]


def _position(draft: Draft) -> tuple[int, int]:
    return draft.start, draft.cue.start if draft.cue is not None else draft.start


def _begin(statement: Statement) -> int:
    return min(span.start for span in (statement.cue, *statement.content) if span is not None)


def _end(statement: Statement) -> int:
    return max(span.end for span in (statement.cue, *statement.content) if span is not None)
