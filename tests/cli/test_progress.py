"""What the line that counts reports says: how many, how fast, how long still."""

import pytest

from tidings.cli.progress import make_counter


def counted(paces, total):
    """Return what the line says after reports came in at these (number, seconds each)."""
    now = [0.0]
    progress = make_counter(total, get_time=lambda: now[0])
    task = progress.add_task("reading", total=total)
    for number, seconds in paces:
        for _ in range(number):
            now[0] += seconds
            progress.advance(task)
    [shown] = progress.tasks
    return [column.render(shown) for column in progress.columns if hasattr(column, "render")], shown


@pytest.mark.parametrize(
    ("paces", "pace", "left"),
    [
        ([(684, 0.25)], "4.0 a second", "0:05:29"),
        # After what was kept before has been passed over at once, it is the reading that counts.
        ([(1000, 0.001), (400, 0.5)], "2.0 a second", "0:05:00"),
        ([(300, 0.1), (200, 0.625)], "1.6 a second", "0:15:38"),
    ],
)
def test_the_time_that_is_left_follows_from_the_pace_that_is_shown(paces, pace, left):
    columns, task = counted(paces, 2000)
    said = [str(column) for column in columns]
    assert pace in said
    assert left in said
    hours, minutes, seconds = map(int, left.split(":"))
    remaining = 2000 - task.completed
    assert remaining / float(pace.split()[0]) == pytest.approx(hours * 3600 + minutes * 60 + seconds, rel=0.03)


def test_before_there_is_a_pace_none_is_shown():
    columns, _ = counted([], 10)
    assert "a second" not in " ".join(str(column) for column in columns)


def test_without_a_total_nothing_is_said_to_be_left():
    columns, _ = counted([(5, 1.0)], None)
    said = " ".join(str(column) for column in columns)
    assert "1.0 a second" in said
    assert "left" not in said
