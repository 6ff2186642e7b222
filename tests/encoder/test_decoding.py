import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tidings.encoder.attribution import find_linked
from tidings.encoder.decode import Stretch, best_path, find_stretches
from tidings.encoder.labels import Head
from tidings.encoder.tree import find_tree

HEAD = Head(name="names", scheme="bio", first=0, tags=("O", "B-a", "I-a", "B-b", "I-b"))
SCORES = st.floats(-5, 5, width=32)


def scores_of(*tags, weak=()):
    """Return scores that prefer these tags, only just for the positions in `weak`."""
    scores = np.zeros((len(tags), 5), dtype=np.float32)
    for position, tag in enumerate(tags):
        scores[position, HEAD.tags.index(tag)] = 0.5 if position in weak else 5
    return scores


def test_stretches_carry_label_and_mean_probability():
    [stretch] = find_stretches(HEAD, scores_of("O", "B-a", "I-a", "O"))
    assert (stretch.first, stretch.last, stretch.label) == (1, 3, "a")
    assert 0.9 < stretch.score <= 1


def test_neighbours_of_one_label_stay_apart():
    found = [(s.first, s.last) for s in find_stretches(HEAD, scores_of("B-a", "B-a", "I-a"))]
    assert found == [(0, 1), (1, 3)]


def test_an_inside_without_a_beginning_is_put_right():
    found = [(s.first, s.last, s.label) for s in find_stretches(HEAD, scores_of("B-a", "I-b", "I-a", weak=(1,)))]
    assert found == [(0, 3, "a")]


WINDOWS = st.lists(st.tuples(st.integers(1, 8), st.just(5)), min_size=1, max_size=4).flatmap(
    lambda shapes: st.tuples(*(arrays(np.float32, shape, elements=SCORES) for shape in shapes))
)


@given(WINDOWS)
def test_windows_decoded_together_give_what_each_gives_alone(windows):
    borders = np.cumsum([0, *map(len, windows)]).tolist()[:-1]
    together = [(s.first, s.last, s.label, s.score) for s in find_stretches(HEAD, np.concatenate(windows), borders)]
    alone = [
        (border + s.first, border + s.last, s.label, s.score)
        for border, scores in zip(borders, windows, strict=True)
        for s in find_stretches(HEAD, scores)
    ]
    assert together == alone


@pytest.mark.parametrize(
    ("marks", "expected"),
    [([0, 0, 0, 0], [(1, 4)]), ([0, 1, 0, 1], [(2, 3)]), ([0, 1, 1, 1], []), ([1, 0, 1, 0], [(1, 4)])],
)
def test_marks_at_the_ends_of_a_stretch_are_left_out(marks, expected):
    scores = scores_of("O", "B-a", "I-a", "I-a")
    found = find_stretches(HEAD, scores, marks=np.array(marks, dtype=bool))
    assert [(s.first, s.last) for s in found] == expected


@given(arrays(np.float32, st.tuples(st.integers(1, 12), st.just(5)), elements=SCORES))
def test_the_best_path_is_valid_and_no_valid_change_of_one_tag_is_better(scores):
    path = best_path(scores)
    assert valid(path)
    total = scores[np.arange(len(path)), path].sum()
    for position in range(len(path)):
        for tag in range(5):
            other = path.copy()
            other[position] = tag
            if valid(other):
                assert scores[np.arange(len(path)), other].sum() <= total + 1e-4


def valid(path):
    before = [0, *path[:-1]]
    return all(tag == 0 or tag % 2 or last in {tag, tag - 1} for last, tag in zip(before, path, strict=True))


@given(arrays(np.float32, st.integers(1, 9).map(lambda count: (count, count)), elements=SCORES))
def test_governors_always_make_a_tree_with_one_root(arcs):
    heads = find_tree(arcs)
    assert sum(heads == np.arange(len(heads))) == 1
    for word in range(len(heads)):
        seen = 0
        while heads[word] != word:
            word, seen = heads[word], seen + 1  # noqa: PLW2901
            assert seen <= len(heads)


def test_a_cycle_is_broken_where_it_costs_least():
    arcs = np.array([[9, 0, 0], [2, 0, 5], [1, 5, 0]], dtype=np.float32)
    assert find_tree(arcs).tolist() == [0, 0, 1]


@pytest.mark.parametrize(("none", "expected"), [(0.0, 1), (9.0, 0)])
def test_a_source_belongs_to_the_cue_it_points_at(none, expected):
    source, cue = Stretch(0, 2, "source", 1.0), Stretch(2, 3, "cue", 1.0)
    links = np.zeros((4, 5), dtype=np.float32)
    links[0, 0], links[0, 3] = none, 5
    [linked] = find_linked([source, cue], {"source": links, "content": links}, [0])
    assert len(linked.sources) == expected
