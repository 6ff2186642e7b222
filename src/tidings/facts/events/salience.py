"""Salience: whether what is told is an event of its own, or only talk of violence in general."""

from tidings.facts.events.drafts import Cluster
from tidings.facts.events.lexicon import words_of
from tidings.model.event import Event
from tidings.model.when import Precision

_EXACT = frozenset({Precision.DAY, Precision.HOUR, Precision.MINUTE, Precision.WEEK})
_SPOTS = frozenset({"town", "site", "district"})


def is_particular(event: Event, cluster: Cluster) -> bool:
    """Say whether an attack is told as a particular one.

    Words for attacks, fighting and war in general tell a particular event if a day, a spot, victims
    or someone held responsible is told with them, or if the headline tells it.
    """
    if event.type != "ASSAULT" or event.mode is not None or event.casualties:
        return True
    if any(d.in_headline for d in cluster.drafts):
        return True
    someone = bool(event.agents) or any(d.roles.said for d in cluster.drafts)
    return has_setting(event) or (_is_deed(cluster) and someone and bool(event.targets))


def has_setting(event: Event) -> bool:
    """Say whether the day or the spot of an event is known."""
    dated = event.when is not None and event.when.from_ is not None and event.when.precision in _EXACT
    return dated or (event.where is not None and event.where.precision in _SPOTS)


def _is_deed(cluster: Cluster) -> bool:
    """Say whether a verb tells it, in plain words for an attack."""
    word = cluster.main.trigger
    return not word.is_noun and word.token.lemma.lower() not in words_of("loose", "verbs")
