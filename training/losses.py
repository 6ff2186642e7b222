"""Losses: what a batch of answers costs, head by head."""

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from training.documents import TARGETS
from training.labels import HEADS, LINKS
from training.network import Answers

#: How much every loss weighs in the sum.
WEIGHTS = {"entities": 1.0, "governors": 1.0, "relations": 1.0, "source": 0.5, "content": 0.5}
_IMPOSSIBLE = -10_000.0


def allowed_tables() -> dict[str, Tensor]:
    """Return, by head, what is added to the scores of the tags that a target does not allow: (targets, tags)."""
    tables = {}
    for head, targets in TARGETS.items():
        rows = [[0.0 if tag in allowed else _IMPOSSIBLE for tag in targets.tags] for allowed in targets.sets]
        tables[head] = torch.tensor(rows or [[0.0] * len(targets.tags)])
    return tables


def find_losses(answers: Answers, batch: Mapping[str, Tensor], tables: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return the mean loss of every head that has targets in a batch."""
    losses: dict[str, Tensor] = {}
    start = 0
    for head, (_, tags) in HEADS.items():
        scores, numbers = answers.tags[..., start : start + len(tags)], batch[head]
        start += len(tags)
        wanted = numbers >= 0
        if wanted.any():
            chosen = scores[wanted]
            allowed = chosen + tables[head][numbers[wanted]]
            losses[head] = (chosen.logsumexp(-1) - allowed.logsumexp(-1)).mean()
    pairs = [("governors", answers.arcs), ("relations", answers.relations)]
    pairs += [(role, answers.links[:, number]) for number, role in enumerate(LINKS)]
    for name, scores in pairs:
        wanted = batch[name] >= 0
        if wanted.any():
            losses[name] = functional.cross_entropy(scores[wanted], batch[name][wanted])
    return losses


def weighted_sum(losses: Mapping[str, Tensor]) -> Tensor:
    """Return the loss to take the gradient of."""
    return torch.stack([WEIGHTS.get(name, 1.0) * loss for name, loss in losses.items()]).sum()
