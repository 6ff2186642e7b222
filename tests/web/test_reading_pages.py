"""Overview, reports and incidents over a store of sample reports: what they show, and what they refuse."""

import csv
import html
import io
import json
import re
from dataclasses import replace

import pytest
from starlette.testclient import TestClient
from tests.views.hand_made import RECORD, TEXT

from tidings.keeping import keep_record
from tidings.store import open_store
from tidings.web.app import create_app

ATTACK = "/reports/agadez_rockets"


def text_of(page):
    """Return what a page says, without its tags."""
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def incident_of(desk):
    """Return the address of the incident that the attack on Agadez belongs to."""
    [found] = re.findall(r'id="v1".*?href="(/incidents/[^"#]+)"', desk.get(ATTACK).text, re.DOTALL)[:1]
    return found


@pytest.fixture
def empty(tmp_path):
    with open_store(tmp_path / "empty.sqlite") as store, TestClient(create_app(store, hosts=["testserver"])) as client:
        yield client


@pytest.fixture
def made(tmp_path):
    """A desk on the record written by hand, and a copy of its report."""
    with open_store(tmp_path / "made.sqlite") as store:
        keep_record(store, RECORD, at="2026-11-02T08:00:00+00:00")
        again = replace(RECORD, report=replace(RECORD.report, id="again", uri="https://www.example.org/a"))
        keep_record(store, again, at="2026-11-02T09:00:00+00:00")
        with TestClient(create_app(store, hosts=["testserver"])) as client:
            yield client


@pytest.mark.parametrize(
    "address", ["/", "/incidents", "/incidents?status=all", "/reports", "/reports?copies=all", ATTACK]
)
def test_every_page_opens_and_loads_nothing_from_elsewhere(desk, address):
    answer = desk.get(address)
    assert answer.status_code == 200
    assert not re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="(?:https?:)?//', answer.text)
    assert " style=" not in answer.text
    assert "<html lang=" in answer.text
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize("address", ["/", "/incidents", "/reports"])
def test_an_empty_store_says_how_to_fill_it(empty, address):
    answer = empty.get(address)
    assert answer.status_code == 200
    assert "--keep" in answer.text


@pytest.mark.parametrize("address", ["/nowhere", "/reports/no-such", "/incidents/no-such", "/incidents.xlsx"])
def test_what_is_not_there_gets_one_sentence(desk, address):
    answer = desk.get(address)
    assert answer.status_code == 404
    assert '<p class="lead">' in answer.text


@pytest.mark.parametrize("address", ["/incidents?page=x", "/incidents/x?policy=nothing"])
def test_what_cannot_be_understood_gets_one_sentence(desk, address):
    assert desk.get(address).status_code == 422


def test_a_report_is_shown_as_it_was_with_every_fact_leading_to_its_words(made):
    page = made.get("/reports/made").text
    source = re.search(r"<article.*?</article>", page, re.DOTALL)[0]
    shown = html.unescape(re.sub(r"<[^>]*>", "", re.sub(r'<span class="zone-label">.*?</span>', "", source)))
    assert " ".join(TEXT.split()) == " ".join(shown.split())
    anchors = set(re.findall(r'\sid="([^"]+)"', page))
    for kind in ("to-words", "mark"):
        targets = re.findall(rf'class="{kind}[^>]*href="#([^"]+)"', page)
        assert targets
        assert set(targets) <= anchors


@pytest.mark.parametrize("item", ["v1", "v1.c2", "v1.c3", "s1", "s2", "f1", "t0", "v2"])
def test_every_item_of_a_record_has_an_address(made, item):
    assert f'id="{item}"' in made.get("/reports/made").text


def test_a_report_cannot_smuggle_in_markup(made):
    page = made.get("/reports/made").text
    assert "<SM>" not in page
    assert "&lt;SM&gt;" in page


def test_problems_stand_above_the_text(made):
    page = made.get("/reports/made").text
    assert page.index("A word is written twice.") < page.index("<article")


def test_a_stretch_that_an_address_asks_for_is_set_off(made):
    start = TEXT.index("Ouallam")
    page = made.get(f"/reports/made?at={start}-{start + 7}").text
    assert re.search(r'id="at"[^>]*>Ouallam</a>', page)
    assert made.get("/reports/made?at=900000-900009").status_code == 200


def test_copies_are_folded_and_count_once(made):
    assert "1 copy" in made.get("/reports").text
    assert made.get("/reports").text.count('href="/reports/again"') == 0
    assert 'href="/reports/again"' in made.get("/reports?copies=all").text
    assert 'href="/reports/again"' in made.get("/reports/made").text
    [incident] = set(re.findall(r'"(/incidents/[^"#?]+)"', made.get("/incidents").text))
    page = text_of(made.get(incident).text)
    assert "1 source" in page
    assert "1 copy of this report" in page


def test_an_incident_shows_each_figure_with_its_words_and_keeps_a_claim_from_a_finding(made):
    [incident] = set(re.findall(r'"(/incidents/[^"#?]+)"', made.get("/incidents").text))
    page = made.get(incident).text
    figures = text_of(re.search(r'id="figures".*?</section>', page, re.DOTALL)[0])
    assert "three traders" in figures
    assert "says Ousmane Barkiré" in figures
    ledger = re.search(r'id="ledger".*?</section>', page, re.DOTALL)[0]
    claims = text_of(re.search(r'class="claims".*?class="(?:blame|denials)"', ledger, re.DOTALL)[0])
    stated = text_of(ledger[: ledger.index('class="claims"')])
    assert "Banner of the Dunes" in claims
    assert "Banner of the Dunes" not in stated
    assert "the governor" in text_of(ledger)


def test_a_second_report_shows_what_it_changed(desk):
    page = text_of(desk.get(incident_of(desk)).text)
    assert "What was known when" in page
    assert "→" in page


@pytest.mark.parametrize("policy", ["most-conservative", "latest", "official-first", "range"])
def test_the_policy_of_figures_is_chosen_when_asking(desk, policy):
    page = desk.get(incident_of(desk), params={"policy": policy}).text
    assert f'<option value="{policy}" selected>' in page


@pytest.mark.parametrize(
    ("asked", "is_there"),
    [
        ({}, True),
        ({"from": "2022-01-01"}, True),
        ({"from": "1900-01-01", "to": "1900-12-31"}, False),
        ({"place": "agadez"}, True),
        ({"place": "100%"}, False),
        ({"country": "NER"}, True),
        ({"country": "FJI"}, False),
        ({"kind": "ASSAULT"}, True),
        ({"kind": "AID/nothing"}, False),
        ({"review": "open"}, True),
        ({"review": "accepted"}, False),
        ({"harm": "any"}, True),
        ({"harm": "none"}, False),
        ({"actor": "nobody"}, False),
        ({"gid": "not a number"}, True),
    ],
)
def test_incidents_are_filtered_alike_on_the_page_and_in_the_export(desk, asked, is_there):
    address = incident_of(desk)
    assert (f'href="{address}"' in desk.get("/incidents", params=asked).text) is is_there
    exported = [json.loads(line)["id"] for line in desk.get("/incidents.jsonl", params=asked).text.splitlines()]
    assert (address.removeprefix("/incidents/") in exported) is is_there


def test_exports_are_what_their_names_say(desk):
    lines = desk.get("/incidents.jsonl").text.splitlines()
    rows = list(csv.DictReader(io.StringIO(desk.get("/incidents.csv").text)))
    features = desk.get("/incidents.geojson").json()["features"]
    assert len(rows) == len(lines) == len(features) > 0
    assert [row["id"] for row in rows] == [json.loads(line)["id"] for line in lines] == [f["id"] for f in features]
    assert any(f["geometry"] and f["geometry"]["coordinates"][0] == f["properties"]["lon"] for f in features)
    assert "attachment" in desk.get("/incidents.csv").headers["content-disposition"]


def test_a_decision_stands_in_the_history_and_can_be_undone(desk_of):
    desk = desk_of("Ada")
    address = incident_of(desk)
    subject = "incident:" + address.removeprefix("/incidents/")
    answer = desk.post("/decide", data={"kind": "accept", "subject": subject, "note": "two sources", "next": address})
    page = answer.text
    assert "two sources" in text_of(page)
    assert '<span class="tag good">accepted</span>' in page
    [number] = re.findall(r'name="decision" value="(\d+)"', page)
    again = desk.post("/undo", data={"decision": number, "next": address}).text
    assert "undone by Ada" in text_of(again)
    assert "not reviewed" in again


def test_a_list_shows_what_is_asked_for(desk):
    assert 'href="/reports/agadez_rockets"' in desk.get("/reports?q=rocket").text
    assert 'href="/reports/agadez_rockets"' not in desk.get("/reports?q=nothing-like-it").text
    assert 'href="/reports/agadez_rockets"' not in desk.get("/reports?from=1900-01-01&to=1900-12-31").text


def test_the_overview_tells_how_many_came_in(desk):
    answer = desk.get("/arrivals?once=1")
    assert answer.headers["content-type"].startswith("text/event-stream")
    told = json.loads(answer.text.removeprefix("data: "))
    assert told["reports"] == 12
    assert told["fresh"] == 0


def test_nothing_may_be_loaded_from_elsewhere(desk):
    policy = desk.get("/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "headers", [{"origin": "https://elsewhere.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}]
)
def test_another_site_cannot_write(desk, headers):
    answer = desk.post("/coder", data={"name": "Mallory"}, headers=headers, follow_redirects=False)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_foreign_host_name_is_refused(desk):
    assert desk.get("/", headers={"host": "elsewhere.example"}).status_code == 400


@pytest.mark.parametrize("next_", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"])
def test_a_form_leads_to_the_desk_alone(desk, next_):
    answer = desk.post("/coder", data={"name": "Ada", "next": next_}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_a_coder_cannot_pass_for_a_rule(desk):
    desk.post("/coder", data={"name": "rule:incidents"})
    assert "rule:" not in desk.get("/coder").text
