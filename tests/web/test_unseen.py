"""Independent coding: what others decided shows on no page before a coder has decided herself."""

import re

import pytest

from tidings.model.refs import actor_ref

EVENT = "item:agadez_rockets#v1"


def incident_of(desk):
    page = desk.get("/review", params={"item": EVENT}).text
    return re.search(r'<dt>incident</dt><dd><a href="/incidents/([^"]+)"', page).group(1)


def decide(desk, subject, kind, **fields):
    answer = desk.post(
        "/decide", data={"kind": kind, "subject": subject, "next": "/", **fields}, follow_redirects=False
    )
    assert answer.status_code == 303


def plain(page):
    """Leave out when something changed, and the box that says whether anybody decided."""
    page = re.sub(r"\d+ \w{3} \d{4}, \d\d:\d\d UTC", "", page)
    return re.sub(r'<p class="(notice small|nothing)">(Others|None of yours|No person|Nobody).*?</p>', "", page).split()


@pytest.mark.parametrize("kind", ["accept", "reject", "unsure", "note"])
def test_a_decision_on_an_event_changes_nothing_that_another_coder_sees(desk_of, kind):
    ben = desk_of("Ben")
    incident = incident_of(ben)
    pages = (f"/incidents/{incident}", "/incidents?status=all&sort=day", "/reports/agadez_rockets")

    def seen():
        whole = {**ben.get(f"/api/incidents/{incident}").json(), "incident": None}
        return [plain(ben.get(page).text) for page in pages], whole

    before = seen()
    decide(desk_of("Ada"), EVENT, kind, note="a drill, I think")
    assert seen() == before
    assert "Others have decided here." in ben.get(pages[0]).text
    decide(ben, EVENT, "accept")
    assert "a drill" in ben.get(pages[0]).text


def test_a_corrected_or_rejected_figure_shows_as_read_until_she_has_decided(desk_of):
    ada, ben = desk_of("Ada"), desk_of("Ben")
    incident = incident_of(ben)
    before = ben.get(f"/api/incidents/{incident}").json()
    figure = next(f for f in before["figures"] if (f["report"], f["event"]) == ("agadez_rockets", "v1"))
    subject = f"{EVENT}.{figure['id']}"
    decide(ada, subject, "correct", field="at_least", value="77")
    decide(ada, subject, "correct", field="at_most", value="77")
    decide(ada, EVENT, "correct", field="when.from", value="2022-09-01")
    seen = ben.get(f"/api/incidents/{incident}").json()
    assert (seen["figures"], seen["events"]) == (before["figures"], before["events"])
    kept = ("title", "date_from", "killed_least", "killed_most", "review", "sources")
    assert {n: seen["incident"][n] for n in kept} == {n: before["incident"][n] for n in kept}
    assert "<strong>77</strong>" not in ben.get(f"/incidents/{incident}").text
    assert "<strong>77</strong>" in ada.get(f"/incidents/{incident}").text
    decide(ben, EVENT, "accept")
    assert "<strong>77</strong>" in ben.get(f"/incidents/{incident}").text
    assert 77 in {f["at_least"] for f in ben.get(f"/api/incidents/{incident}").json()["figures"]}


def test_a_verdict_on_an_incident_shows_once_she_has_given_hers(desk_of):
    ada, ben = desk_of("Ada"), desk_of("Ben")
    incident = incident_of(ben)
    decide(ada, f"incident:{incident}", "reject", note="never took place")

    def seen(desk):
        page = desk.get(f"/incidents/{incident}").text
        row = next(r for r in desk.get("/incidents?status=all").text.split("<tr>") if incident in r)
        return ("never took place" in page, "not reviewed" in page, ">rejected<" in row)

    assert seen(ada) == (True, False, True)
    assert seen(ben) == (False, True, False)
    decide(ben, f"incident:{incident}", "accept")
    assert seen(ben)[:2] == (True, False)


def test_who_joined_two_actors_shows_once_she_has_decided_on_one_of_them(desk_of):
    ada, ben = desk_of("Ada"), desk_of("Ben")
    one, other = [row["id"] for row in ada.get("/api/actors").json()["items"] if row["kind"] == "person"][:2]
    ada.post("/actors", data={"one": one, "other": other, "kind": "not-same", "note": "cousins"})
    assert "cousins" in ada.get(f"/actors/{one}").text
    page = ben.get(f"/actors/{one}").text
    assert "cousins" not in page
    assert "Others have decided on it" in page
    decide(ben, actor_ref(one), "not-same", other=actor_ref(other))
    assert "cousins" in ben.get(f"/actors/{one}").text


def test_who_gives_no_name_sees_what_counts(desk_of, desk):
    decide(desk_of("Ada"), EVENT, "reject", note="a drill")
    assert "a drill" in desk.get(f"/incidents/{incident_of(desk_of('Ada'))}").text
