"""Which time expression belongs to which event or statement."""

from tidings.facts.scene import Scene
from tidings.model.reading import Token
from tidings.model.when import When


def find_when(scene: Scene, token: Token) -> When | None:
    """Return when the event or speech act whose word is `token` took place, with the reason."""
    return None
