"""Chains: conditional random fields over BIO tags, trained on sets of allowed tags.

What a word is called depends on the word before it (Lafferty, McCallum and Pereira 2001). Where a corpus allows
several tags for a word, the loss is the negative log of the probability of all sequences that it allows (Tsuboi
and others 2008).
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from training.labels import HEADS

_IMPOSSIBLE = -10_000.0


def forbidden(tags: Sequence[str]) -> Tensor:
    """Return what is added to the score of one tag after another: a lot less where I-x follows neither B-x nor I-x."""
    rows = [[_wrong(before, tag) * _IMPOSSIBLE for tag in tags] for before in tags]
    return torch.tensor(rows)


def _wrong(before: str, tag: str) -> bool:
    return tag.startswith("I-") and before[2:] != tag[2:]


class Chains(nn.Module):
    """For every BIO head, the score of one tag after another: (tags before, tags)."""

    def __init__(self) -> None:
        """Begin without a preference."""
        super().__init__()
        self.after = nn.ParameterDict(
            {
                head: nn.Parameter(torch.zeros(len(tags), len(tags)))
                for head, (scheme, tags) in HEADS.items()
                if scheme == "bio"
            }
        )
        for head in self.after:
            self.register_buffer(f"rules_{head}", forbidden(HEADS[head][1]), persistent=False)

    def scores(self, head: str) -> Tensor:
        """Return the scores of one tag after another, with what may not follow ruled out."""
        return self.after[head] + self.get_buffer(f"rules_{head}")

    def table(self) -> dict[str, list[list[float]]]:
        """Return what was learned, for labels.json."""
        return {
            head: [[round(float(score), 3) for score in row] for row in scores.detach()]
            for head, scores in self.after.items()
        }


def chain_loss(scores: Tensor, allowed: Tensor, after: Tensor, lengths: Tensor) -> Tensor:
    """Return the summed negative log probability of the allowed sequences.

    Args:
        scores: (windows, words, tags).
        allowed: like `scores`; 0 for an allowed tag, very negative for others.
        after: (tags before, tags).
        lengths: how many words each window has.

    """
    both = torch.cat([scores, scores + allowed])
    inside = torch.arange(scores.shape[1], device=scores.device)[None, :] < torch.cat([lengths, lengths])[:, None]
    total = both[:, 0]
    for place in range(1, scores.shape[1]):
        step = (total.unsqueeze(2) + after).logsumexp(1) + both[:, place]
        total = torch.where(inside[:, place : place + 1], step, total)
    every, wanted = total.logsumexp(-1).chunk(2)
    return (every - wanted).sum()
