"""Words with the name of who said them beside them: turns of a transcript ("LEE: …"), quotations with a credit."""

import re
from collections import Counter
from collections.abc import Iterator

from tidings.facts.scene import Scene
from tidings.facts.statements.drafts import Draft, trimmed
from tidings.model.report import ZoneKind
from tidings.model.span import Span

TURN, CREDIT = "turn", "credit"
_NAME = r"[^\W\d_a-z][\w.’'-]*(?:[ \u00a0](?:(?:de|van|von|bin|al|the|of)[ \u00a0])?[^\W\d_a-z][\w.’'-]*){0,3}"
#: "LEE: We will go." opens a paragraph.
_TURN = re.compile(rf"^[^\S\n]*[\"“]?(?P<name>{_NAME})(?P<cue>:)[^\S\n]+(?P<said>\S[^\n]*)", re.MULTILINE)
#: “We will go.” — Ann Lee, at the end of a paragraph.
_CREDIT = re.compile(
    rf"^[^\S\n]*(?P<said>[\"“”][^\n]+[\"”])[^\S\n]*(?P<cue>[―—–]|--|-)[^\S\n]*(?P<name>{_NAME})[^\S\n.]*(?=$|,|\()",
    re.MULTILINE,
)
#: So many turns, a speaker coming back, make a transcript.
_FEWEST_TURNS = 3
#: Fewer words behind a colon are an entry of a table.
_FEWEST_WORDS = 3


def drafts_of_credited(scene: Scene) -> Iterator[Draft]:
    """Yield a draft for every turn of a transcript and every quotation that ends with a dash and a name."""
    yield from _drafts(scene, _turns(scene), TURN, "the transcript names “{}” before what is said")
    yield from _drafts(scene, list(_CREDIT.finditer(scene.text)), CREDIT, "the quotation is credited to “{}”")


def _turns(scene: Scene) -> list[re.Match[str]]:
    """Return the turns of speakers if they take turns: two or more, one of whom comes back."""
    found = [m for m in _TURN.finditer(scene.text) if len(m["said"].split()) >= _FEWEST_WORDS]
    times = Counter(m["name"].split()[-1] for m in found)
    return found if len(times) > 1 and len(times) < len(found) >= _FEWEST_TURNS else []


def _drafts(scene: Scene, found: list[re.Match[str]], rule: str, why: str) -> Iterator[Draft]:
    for match in found:
        said = Span(*match.span("said"))
        content, source = trimmed(scene.text, said, [said]), trimmed(scene.text, Span(*match.span("name")))
        if content is None or source is None or scene.zone_at(source.start) is not ZoneKind.BODY:
            continue
        yield Draft(
            cue=Span(*match.span("cue")),
            source=source,
            contents=(content,),
            rule=rule,
            why=why.format(match["name"]),
        )
