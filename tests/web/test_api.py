"""The JSON API: what programs read and decide."""

import json

import pytest


def test_the_description_names_every_address(desk):
    paths = desk.get("/api/openapi.json").json()["paths"]
    wanted = ("reports", "incidents", "actors", "statements", "threads", "missions", "decisions", "search", "brief")
    assert {f"/api/{name}" for name in (*wanted, "agreement")} <= set(paths)
    assert set(paths["/api/decisions"]) == {"get", "post"}
    assert all(path.startswith("/api/") for path in paths)


def test_a_report_comes_as_its_record_was_kept(desk):
    answer = desk.get("/api/reports/ouallam")
    record = json.loads(answer.content)
    assert record["schema"] == "tidings.record/1"
    assert answer.content == json.dumps(record, ensure_ascii=False).encode()


def test_lists_come_in_pages(desk):
    first = desk.get("/api/reports", params={"size": 5}).json()
    last = desk.get("/api/reports", params={"size": 5, "page": 3}).json()
    assert (first["total"], first["pages"], len(first["items"]), len(last["items"])) == (12, 3, 5, 2)
    assert not {row["id"] for row in first["items"]} & {row["id"] for row in last["items"]}
    assert desk.get("/api/reports", params={"page": 99}).json()["items"] == []


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ({"type": "ASSAULT"}, lambda row: row["type"] == "ASSAULT"),
        ({"country": "NER"}, lambda row: row["country"] == "NER"),
        ({"place": "agadez"}, lambda row: row["place_name"] == "Agadez"),
        ({"date_from": "2023-01-01"}, lambda row: row["date_to"] >= "2023-01-01"),
        ({"date_to": "2022-12-31"}, lambda row: row["date_from"] <= "2022-12-31"),
    ],
)
def test_incidents_are_filtered(desk, query, holds):
    rows = desk.get("/api/incidents", params=query).json()["items"]
    assert rows
    assert all(map(holds, rows))


def test_an_incident_keeps_the_figures_of_each_report(desk):
    rows = desk.get("/api/incidents", params={"place": "Ouallam", "type": "ASSAULT"}).json()["items"]
    whole = desk.get(f"/api/incidents/{max(rows, key=lambda row: row['reports'])['id']}").json()
    killed = {row["at_least"] for row in whole["figures"] if row["harm"] == "killed"}
    assert {3, 5} <= killed
    assert {row["report"] for row in whole["events"]} >= {"ouallam", "second_toll"}
    assert "claimed" in {row["relation"] for row in whole["responsibility"]}


ITEM = "item:agadez_rockets#v1"


def test_a_decision_is_posted_found_and_undone(desk):
    sent = {"by": "Zoe", "kind": "correct", "subject": ITEM, "field": "when.from", "value": "2022-09-13"}
    answer = desk.post("/api/decisions", json=sent)
    assert answer.status_code == 201
    kept = answer.json()
    assert kept["value"] == '"2022-09-13"'
    assert desk.get("/api/decisions", params={"by": "Zoe"}).json()["items"] == [kept]
    undone = desk.post(f"/api/decisions/{kept['id']}/undo", json={"by": "Yan"}).json()
    assert undone["undone_by"] == "Yan"
    assert desk.post(f"/api/decisions/{kept['id']}/undo", json={"by": "Yan"}).status_code == 400


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"by": "Zoe", "kind": "correct", "subject": ITEM, "field": "colour", "value": "red"}, 400),
        ({"by": "Zoe", "kind": "accept", "subject": "item:nothing#v1"}, 400),
        ({"by": "Zoe", "kind": "bless", "subject": ITEM}, 422),
        ({"by": "", "kind": "accept", "subject": ITEM}, 422),
        ({"by": "rule:incidents", "kind": "accept", "subject": ITEM}, 422),
        ({"by": "Zoe", "kind": "accept", "subject": ITEM, "sure": True}, 422),
    ],
)
def test_what_cannot_be_decided_is_refused_as_a_problem(desk, sent, status):
    answer = desk.post("/api/decisions", json=sent)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert len(answer.json()["detail"]) > 20
    assert desk.get("/api/decisions", params={"by": "Zoe"}).json()["total"] == 0


def test_another_site_cannot_decide(desk):
    sent = {"by": "Zoe", "kind": "accept", "subject": ITEM}
    answer = desk.post("/api/decisions", json=sent, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403


def test_a_coder_does_not_get_what_others_decided_before_her(desk_of):
    ada, ben = desk_of("Ada"), desk_of("Ben")
    ada.post("/api/decisions", json={"by": "Ada", "kind": "reject", "subject": ITEM})
    assert ben.get("/api/decisions", params={"subject": ITEM, "kind": "reject"}).json()["items"] == []
    ben.post("/api/decisions", json={"by": "Ben", "kind": "accept", "subject": ITEM})
    assert len(ben.get("/api/decisions", params={"subject": ITEM, "kind": "reject"}).json()["items"]) == 1


def test_search_finds_reports_statements_incidents_and_actors(desk):
    found = desk.get("/api/search", params={"q": "Agadez"}).json()
    assert found["counts"]["report"] >= 5
    assert found["counts"]["statement"] >= 5
    only = desk.get("/api/search", params={"q": "Agadez", "kind": "statement"}).json()["items"]
    assert {hit["kind"] for hit in only} == {"statement"}
    page = desk.get("/search", params={"q": "rockets"})
    assert 'mark class="sought"' in page.text


@pytest.mark.parametrize("q", ['"', "AND (", "*", "-", "';--", "\x00", "a" * 3000])
def test_nothing_that_is_typed_into_the_search_is_a_fault(desk, q):
    assert desk.get("/search", params={"q": q}).status_code == 200


@pytest.mark.parametrize(
    "address", ["/api/reports/none", "/api/incidents/none", "/api/actors/none", "/api/missions/none", "/api/nothing"]
)
def test_what_is_not_there_is_a_problem_with_a_sentence(desk, address):
    answer = desk.get(address)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_brief_gives_the_numbers_of_its_sources(desk):
    found = desk.get("/api/brief", params={"subject": "Sahel Support Mission"}).json()
    numbers = {source["number"] for source in found["sources"]}
    cited = {n for section in found["sections"] for sentence in section["sentences"] for n in sentence["sources"]}
    assert cited == numbers == set(range(1, len(numbers) + 1))


def test_no_row_carries_a_key_of_the_store(desk):
    schemas = desk.get("/api/openapi.json").json()["components"]["schemas"]
    named = {name for schema in schemas.values() for name in schema.get("properties", {})}
    assert not {name for name in named if name == "key" or name.endswith("_key") or name in {"same_as", "closed_by"}}
    for path in ("actors", "missions", "threads", "incidents"):
        rows = desk.get(f"/api/{path}").json()["items"]
        assert rows
        assert not {"key", "event_key", "same_as", "closed_by"} & set().union(*rows)
    incident = desk.get("/api/incidents").json()["items"][0]["id"]
    whole = desk.get(f"/api/incidents/{incident}").json()
    told = {(row["report"], row["id"]) for row in whole["events"]}
    assert {(row["report"], row["event"]) for row in whole["figures"] + whole["responsibility"]} <= told
