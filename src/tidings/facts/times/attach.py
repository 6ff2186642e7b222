"""Which time expression belongs to which event or statement."""

import re

from tidings.facts.scene import Scene
from tidings.facts.times.links import times_of
from tidings.model.reading import Token
from tidings.model.time import Time
from tidings.model.when import When


def find_when(scene: Scene, token: Token) -> When | None:
    """Return when the event or speech act whose word is `token` took place, with the reason."""
    times = times_of(scene.reading, scene.times, token)
    if not times:
        return None
    placed = [t for t in times if t.from_ is not None]
    first = placed[0] if placed else times[0]
    ranged = _range(scene, first, placed)
    return ranged or _when(scene, first, first.from_, first.to)


def _range(scene: Scene, first: Time, placed: list[Time]) -> When | None:
    """Read "from Monday to Wednesday", "between May and July", "since Monday", "until Friday"."""
    before = scene.text[max(0, first.start - 12) : first.start].lower()
    if re.search(r"\b(?:from|between)\s+$", before):
        second = next((t for t in scene.times if 0 < t.start - first.end <= _GAP and _joins(scene, first, t)), None)
        if second is not None and first.from_ and second.to and first.from_ <= second.to:
            return _when(scene, first, first.from_, second.to, until=second)
    if re.search(r"\bsince(?:\s+(?:early|late|the))?\s+$", before) and first.from_:
        return _when(scene, first, first.from_, scene.written.to or None)
    if re.search(r"\buntil\s+$", before) and first.to:
        return None if len(placed) > 1 else _when(scene, first, None, first.to)
    return None


_GAP = 12


def _joins(scene: Scene, first: Time, second: Time) -> bool:
    between = scene.text[first.end : second.start].strip().lower()
    return between in {"to", "and", "until", "till", "through", "-", "–", "to the", "and the"}


def _when(scene: Scene, time: Time, first: str | None, last: str | None, until: Time | None = None) -> When:
    words = scene.text[time.start : until.end if until else time.end]
    return When(from_=first, to=last, precision=time.precision, why=f"“{words}”: {time.why}")
