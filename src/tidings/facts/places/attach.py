"""Where an event took place."""

from tidings.facts.scene import Scene
from tidings.model.event import Where
from tidings.model.reading import Token


def find_where(scene: Scene, token: Token) -> tuple[Where, ...]:
    """Return the place of the event whose word is `token`, then further places it is said to be at."""
    return ()
