import threading

import pytest

from tidings.batch.in_process import read_in_order
from tidings.errors import FileMissing, ReportFailed
from tidings.model.problem import Problem
from tidings.model.reading import Reading
from tidings.model.record import Record
from tidings.model.report import Report
from tidings.sources import Incoming, Skipped


class EmptyEncoder:
    """Finds no word in any text, and stumbles over those that ask for it."""

    def read(self, text, _segments):
        if "stumble" in text:
            raise ValueError("a stone")
        return Reading(text=text, tokens=(), sentences=())


def incoming(number, text="Nothing happened.", problems=()):
    return Incoming(report=Report(id=str(number), text=text, language="en"), problems=problems)


def outcomes_of(arrivals, threads):
    return list(read_in_order(arrivals, EmptyEncoder, threads=threads))


@pytest.mark.parametrize("threads", [1, 2, 8])
def test_records_come_in_order_and_errors_in_their_place(threads):
    skipped, missing = Skipped(folder="f", count=1), FileMissing("a")
    first, *middle, last = outcomes_of([incoming(1), skipped, missing, incoming(2)], threads)
    assert [first.report.id, last.report.id] == ["1", "2"]
    assert middle == [skipped, missing]


@pytest.mark.parametrize("threads", [1, 2])
def test_a_report_that_a_fault_meets_does_not_stop_the_others(threads):
    before, failed, after = outcomes_of([incoming(1), incoming(2, "stumble"), incoming(3)], threads)
    assert isinstance(failed, ReportFailed)
    assert (failed.id, failed.reason) == ("2", "ValueError: a stone")
    assert isinstance(before, Record)
    assert isinstance(after, Record)


def test_problems_of_the_way_in_are_kept():
    problem = Problem(kind="encoding", message="A guess.")
    [record] = outcomes_of([incoming(1, problems=(problem,))], 1)
    assert problem in record.problems


@pytest.mark.parametrize("threads", [1, 2])
def test_few_reports_are_taken_before_they_are_asked_for(threads):
    taken = []
    stream = (taken.append(number) or incoming(number) for number in range(100))
    outcomes = read_in_order(stream, EmptyEncoder, threads=threads)
    next(outcomes)
    assert len(taken) <= 4
    outcomes.close()


def test_what_breaks_the_stream_itself_is_raised_where_it_is_used():
    def broken():
        yield incoming(1)
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError, match="no more"):
        outcomes_of(broken(), 2)


def test_no_thread_stays_behind_when_the_reader_stops():
    outcomes = read_in_order((incoming(number) for number in range(100)), EmptyEncoder, threads=2)
    next(outcomes)
    outcomes.close()
    for thread in threading.enumerate():
        if thread.name == "tidings-encoder":
            thread.join(5)
            assert not thread.is_alive()
