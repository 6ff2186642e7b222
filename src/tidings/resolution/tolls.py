"""Whether two tolls can be of one incident: the later report has more, or the same."""

from tidings.model.incident import Features

Toll = tuple[int | None, int | None]

_HALF = 0.5


def find_toll_level(a: Features, b: Features, toll_a: Toll | None, toll_b: Toll | None) -> tuple[str, str] | None:
    """Return how two tolls of one harm compare, and the figures."""
    if toll_a is None or toll_b is None:
        return None
    told = f"{write_toll(toll_a)} and {write_toll(toll_b)}"
    if _overlap(toll_a, toll_b):
        return ("same" if _least(toll_a) <= 1 and _least(toll_b) <= 1 else "same_many"), told
    earlier, later = (toll_a, toll_b) if (a.first_seen or "") <= (b.first_seen or "") else (toll_b, toll_a)
    if _share(toll_a, toll_b) < _HALF:
        return "unlike", told
    return ("grown" if _least(later) > _least(earlier) else "fallen"), told


def write_toll(toll: Toll) -> str:
    """Return a toll in words.

    >>> write_toll((3, None)), write_toll((2, 5)), write_toll((4, 4))
    ('3 or more', '2 to 5', '4')
    """
    least, most = toll
    if least == most:
        return str(least)
    if most is None:
        return f"{least} or more"
    return f"up to {most}" if least is None else f"{least} to {most}"


def _overlap(a: Toll, b: Toll) -> bool:
    most_a, most_b = (float("inf") if toll[1] is None else toll[1] for toll in (a, b))
    return _least(a) <= most_b and _least(b) <= most_a


def _share(a: Toll, b: Toll) -> float:
    """Return the smaller toll as a share of the larger, at their nearest."""
    low, high = sorted((a, b), key=_least)
    return (low[1] if low[1] is not None else _least(low)) / max(_least(high), 1)


def _least(toll: Toll) -> int:
    return toll[0] or 0
