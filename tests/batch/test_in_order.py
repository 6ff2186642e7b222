import os
import threading
import time

import pytest
from tests.batch.encoders import load_empty

from tidings.batch.in_order import read_in_order
from tidings.batch.line import FEWEST_REPORTS, MOST_LOSSES, ROOM
from tidings.errors import FileMissing, ReportFailed, WorkerLost
from tidings.model.problem import Problem
from tidings.model.record import Record
from tidings.model.report import Report
from tidings.sources import Incoming, Skipped


def incoming(number, text="Nothing happened.", problems=()):
    return Incoming(report=Report(id=str(number), text=text, language="en"), problems=problems)


def outcomes_of(arrivals, threads):
    return list(read_in_order(arrivals, load_empty, threads=threads))


def asking_who(stop, most=5000):
    """Yield reports that are answered with the process that reads them, until `stop` says so."""
    for number in range(most):
        if stop():
            return
        yield incoming(number, "who?")


@pytest.mark.parametrize("threads", [1, 2, 8])
def test_records_come_in_order_and_errors_in_their_place(threads):
    skipped, missing = Skipped(folder="f", count=1), FileMissing("a")
    first, *middle, last = outcomes_of([incoming(1), skipped, missing, incoming(2)], threads)
    assert [first.report.id, last.report.id] == ["1", "2"]
    assert middle == [skipped, missing]


def test_workers_read_too_and_the_order_stays():
    readers, ids = set(), []
    for outcome in read_in_order(asking_who(lambda: len(readers) > 1), load_empty, threads=2):
        ids.append(int(outcome.id))
        readers.add(outcome.reason)
    assert len(readers) == 2
    assert f"ValueError: {os.getpid()}" in readers
    assert ids == list(range(len(ids)))


def test_few_reports_start_no_worker():
    outcomes = outcomes_of((incoming(number, "who?") for number in range(FEWEST_REPORTS - 1)), 2)
    assert {outcome.reason for outcome in outcomes} == {f"ValueError: {os.getpid()}"}


@pytest.mark.parametrize("threads", [1, 2])
def test_a_report_that_a_fault_meets_does_not_stop_the_others(threads):
    before, failed, after = outcomes_of([incoming(1), incoming(2, "stumble"), incoming(3)], threads)
    assert isinstance(failed, ReportFailed)
    assert (failed.id, failed.reason) == ("2", "ValueError: a stone")
    assert isinstance(before, Record)
    assert isinstance(after, Record)


def test_a_killed_worker_is_told_of_and_its_reports_are_read():
    told = []
    texts = [f"Kill all but {os.getpid()}", "who?"]

    def arrivals():
        for number in range(5000):
            yield incoming(number, texts[number % 2])
            if told:
                return

    ids = []
    for outcome in read_in_order(arrivals(), load_empty, threads=2):
        if isinstance(outcome, WorkerLost):
            told.append(str(outcome))
        else:
            ids.append(int(outcome.report.id if isinstance(outcome, Record) else outcome.id))
    assert 1 <= len(told) <= MOST_LOSSES
    assert ids == list(range(len(ids)))


def test_problems_of_the_way_in_are_kept():
    problem = Problem(kind="encoding", message="A guess.")
    [record] = outcomes_of([incoming(1, problems=(problem,))], 1)
    assert problem in record.problems


@pytest.mark.parametrize("threads", [1, 2])
def test_few_reports_are_taken_before_they_are_asked_for(threads):
    taken = []
    stream = (taken.append(number) or incoming(number) for number in range(100))
    outcomes = read_in_order(stream, load_empty, threads=threads)
    next(outcomes)
    time.sleep(0.1)
    assert len(taken) <= ROOM * threads + 2
    outcomes.close()


def test_what_breaks_the_stream_itself_is_raised_where_it_is_used():
    def broken():
        yield incoming(1)
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError, match="no more"):
        outcomes_of(broken(), 2)


def test_no_thread_and_no_process_stay_behind_when_the_reader_stops():
    readers = set()
    outcomes = read_in_order(asking_who(lambda: False), load_empty, threads=2)
    while len(readers) < 2:
        readers.add(int(next(outcomes).reason.split()[-1]))
    outcomes.close()
    [worker] = readers - {os.getpid()}
    assert not _is_alive(worker)
    for thread in threading.enumerate():
        if thread.name == "tidings-arrivals":
            thread.join(5)
            assert not thread.is_alive()


def _is_alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
