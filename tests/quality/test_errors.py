"""Kinds of differences between records and gold, on corpora of a few lines written here."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from quality.__main__ import cli
from quality.errors.attributions import compare_attributions, cue_kind
from quality.errors.count import COMPARED, Count, count_pairs
from quality.errors.difference import Difference
from quality.errors.facts import compare_facts
from quality.errors.happenings import compare_casualties, compare_templates, compare_types
from quality.errors.kinds import load_kinds
from quality.errors.page import errors_page
from quality.errors.spans import compare_entities, compare_places, compare_times

TEXT = "Colonel Bah said the road was shut. He fears that, Lee warned, the town will starve."
QUALITY = Path(__file__).parents[2] / "quality"


def kinds(compare, row, record):
    return sorted(difference.kind for difference in compare(row, record))


def at(words, text=TEXT):
    start = text.index(words)
    return [start, start + len(words)]


def attribution(source, cue, *content):
    return {
        "source": [at(source)] if source else [],
        "cue": [at(cue)] if cue else [],
        "content": [at(words) for words in content],
    }


def statement(source, cue, *content):
    speaker = {"span": at(source), "entity": None} if source else None
    return {"speaker": speaker, "cue": at(cue), "content": [at(words) for words in content], "act": "assert"}


SAID = ("Colonel Bah", "said", "the road was shut")


@pytest.mark.parametrize(
    ("gold", "ours", "expected"),
    [
        (SAID, SAID, []),
        (SAID, None, ["missed_verb"]),
        (None, SAID, ["spurious"]),
        (("He", None, "the town will starve"), None, ["missed_none"]),
        (SAID, ("Bah", "said", "the road was shut"), ["source_borders"]),
        (SAID, (None, "said", "the road was shut"), ["no_source"]),
        ((None, *SAID[1:]), SAID, ["source_too_many"]),
        (SAID, ("He", "said", "the road was shut"), ["wrong_source"]),
        (SAID, ("Colonel Bah", "said", "the road"), ["content_too_short"]),
        (SAID, ("Colonel Bah", "said", "the road was shut. He"), ["content_too_long"]),
        (("Lee", "warned", "He fears that", "the town"), ("Lee", "warned", "the town"), ["content_piece_missing"]),
        (("Lee", "warned", "the town"), ("Lee", "warned", "He fears that", "the town"), ["content_in_pieces"]),
        (("Lee", "warned", "the town will"), ("Lee", "warned", "He fears that"), ["wrong_content"]),
        (("Lee", "warned", "the town will"), ("Lee", "warned", "town will starve"), ["content_shifted"]),
        (("Lee", "warned"), ("Lee", "warned", "the town"), ["content_too_many"]),
        (("Lee", "warned", "the town"), ("Lee", "warned"), ["no_content"]),
    ],
)
def test_attributions_differ_in_kind(gold, ours, expected):
    row = {"text": TEXT, "gold": {"attributions": [attribution(*gold)] if gold else []}}
    record = {"statements": [statement(*ours)] if ours else []}
    assert kinds(compare_attributions, row, record) == expected


def test_a_second_attribution_on_one_cue_is_told_apart_from_one_without_gold():
    row = {"text": TEXT, "gold": {"attributions": [attribution(*SAID)]}}
    record = {"statements": [statement(*SAID), statement("Bah", "said", "shut"), statement("He", "fears", "starve")]}
    assert kinds(compare_attributions, row, record) == ["spurious", "twice"]


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("The mayor has promised help", "has promised", "verb"),
        ("Their hope of a truce", "hope", "noun"),
        ("They hope for a truce", "hope", "verb"),
        ("the army's claim that", "claim", "noun"),
        ("according to the mayor", "according to", "other"),
        ("Lee: the road is shut", ":", "other"),
    ],
)
def test_cues_are_verbs_nouns_or_other_words(text, cue, kind):
    assert cue_kind(text, [tuple(at(cue, text))]) == kind


def entity(start, end, kind):
    return {"start": start, "end": end, "type": kind}


def mention(start, end, kind):
    return {"id": "m1", "start": start, "end": end, "kind": kind, "text": "", "entity": None}


@pytest.mark.parametrize(
    ("gold", "ours", "expected"),
    [
        (entity(0, 9, "Person"), mention(0, 9, "person"), []),
        (entity(0, 9, "Person"), mention(0, 9, "place"), ["wrong_kind"]),
        (entity(0, 9, "Person"), mention(3, 9, "person"), ["too_short"]),
        (entity(3, 9, "Person"), mention(0, 9, "person"), ["too_long"]),
        (entity(3, 9, "Person"), mention(0, 5, "person"), ["shifted"]),
        (entity(3, 9, "Person"), mention(10, 12, "person"), ["missed", "spurious"]),
    ],
)
def test_entities_differ_in_kind(gold, ours, expected):
    row, record = {"gold": {"entities": [gold]}}, {"mentions": [ours], "entities": []}
    assert kinds(compare_entities, row, record) == expected


def time(value, kind="DATE", start=0, end=5):
    return {"start": start, "end": end, "type": kind, "value": value}


@pytest.mark.parametrize(
    ("gold", "ours", "expected"),
    [
        (time("2021-02-18"), time("2021-02-18"), []),
        (time("2021-02-18"), time("2021-02-18", end=4), ["borders"]),
        (time("2021-02-18"), time("2021-02-25"), ["other_date"]),
        (time("2021-W07"), time("2021-02-18"), ["other_grain"]),
        (time("PAST_REF"), time("2021"), ["made_exact"]),
        (time("2021"), time("XXXX"), ["left_open"]),
        (time("P5Y", "DURATION"), time("2021"), ["wrong_type"]),
        (time("2021", start=9, end=12), time("2021"), ["missed", "spurious"]),
    ],
)
def test_times_differ_in_kind(gold, ours, expected):
    assert kinds(compare_times, {"gold": {"times": [gold]}}, {"times": [ours]}) == expected


def place(lat, lon, country="MLI", *, candidates=(), precision="town", start=0):
    point = {"lat": lat, "lon": lon, "country": country}
    return {
        "mention": "m1",
        "start": start,
        "end": start + 3,
        **point,
        "precision": precision,
        "candidates": candidates,
    }


GAO, KAYES = place(16.27, -0.04), place(14.45, -11.44)
FAR = place(5.0, 100.0, "THA")


@pytest.mark.parametrize(
    ("gold", "ours", "expected"),
    [
        (GAO, GAO, []),
        (GAO, place(None, None), ["no_point"]),
        (GAO, {**KAYES, "candidates": [KAYES, GAO]}, ["wrong_namesake"]),
        (GAO, {**FAR, "candidates": [FAR, GAO]}, ["wrong_country"]),
        (GAO, {**KAYES, "candidates": [KAYES]}, ["unknown_place"]),
        (GAO, {**KAYES, "precision": "country"}, ["other_middle"]),
        ({**GAO, "lat": None}, KAYES, []),
        (GAO, place(16.27, -0.04, start=8), ["missed", "spurious"]),
    ],
)
def test_places_differ_in_kind(gold, ours, expected):
    record = {"places": [ours], "mentions": [mention(0, 3, "place")]}
    assert kinds(compare_places, {"gold": {"places": [gold]}}, record) == expected


ATTACK = "GUNMEN SHOT JUDGE RUIZ AND TWO GUARDS"


def event(status="happened", *, agents=(), targets=(), when=None, kind="ASSAULT"):
    fillers = {
        "agents": [{"entity": None, "span": at(words, ATTACK)} for words in agents],
        "targets": [{"entity": None, "span": at(words, ATTACK), "kind": "person"} for words in targets],
    }
    rest = {"weapons": [], "responsibility": [], "casualties": [], "where": None, "when": when}
    return {"type": kind, "mode": None, "status": status, "trigger": at("SHOT", ATTACK), **fillers, **rest}


def template(**roles):
    none = {role: [] for role in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")}
    return {"incident_type": "attack", **none, **roles}


GOLD = template(PerpInd=[["gunmen"]], Victim=[["judge ruiz", "ruiz"]])


@pytest.mark.parametrize(
    ("gold", "events", "expected"),
    [
        ([GOLD], [event(agents=["GUNMEN"], targets=["JUDGE RUIZ"])], []),
        ([GOLD], [], ["missed"]),
        ([GOLD], [event(targets=["JUDGE RUIZ"])], ["perpetrator_missed"]),
        ([GOLD], [event(agents=["GUNMEN"])], ["victim_missed"]),
        ([GOLD], [event(agents=["GUNMEN"], targets=["JUDGE RUIZ", "TWO GUARDS"])], ["victim_described"]),
        ([GOLD], [event(agents=["GUNMEN"], targets=["JUDGE RUIZ", "SHOT"])], ["victim_wrong"]),
        ([GOLD], [event(agents=["SHOT"], targets=["JUDGE RUIZ"])], ["perpetrator_missed", "perpetrator_wrong"]),
        ([], [event()], ["unmatched_bare"]),
        ([], [event(when={"from": "1989-01-01"})], ["unmatched"]),
        ([], [event("planned")], ["unmatched_planned"]),
        ([], [event(kind="CONSULT")], []),
    ],
)
def test_templates_differ_in_kind(gold, events, expected):
    full = [{"victims": [{"strings": ["JUDGE RUIZ"]}, {"strings": ["GUARDS"]}]}]
    record = {"report": {"text": ATTACK}, "entities": [], "events": events}
    assert kinds(compare_templates, {"gold": {"gtt_templates": gold, "templates": full}}, record) == expected


@pytest.mark.parametrize(
    ("code", "events", "expected"),
    [
        ("FIGHT", [event()], []),
        ("AID", [], ["none_found"]),
        ("AID", [event()], ["other_type"]),
        ("COERCE", [event()], ["force_as_assault"]),
        ("THREATEN", [event("possible")], ["threat_as_deed"]),
        ("AGREE", [event("promised", kind="AID")], ["promise_as_deed"]),
        ("AGREE", [event()], ["other_type"]),
        (None, [event()], ["event_where_none_is"]),
        (None, [], []),
    ],
)
def test_types_of_events_differ_in_kind(code, events, expected):
    row = {"gold": {"events": [{"code": code}] if code else []}}
    assert kinds(compare_types, row, {"events": events}) == expected


def toll(killed, injured):
    counts = {"killed": killed, "injured": injured}
    casualties = [{"harm": harm, "at_least": n, "part_of": None} for harm, n in counts.items() if n]
    return {"events": [{"casualties": casualties}]}


@pytest.mark.parametrize(
    ("ours", "expected"),
    [
        ((2, 3), []),
        ((3, 4), ["injured_one_more", "killed_one_more"]),
        ((9, 9), ["injured_more", "killed_more"]),
        ((1, 2), ["injured_fewer", "killed_fewer"]),
        ((0, 0), ["injured_not_found", "killed_not_found"]),
    ],
)
def test_casualties_differ_in_kind(ours, expected):
    row = {"gold": {"casualties": {"killed": 2, "injured": 3}}}
    assert kinds(compare_casualties, row, toll(*ours)) == expected


CHECKER = """import json, sys
tried = [json.loads(line) for line in open(sys.argv[1])]
records = [json.loads(line) for line in open(sys.argv[2])]
failed = [fact for sheet in tried for fact in sheet["tried"]]
total = {"facts_held": 1, "facts": 5, "absent_held": 0, "absent": 1}
documents = [{"id": records[0]["report"]["id"], "failed": failed, **total}]
print(json.dumps({"total": total, "sections": {}, "documents": documents}))
"""


def test_facts_that_fail_are_sorted_by_section_and_field(tmp_path):
    notes = {"when": "closest v1: fails when", "type": "closest v1: fails type, when", "": "section is empty"}
    tried = [{"kind": "facts", "section": "events", "what": name, "note": note} for name, note in notes.items()]
    tried.append({"kind": "facts", "section": "threads", "what": "a search", "note": "section is empty"})
    tried.append({"kind": "absent", "section": "events", "what": "no raid", "note": "found v1"})
    sheets, checker = tmp_path / "sheets.jsonl", tmp_path / "checker.py"
    sheets.write_text(json.dumps({"id": "a", "text": TEXT, "tried": tried}), encoding="utf-8")
    checker.write_text(CHECKER, encoding="utf-8")
    figures, found = compare_facts(sheets, None, checker)
    assert (figures["facts"], figures["documents"]) == (5, 1)
    assert [(report, difference.kind) for report, difference in found] == [
        ("a", "lacks_event_when"),
        ("a", "lacks_event"),
        ("a", "lacks_event"),
        ("a", "lacks_threads"),
        ("a", "has"),
    ]


def test_every_task_that_is_compared_has_a_title_and_kinds_in_words():
    for task in (*COMPARED, "facts"):
        about = load_kinds()[task]
        assert about["title"]
        assert "{documents}" in about["head"]
        assert all(set(kind) == {"told", "example"} for kind in about["kinds"].values())


def test_the_page_has_the_five_commonest_kinds_and_the_number_of_the_rest():
    order = ["missed", "spurious", "too_long", "too_short", "shifted", "wrong_kind"]
    found = [("a", Difference(kind=kind)) for n, kind in enumerate(order) for _ in range(9 - n)]
    page = errors_page([Count("entities", {"documents": 1, "gold": 1200, "ours": 7}, found)])
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    assert [row.split(" | ")[1] for row in rows[1:]] == ["9", "8", "7", "6", "5", "4"]
    assert "All other kinds" in rows[-1]
    assert "1,200" in page


def test_documents_and_both_sides_are_counted():
    row = {"id": "a", "gold": {"times": [time("2021"), time("2022", start=9, end=12)]}}
    count = count_pairs("times", [(row, {"times": [time("2021")]})])
    assert count.sizes == {"documents": 1, "gold": 2, "ours": 1}
    assert count.found == [("a", Difference(kind="missed", detail="DATE", span=(9, 12), note="2022"))]


def test_the_command_reads_a_corpus_through_the_product_and_names_single_cases(tmp_path):
    text = "Colonel Bah said that the road was shut on 3 May 2021."
    gold = [time("2021-05-03", start=43, end=53), time("PAST_REF", start=0, end=7)]
    (tmp_path / "tempeval3").mkdir()
    line = json.dumps({"id": "own", "text": text, "date": "2021-05-04", "gold": {"times": gold}})
    (tmp_path / "tempeval3" / "dev.jsonl").write_text(line, encoding="utf-8")
    page = tmp_path / "errors.md"
    command = ["errors", "times", "--data", str(tmp_path), "--examples", "1", "--page", str(page)]
    done = CliRunner().invoke(cli, command, catch_exceptions=False)
    assert done.exit_code == 0
    assert "times: 1 documents, 2 gold, 1 ours" in done.output
    assert "own 0-7 DATE PAST_REF" in done.output
    assert "| Missed, as vague words often are | 1 |" in page.read_text(encoding="utf-8")


def test_facts_without_a_checker_ask_for_one(tmp_path):
    done = CliRunner().invoke(cli, ["errors", "facts", "--data", str(tmp_path)])
    assert done.exit_code == 2
    assert "--checker" in done.output


def test_the_page_in_the_docs_has_the_words_of_the_table():
    page = (QUALITY.parent / "docs" / "reference" / "errors.md").read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ")]
    known = {(k["told"], k["example"]) for about in load_kinds().values() for k in about["kinds"].values()}
    told = {(row[0], row[2]) for row in rows if len(row) == 3 and row[0] != "error"}
    assert told
    assert told <= known
