import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from tidings.cli.main import cli
from tidings.config import VERSION
from tidings.samples import load_sample

SRC = Path(__file__).parents[2] / "src"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SRC), "COLUMNS": "100"}
COMMAND = [sys.executable, "-m", "tidings"]
TEXT = "NIAMEY – Mortar shells hit a market in the town of Ouallam on Tuesday, killing three traders, the army said.\n"


def tidings(*arguments, stdin=b""):
    runner = CliRunner(env={"COLUMNS": "100"})
    return runner.invoke(cli, list(map(str, arguments)), input=stdin, prog_name="tidings", catch_exceptions=False)


def records_of(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "in.jsonl"
    rows = [json.dumps({"id": f"r{number}", "text": f"{number}. {TEXT}"}) for number in (3, 1, 2)]
    path.write_text("\n".join([rows[0], "{broken", *rows[1:]]) + "\n")
    return path


def test_a_broken_line_is_named_and_the_others_are_printed_in_order(lines):
    done = tidings("read", lines, "--json")
    assert done.exit_code == 5
    assert [record["report"]["id"] for record in records_of(done)] == ["r3", "r1", "r2"]
    [complaint] = done.stderr.splitlines()
    assert complaint.startswith(f"tidings: {lines}, line 2: it is not JSON")


def test_the_same_input_gives_the_same_bytes_in_any_process_with_any_number_of_threads(lines):
    with lines.open("a") as file:
        file.writelines(
            json.dumps({"id": f"more{number}", "text": TEXT * (number % 3 + 1)}) + "\n" for number in range(12)
        )

    def printed(seed, threads):
        environment = {**ENVIRONMENT, "PYTHONHASHSEED": seed}
        command = [*COMMAND, "read", str(lines), "--json", "--threads", threads]
        return subprocess.run(command, env=environment, capture_output=True, check=False).stdout

    assert printed("1", "1") == printed("2", "2") != b""


def test_one_bad_input_does_not_stop_the_others(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.4")
    (tmp_path / "b.txt").write_text(TEXT)
    done = tidings("read", tmp_path / "gone.txt", tmp_path / "a.txt", tmp_path / "b.txt", "--json")
    assert done.exit_code == 3
    [record] = records_of(done)
    assert record["report"]["text"] == TEXT
    missing, refused = done.stderr.splitlines()
    assert "gone.txt" in missing
    assert "a PDF" in refused


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("empty.txt", b"", 4, "is empty"),
        ("photo.png", b"\x89PNG\r\n", 4, "is a PNG picture, not text"),
        ("links.html", b"<html><body><a href=/>x</a></body></html>", 4, "no article was found"),
        ("empty.jsonl", b"\n", 4, "is empty"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence_and_its_code(tmp_path, name, data, code, words):
    (tmp_path / name).write_bytes(data)
    done = tidings("read", tmp_path / name)
    assert (done.exit_code, done.stdout) == (code, "")
    [complaint] = done.stderr.splitlines()
    assert words in complaint


def test_an_address_that_does_not_answer_has_a_code_of_its_own():
    assert tidings("read", "http://127.0.0.1:1/a").exit_code == 6


def test_standard_input_is_a_text_a_page_or_lines():
    page = f"<!DOCTYPE html><html><body><article><p>{TEXT}</p></article></body></html>"
    line = json.dumps({"id": "l", "text": TEXT})
    for given in (TEXT, page, line):
        [record] = records_of(tidings("read", "-", "--json", stdin=given.encode()))
        assert "killing three traders" in record["report"]["text"]


def test_a_day_of_publication_may_be_given(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    [record] = records_of(tidings("read", tmp_path / "a.txt", "--json", "--published", "2022-06-16"))
    assert record["report"]["published"] == {"date": "2022-06-16", "basis": "given", "span": None}


@pytest.mark.parametrize("arguments", [("read",), ("read", "a", "--published", "soon"), ("foresee",), ("read", "--no")])
def test_a_wrong_command_line_is_code_two(arguments):
    assert tidings(*arguments).exit_code == 2


def test_a_text_in_another_language_is_read_and_has_a_problem(tmp_path):
    (tmp_path / "a.txt").write_text(
        "Al menos tres soldados murieron el lunes en un ataque contra un puesto de control, según dijo el "
        "ministerio de Defensa, que no dio más detalles."
    )
    done = tidings("read", tmp_path / "a.txt", "--json")
    assert done.exit_code == 0
    [record] = records_of(done)
    assert record["report"]["language"] == "es"
    assert "language" in {problem["kind"] for problem in record["problems"]}


def test_the_page_for_a_person_has_no_colours_in_a_pipe(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    done = tidings("read", tmp_path / "a.txt")
    page = done.stdout
    assert "WHAT HAPPENED" in page
    assert "\x1b" not in page
    assert max(map(len, page.splitlines())) <= 100


def test_the_demo_reads_the_sample():
    [record] = records_of(tidings("demo", "--json"))
    assert record["report"]["text"] == load_sample()
    assert record["report"]["id"] == "sample"


def test_help_names_every_command_and_every_exit_code():
    page = tidings("--help").stdout
    assert all(word in page for word in ("read", "demo", "Exit codes", "130", "a line of a .jsonl file is broken"))


def test_the_version_is_printed():
    assert tidings("--version").stdout.split()[-1] == VERSION


def test_a_closed_pipe_is_met_in_silence(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"id": str(number), "text": TEXT}) + "\n" for number in range(60)))
    command = [*COMMAND, "read", str(path), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        process.stdout.readline()
        process.stdout.close()
        complaint = process.stderr.read()
        assert process.wait(60) == 141
    assert complaint == b""


def _heed_interrupts():
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
def test_an_interrupt_is_answered_at_once_with_the_records_so_far():
    command = [*COMMAND, "read", "-", "--json"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    # Tests that run in the background of a script inherit that Ctrl-C is ignored.
    with subprocess.Popen(command, env=ENVIRONMENT, preexec_fn=_heed_interrupts, **pipes) as process:  # noqa: PLW1509
        process.stdin.write((json.dumps({"id": "one", "text": TEXT}) + "\n").encode())
        process.stdin.flush()
        first = json.loads(process.stdout.readline())
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert "interrupted" in process.stderr.read().decode()
        process.stdin.close()
    assert first["report"]["id"] == "one"
