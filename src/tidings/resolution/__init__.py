"""Which reports are copies, which events are one incident, which names are one actor."""

from tidings.resolution.actors import ActorChoice, KnownActor, find_actor_id, find_actor_names, is_compatible
from tidings.resolution.blocks import find_blocks
from tidings.resolution.choose import Bindings, Choice, choose_incident
from tidings.resolution.copies import Copy, compare_texts, copy_similarity, find_bands, find_body, is_copy
from tidings.resolution.features import find_features, find_main_event
from tidings.resolution.figures import Change, Entry, History, Policy, choose_figure, find_changes, find_history
from tidings.resolution.score import Part, Score, find_levels, score
from tidings.resolution.summary import summarise

__all__ = [
    "ActorChoice",
    "Bindings",
    "Change",
    "Choice",
    "Copy",
    "Entry",
    "History",
    "KnownActor",
    "Part",
    "Policy",
    "Score",
    "choose_figure",
    "choose_incident",
    "compare_texts",
    "copy_similarity",
    "find_actor_id",
    "find_actor_names",
    "find_bands",
    "find_blocks",
    "find_body",
    "find_changes",
    "find_features",
    "find_history",
    "find_levels",
    "find_main_event",
    "is_compatible",
    "is_copy",
    "score",
    "summarise",
]
