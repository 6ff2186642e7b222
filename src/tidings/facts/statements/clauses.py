"""Attributions read off the grammar: verbs of saying, denying, promising, asking and blaming.

They add what the encoder's attribution head did not link, and give links their missing ends.
"""

from collections.abc import Callable, Iterator, Sequence

from tidings.facts.scene import Scene
from tidings.facts.statements.drafts import Draft, overlapping, pieces, trimmed
from tidings.facts.statements.grammar import cue_span, is_passive, noun_phrase, subject_of
from tidings.facts.statements.lexicon import prepositions_of, words
from tidings.facts.statements.linked import SPEAKING_ZONES
from tidings.model.reading import Reading, Token
from tidings.model.span import Span

#: A content in more pieces is a misread sentence.
_MOST_PIECES = 2
_COMPLEMENTS = ("ccomp", "xcomp", "obj", "acl", "obl", "nmod")

ContentRule = Callable[[Reading, Token, Sequence[Span]], tuple[Span, ...]]


def drafts_of_clauses(scene: Scene, quotations: Sequence[Span]) -> Iterator[Draft]:
    """Yield a draft for every cue verb that has a speaker and a content."""
    reading = scene.reading
    for token in reading.tokens:
        if token.upos != "VERB" or token.lemma.lower() not in _cue_verbs():
            continue
        if scene.zone_at(token.start) not in SPEAKING_ZONES:
            continue
        draft = None if overlapping(quotations, token.span) else draft_of_verb(reading, token, quotations)
        draft = draft or _unreached(reading, token) or _counted(reading, token)
        if draft is not None and len(draft.contents) <= _MOST_PIECES:
            yield draft


def _unreached(reading: Reading, verb: Token) -> Draft | None:
    """Return who did not answer: "did not return a call", "has not responded to messages"."""
    if verb.lemma.lower() not in words("unreached", "verbs") or _is_no_message(reading, verb):
        return None
    source = source_of_verb(reading, verb)
    negated = any(t.lower in {"not", "n't", "n’t", "never"} for t in reading.children(verb, "advmod"))
    if source is None or not negated:
        return None
    cue = cue_span(reading, verb)
    return Draft(cue=cue, source=source, contents=(), rule="no-answer", why=f"“{cue.of(reading.text)}”: no answer")


def _is_no_message(reading: Reading, verb: Token) -> bool:
    """Say whether nothing behind a verb is a call or message that one may answer."""
    behind = (*reading.children(verb, "obj", "obl"),)
    return not any(t.lemma.lower() in words("unreached", "messages") for t in behind)


def _counted(reading: Reading, verb: Token) -> Draft | None:
    """Return who gives a figure: "officials put the number of wounded at 14"."""
    if verb.lemma.lower() not in words("counting", "verbs"):
        return None
    counted = next((t for t in reading.children(verb, "obj") if t.lemma.lower() in words("counting", "nouns")), None)
    at = next((t for t in reading.children(verb, "obl") if t.index > verb.index and _has_case(reading, t, "at")), None)
    source = source_of_verb(reading, verb)
    if counted is None or at is None or source is None or not verb.index < counted.index < at.index:
        return None
    content = Span(noun_phrase(reading, counted).start, noun_phrase(reading, at).end)
    return Draft(cue=verb.span, source=source, contents=(content,), rule="figure", why=f"“{verb.text}” a figure “at”")


def _has_case(reading: Reading, token: Token, word: str) -> bool:
    return any(case.lower == word for case in reading.children(token, "case"))


def draft_of_verb(reading: Reading, verb: Token, quotations: Sequence[Span]) -> Draft | None:
    """Return what a cue verb attributes to its subject, None where either is not to be found."""
    source = source_of_verb(reading, verb)
    if reading.child(verb, "nsubj:pass") is not None and reading.child(verb, "obl:agent") is None:
        return None
    if _is_infinitive(reading, verb) or source is None:
        return None
    for name, rule in CONTENT_RULES:
        contents = rule(reading, verb, quotations)
        if contents:
            cue = _with_preposition(reading, verb, cue_span(reading, verb), contents)
            return Draft(
                cue=cue,
                source=source,
                contents=contents,
                rule=name,
                why=f"“{source.of(reading.text)}” is the subject of “{cue.of(reading.text)}”",
            )
    return None


def source_of_verb(reading: Reading, verb: Token) -> Span | None:
    """Return the phrase of who says what a verb says, None where grammar gives nobody."""
    subject = subject_of(reading, verb)
    if subject is None or subject.upos not in {"NOUN", "PROPN", "PRON", "X"}:
        return None
    return source_span(reading, subject)


def complement_of(reading: Reading, cue: Span, quotations: Sequence[Span]) -> tuple[Span, ...]:
    """Return what the words of a cue govern behind it: the content of a cue that has none yet."""
    inside = reading.tokens_in(cue)
    indices = {token.index for token in inside}
    for word in sorted(inside, key=_is_auxiliary):
        for child in reading.children(word, *_COMPLEMENTS):
            if child.index > inside[-1].index and child.index not in indices:
                return pieces([t for t in reading.subtree(child) if t.index not in indices], reading, quotations)[:1]
    return ()


def _is_auxiliary(token: Token) -> bool:
    return token.upos in {"AUX", "PART"}


def source_span(reading: Reading, subject: Token) -> Span:
    """Return the phrase that names a speaker, without the clause on what condition he spoke."""
    loose = tuple(c.deprel for c in reading.children(subject, "acl:relcl") if c.lemma in {"speak", "ask", "decline"})
    return noun_phrase(reading, subject, without=(*loose, "parataxis", "case"))


def contents_of_clause(reading: Reading, verb: Token, quotations: Sequence[Span]) -> tuple[Span, ...]:
    """Return the clause that a verb of saying governs ("said that …")."""
    if verb.lemma.lower() not in words("cues", "saying"):
        return ()
    clause = reading.child(verb, "ccomp")
    if clause is None or clause.upos == "PUNCT":
        return ()
    return pieces(reading.subtree(clause), reading, quotations)


def contents_around(reading: Reading, verb: Token, quotations: Sequence[Span]) -> tuple[Span, ...]:
    """Return the sentence into which a saying is put ("…, police said, …")."""
    governor = reading.head(verb)
    if verb.deprel != "parataxis" or governor is None or verb.lemma.lower() not in words("cues", "saying"):
        return ()
    if reading.child(verb, "nsubj") is None:
        return ()
    aside = {token.index for token in reading.subtree(verb)}
    sentence = reading.sentence_tokens(reading.sentence_of(verb))
    around = [t for t in sentence if t.index not in aside]
    return pieces(around, reading, quotations)


def contents_of_infinitive(reading: Reading, verb: Token, quotations: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is promised, refused or asked for in an infinitive."""
    clause = reading.child(verb, "xcomp")
    if clause is None or verb.lemma.lower() not in words("cues", "infinitive") or is_passive(reading, verb):
        return ()
    if reading.child(clause, "mark") is None:
        return ()
    return pieces(reading.subtree(clause), reading, quotations)


def contents_behind_preposition(reading: Reading, verb: Token, quotations: Sequence[Span]) -> tuple[Span, ...]:
    """Return what stands behind the preposition of "call for", "accuse of", "blame for"."""
    wanted = prepositions_of().get(verb.lemma.lower(), frozenset())
    for phrase in reading.children(verb, "obl", "advcl", "ccomp"):
        case = reading.child(phrase, "case", "mark")
        if case is None or case.lower not in wanted or phrase.index < verb.index:
            continue
        inside = [t for t in reading.subtree(phrase) if t.index > case.index]
        found = reading.child(verb, "obj")
        before = reading.subtree(found) if found is not None and verb.lemma in {"accuse", "blame"} else ()
        return pieces((*before, case, *inside) if before else inside, reading, quotations)
    return ()


def contents_of_object(reading: Reading, verb: Token, quotations: Sequence[Span]) -> tuple[Span, ...]:
    """Return the thing that is denied, condemned, welcomed, demanded or blamed."""
    found = reading.child(verb, "obj")
    if found is None or verb.lemma.lower() not in words("cues", "object") or is_passive(reading, verb):
        return ()
    governor = reading.head(verb)
    if found.lower == "which" and verb.deprel == "acl:relcl" and governor is not None:
        told = [t for t in reading.subtree(governor) if t.index < found.index]  # "a charge which he denied"
        return pieces(told, reading, quotations)
    span = trimmed(reading.text, noun_phrase(reading, found), quotations)
    return (span,) if span else ()


#: How content is found, in the order tried.
CONTENT_RULES: tuple[tuple[str, ContentRule], ...] = (
    ("governed-clause", contents_of_clause),
    ("sentence-around", contents_around),
    ("infinitive", contents_of_infinitive),
    ("behind-preposition", contents_behind_preposition),
    ("object", contents_of_object),
)


def _cue_verbs() -> frozenset[str]:
    return (
        words("unreached", "verbs")
        | words("counting", "verbs")
        | words("cues", "saying")
        | words("cues", "object")
        | words("cues", "infinitive")
        | prepositions_of().keys()
    )


def _is_infinitive(reading: Reading, verb: Token) -> bool:
    return any(child.lower == "to" for child in reading.children(verb, "mark"))


def _with_preposition(reading: Reading, verb: Token, cue: Span, contents: Sequence[Span]) -> Span:
    """Return a cue that takes in a preposition between verb and content ("called for")."""
    between = reading.tokens_in(Span(cue.end, max(cue.end, contents[0].start)))
    if len(between) == 1 and between[0].lower in prepositions_of().get(verb.lemma.lower(), ()):
        return Span(cue.start, between[0].end)
    return cue
