"""Problems: doubt about a report, kept beside what was read from it."""

from dataclasses import dataclass

from tidings.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that looks wrong: a kind, one sentence for people, and the words in question.

    Kinds: date-conflict, repeated-word, unresolved-date, unresolved-place,
    possible-duplicate, conflicting-figures, language, possible-mistranslation, truncated, encoding,
    no-article.
    """

    kind: str
    message: str
    spans: tuple[Span, ...] = ()
