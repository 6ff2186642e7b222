"""Trees: make every sentence's best governors a tree with one root."""

import numpy as np
from numpy.typing import NDArray


def find_tree(arcs: NDArray[np.float32]) -> NDArray[np.intp]:
    """Return the governor of every word of one sentence; the root's is itself.

    The best governor of each word is taken. Only if that leaves several roots,
    none, or a cycle, the best tree is searched for (Chu-Liu and Edmonds).

    Args:
        arcs: scores, (words, possible governors); the diagonal is the score of being the root.

    """
    heads: NDArray[np.intp] = arcs.argmax(-1)
    if len(heads) == 1 or _is_tree(heads):
        return heads
    root = _best_root(arcs, heads)
    scores = arcs.astype(np.float64).copy()
    np.fill_diagonal(scores, -np.inf)
    return _edmonds(scores, root)


def _best_root(arcs: NDArray[np.float32], heads: NDArray[np.intp]) -> int:
    """Return the word that is the likeliest root, one that already is if there is any."""
    claim = np.diagonal(arcs) - arcs.max(-1)
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    if len(roots):
        strength = np.diagonal(arcs) - np.partition(arcs, -2, axis=-1)[:, -2]
        return int(roots[strength[roots].argmax()])
    return int(claim.argmax())


def _is_tree(heads: NDArray[np.intp]) -> bool:
    """Say whether the governors lead every word to one and the same root."""
    if np.count_nonzero(heads == np.arange(len(heads))) != 1:
        return False
    reached = heads
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    return bool(np.all(heads[reached] == reached))


def _edmonds(scores: NDArray[np.float64], root: int) -> NDArray[np.intp]:
    """Return the best tree below a root."""
    count = len(scores)
    heads: NDArray[np.intp] = scores.argmax(-1)
    heads[root] = root
    cycle = _find_cycle(heads, root)
    if cycle is None:
        return heads
    inside = np.zeros(count, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = scores[cycle, heads[cycle]]
    # Words outside keep their place; the cycle becomes one word, the last.
    smaller = np.full((len(outside) + 1,) * 2, -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, cycle)]
    smaller[:-1, -1] = leaving.max(-1)
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]
    smaller[-1, :-1] = entering.max(0)
    found = _edmonds(smaller, int(np.flatnonzero(outside == root)[0]))
    for position, word in enumerate(outside):
        governor = found[position]
        heads[word] = cycle[leaving[position].argmax()] if governor == len(outside) else outside[governor]
    entry = found[-1]
    heads[cycle[entering[:, entry].argmax()]] = outside[entry]
    heads[root] = root
    return heads


def _find_cycle(heads: NDArray[np.intp], root: int) -> NDArray[np.intp] | None:
    """Return the words of one cycle, None if there is none."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[root] = 2
    for start in range(len(heads)):
        path, word = [], start
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word])
        if state[word] == 1:
            return np.array(path[path.index(word) :])
        state[path] = 2
    return None
