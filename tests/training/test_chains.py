"""Chains of tags: the loss agrees with adding up every sequence. Needs `training/requirements.txt`."""

import itertools

import pytest

torch = pytest.importorskip("torch")
chains = pytest.importorskip("training.chains")

TAGS, WORDS = 3, 4


def by_hand(scores, after):
    """Return the log of the sum over all sequences of the exponential of their score."""
    paths = itertools.product(range(TAGS), repeat=len(scores))
    worth = [
        sum(scores[place, tag] for place, tag in enumerate(path))
        + sum(after[a, b] for a, b in itertools.pairwise(path))
        for path in paths
    ]
    return torch.logsumexp(torch.stack(worth), 0)


def test_the_loss_is_the_share_of_the_allowed_sequences_among_all():
    torch.manual_seed(0)
    scores, after = torch.randn(2, WORDS, TAGS), torch.randn(TAGS, TAGS)
    allowed = torch.zeros(2, WORDS, TAGS)
    allowed[0, 1, 0] = allowed[1, 0, 2] = allowed[1, 2, 1] = -10_000.0
    lengths = torch.tensor([WORDS, WORDS - 1])
    expected = sum(
        by_hand(scores[row, :length], after) - by_hand((scores + allowed)[row, :length], after)
        for row, length in enumerate(lengths)
    )
    assert chains.chain_loss(scores, allowed, after, lengths).item() == pytest.approx(expected.item(), abs=1e-4)


def test_an_inside_may_only_follow_its_own():
    table = chains.forbidden(("O", "B-a", "I-a", "B-b", "I-b"))
    assert (table[:, 2] == 0).tolist() == [False, True, True, False, False]
    assert (table[:, 1] == 0).all()
