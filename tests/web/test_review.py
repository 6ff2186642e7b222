"""Review over HTTP alone: forms that work without JavaScript, two coders, agreement, settling."""

import re

import pytest

from tidings.model.incident import DecisionKind


def item_of(page):
    return re.search(r'name="item" value="([^"]+)"', page).group(1)


def remaining(page):
    return int(re.search(r"<span>(\d+) items? to review", page).group(1))


def send(desk, item, do, **fields):
    return desk.post("/review", data={"item": item, "do": do, **fields})


def live(desk, item):
    found = desk.get("/api/decisions", params={"subject": item, "size": 100}).json()["items"]
    return [d for d in found if d["undone_at"] is None and not d["by"].startswith("rule:")]


ATTACK = "item:agadez_rockets#v1"


def test_review_asks_for_a_name_once(desk):
    answer = desk.get("/review", follow_redirects=False)
    assert answer.headers["location"].startswith("/coder?next=")
    desk.post("/coder", data={"name": "Ada", "next": "/review"})
    assert desk.get("/review", follow_redirects=False).status_code == 200


def test_the_most_doubtful_item_comes_first(desk_of):
    page = desk_of("Ada").get("/review").text
    shown = [float(value) for value in re.findall(r'nowrap">confidence (\d\.\d\d)', page)]
    assert min(shown) == shown[0]
    assert "problem" in page


@pytest.mark.parametrize(
    ("do", "kind"),
    [("accept", DecisionKind.ACCEPT), ("reject", DecisionKind.REJECT), ("unsure", DecisionKind.UNSURE)],
)
def test_a_decision_is_kept_with_its_note_and_the_next_item_shows(desk_of, do, kind):
    desk = desk_of("Ada")
    before = desk.get("/review").text
    item = item_of(before)
    after = send(desk, item, do, note="seen twice").text
    assert remaining(after) == remaining(before) - 1
    assert item_of(after) != item
    [decision] = live(desk, item)
    assert (decision["by"], decision["kind"], decision["note"]) == ("Ada", kind, "seen twice")


def test_a_note_alone_leaves_the_item_in_the_queue(desk_of):
    desk = desk_of("Ada")
    item = item_of(desk.get("/review").text)
    assert item_of(send(desk, item, "note", note="ask the desk").text) == item
    assert [d["kind"] for d in live(desk, item)] == ["note"]


def test_an_empty_note_is_no_decision(desk_of):
    desk = desk_of("Ada")
    send(desk, ATTACK, "note")
    assert live(desk, ATTACK) == []


def test_a_correction_stands_beside_what_was_read(desk_of):
    desk = desk_of("Ada")
    record = desk.get("/api/reports/agadez_rockets").content
    send(desk, ATTACK, "correct", **{"v1 when.from": "2022-09-13", "v1 mode": "explosives", "v1.c1 at_least": "3"})
    fields = {(d["subject"], d["field"]): d["value"] for d in live(desk, ATTACK) if d["field"]}
    assert fields == {
        (ATTACK, "when.from"): '"2022-09-13"',
        (ATTACK, "mode"): '"explosives"',
        (f"{ATTACK}.c1", "at_least"): "3",
    }
    assert desk.get("/api/reports/agadez_rockets").content == record
    page = desk.get("/review", params={"item": ATTACK}).text
    assert 'value="2022-09-13"' in page
    assert "read as: 2022-09-14" in page


def test_correcting_a_part_alone_accepts_the_item_as_corrected(desk_of):
    desk = desk_of("Ada")
    send(desk, ATTACK, "correct", **{"v1.c1 who": "soldiers of Niger"})
    assert {d["kind"] for d in live(desk, ATTACK)} == {"accept", "correct"}


def test_saving_without_a_change_decides_nothing(desk_of):
    desk = desk_of("Ada")
    send(desk, ATTACK, "correct", **{"v1 when.from": "2022-09-14"})
    assert live(desk, ATTACK) == []


@pytest.mark.parametrize("value", ["many", "3 or 4"])
def test_a_value_of_the_wrong_kind_is_refused_with_a_sentence(desk_of, value):
    desk = desk_of("Ada")
    answer = send(desk, ATTACK, "correct", **{"v1.c1 at_least": value})
    assert answer.status_code == 422
    assert value in answer.text
    assert live(desk, ATTACK) == []


def test_undo_takes_back_a_whole_step_and_shows_its_item(desk_of):
    desk = desk_of("Ada")
    send(desk, ATTACK, "correct", **{"v1 when.from": "2022-09-13", "v1.c1 at_least": "3"})
    assert item_of(desk.post("/review/undo").text) == ATTACK
    assert live(desk, ATTACK) == []
    history = desk.get("/api/decisions", params={"subject": ATTACK, "size": 100}).json()["items"]
    assert {d["undone_by"] for d in history if d["by"] == "Ada"} == {"Ada"}


def recalled_in(desk, report, trigger):
    """Return the item of the event that these words of a report tell."""
    record = desk.get(f"/api/reports/{report}").json()
    text = record["report"]["text"]
    return next(
        f"item:{report}#{event['id']}" for event in record["events"] if trigger in text[slice(*event["trigger"])]
    )


def incident_of(desk, item):
    page = desk.get("/review", params={"item": item}).text
    found = re.search(r'<dt>incident</dt><dd><a href="/incidents/([^"]+)"', page)
    return found.group(1) if found else None


def test_an_event_is_merged_into_another_incident_split_off_and_merged_back(desk_of):
    desk = desk_of("Ada")
    other = "item:german_exit#v2"
    mine, theirs = incident_of(desk, ATTACK), incident_of(desk, other)
    assert theirs not in {None, mine}
    send(desk, other, "merge", incident=mine)
    assert incident_of(desk, other) == mine
    send(desk, other, "split")
    assert incident_of(desk, other) != mine
    desk.post("/review/undo")
    assert incident_of(desk, other) == mine
    desk.post("/review/undo")
    assert incident_of(desk, other) == theirs


def test_a_coder_does_not_see_what_another_decided_until_she_decided_too(desk_of):
    ada, ben = desk_of("Ada"), desk_of("Ben")
    send(ada, ATTACK, "reject", note="a drill, I think")
    page = ben.get("/review", params={"item": ATTACK}).text
    assert "a drill" not in page
    assert "Others have decided" in page
    assert live(ben, ATTACK) == []
    send(ben, ATTACK, "accept")
    assert "a drill" in ben.get("/review", params={"item": ATTACK}).text
    assert {d["by"] for d in live(ben, ATTACK)} == {"Ada", "Ben"}


def test_corrections_of_another_coder_do_not_show_in_the_form(desk_of):
    send(desk_of("Ada"), ATTACK, "correct", **{"v1 when.from": "2022-09-13"})
    assert 'value="2022-09-13"' not in desk_of("Ben").get("/review", params={"item": ATTACK}).text


def test_a_second_coder_gets_what_others_have_coded(desk_of):
    send(desk_of("Ada"), ATTACK, "accept")
    page = desk_of("Ben").get("/review", params={"scope": "second"}).text
    assert (item_of(page), remaining(page)) == (ATTACK, 1)
    assert "Nothing left" in desk_of("Ada").get("/review", params={"scope": "second"}).text


def test_a_queue_may_be_that_of_one_report(desk_of):
    page = desk_of("Ada").get("/review", params={"report": "agadez_second"}).text
    assert item_of(page).startswith("item:agadez_second#")
    assert "report=agadez_second" in page


def alpha_of(desk, field):
    return next(row for row in desk.get("/api/agreement").json() if row["field"] == field)


def items(desk, number):
    found = re.findall(r'href="/review\?item=(item%3A[^"]+)"', desk.get("/review").text)
    return [name.replace("%3A", ":").replace("%23", "#") for name in dict.fromkeys(found)][:number]


def test_agreement_is_measured_over_what_two_coders_decided(desk_of):
    ada, ben = desk_of("Ada"), desk_of("Ben")
    verdicts = [("accept", "accept"), ("reject", "reject"), ("accept", "accept"), ("accept", "reject")]
    for item, (one, other) in zip(items(ada, 4), verdicts, strict=True):
        send(ada, item, one)
        send(ben, item, other)
    found = alpha_of(ada, "verdict")
    assert (found["pairs"], found["same"]) == (4, 3)
    # Four items, two coders: one of four pairs differs; 5 accepts and 3 rejects in all.
    assert found["alpha"] == pytest.approx(1 - (2 / 8) / (2 * 5 * 3 / (8 * 7)))


def test_a_disagreement_is_listed_settled_and_binding(desk_of):
    ada, ben, eve = desk_of("Ada"), desk_of("Ben"), desk_of("Eve")
    send(ada, ATTACK, "correct", **{"v1 status": "attempted"})
    send(ben, ATTACK, "accept")
    page = eve.get("/review/agreement").text
    assert "attempted" in page
    assert "As Ada has it" in page
    eve.post("/review/settle", data={"item": ATTACK, "coder": "Ben"})
    assert event_status(eve) == "happened"
    eve.post("/review/settle", data={"item": ATTACK, "coder": "Ada"})
    assert event_status(eve) == "attempted"
    settled = eve.get("/review/agreement").text
    assert "settled by Eve" in settled
    assert "As Ada has it" not in settled


def event_status(desk):
    found = desk.get(f"/api/incidents/{incident_of(desk, ATTACK)}").json()["events"]
    return next(e["status"] for e in found if e["report"] == "agadez_rockets" and e["id"] == "v1")


def test_a_settled_item_is_not_moved_by_a_coder(desk_of):
    ada, ben, eve = desk_of("Ada"), desk_of("Ben"), desk_of("Eve")
    send(ada, ATTACK, "correct", **{"v1 status": "attempted"})
    send(ben, ATTACK, "accept")
    eve.post("/review/settle", data={"item": ATTACK, "coder": "Ada"})
    send(ben, ATTACK, "correct", **{"v1 status": "possible"})
    assert event_status(eve) == "attempted"


def test_an_attack_recalled_without_its_day_is_offered_those_at_its_place(desk_of):
    desk = desk_of("Ada")
    recalled = recalled_in(desk, "german_plan", "rocket attack")
    page = desk.get("/review", params={"item": recalled}).text
    assert f'name="incident" value="{incident_of(desk, ATTACK)}"' in page
