"""Briefs: plain sentences from the record, each with its sources, and what is not known."""

import re

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import tidings
from tidings.cli.main import cli
from tidings.errors import SubjectAmbiguous, SubjectUnknown
from tidings.keeping import keep_record
from tidings.store import open_store
from tidings.views.brief import Sentence, load_brief, to_html, to_markdown, to_text
from tidings.web.app import create_app

MISSION = "Sahel Support Mission"


@pytest.fixture
def brief(mission_store):
    return load_brief(mission_store, MISSION)


def sentences(brief):
    return [sentence for section in brief.sections for sentence in section.sentences]


def under(brief, heading):
    return [s.text for section in brief.sections if section.heading == heading for s in section.sentences]


def test_a_sentence_that_no_report_says_cannot_be_made():
    with pytest.raises(ValueError, match="no report says"):
        Sentence(text="The mission was a success.")


def test_every_sentence_cites_words_that_stand_in_its_report(brief, desk):
    texts = {}
    for cite in brief.sources:
        report = desk.get(f"/api/reports/{cite.report}").json()["report"]
        texts[cite.report] = " ".join(report["text"].split())
    assert len(brief.sources) > 10
    assert all(cite.words.strip("…").strip() in texts[cite.report] for cite in brief.sources)
    assert all(sentence.cites or sentence.is_unknown for sentence in sentences(brief))


def test_figures_in_a_brief_stand_in_its_sources(brief):
    """A count in a sentence about strength is one that its sources give, or the share of two of them."""
    for sentence in [s for section in brief.sections if section.heading == "Strength" for s in section.sentences]:
        told = sentence.text.partition(":")[0] if "in 100" in sentence.text else sentence.text
        told = re.sub(r"\d+ \w+ 20\d\d", "", told)
        cited = " ".join(cite.words for cite in sentence.cites)
        numbers = [n for n in re.findall(r"\d[\d,]*", told) if n != "100"]
        assert numbers
        assert [n for n in numbers if n not in cited] == []


def test_what_was_planned_is_never_told_as_there(brief):
    planned = [text for text in under(brief, "Strength") if "1,200" in text]
    assert planned
    assert not [text for text in planned if " had " in text and "is to" not in text and "differ" not in text]


def test_figures_of_one_day_that_differ_are_told_side_by_side(brief):
    [differing] = [text for text in under(brief, "Strength") if "differ" in text]
    assert "610 trainers" in differing
    assert "500 trainers" in differing


def test_a_judgement_is_told_with_its_coder(mission_store, desk_of):
    desk = desk_of("Ada")
    mission = next(m["id"] for m in desk.get("/api/missions").json()["items"] if m["name"] == MISSION)
    conditions = desk.get(f"/api/missions/{mission}").json()["conditions"]
    condition = next(c for c in conditions if c["kind"] == "conditional")
    assert "Nobody has judged" in " ".join(under(load_brief(mission_store, MISSION), "What is not known"))
    form = {"kind": "condition", "subject": condition["item"], "field": condition["field"], "value": "holds"}
    desk.post("/decide", data=form)
    assert any(
        text.startswith("It holds, judges Ada") for text in under(load_brief(mission_store, MISSION), "Conditions")
    )


def test_the_same_brief_reads_the_same_twice_and_in_every_form(mission_store, brief):
    assert load_brief(mission_store, MISSION) == brief
    flat = " ".join(to_text(brief).split())
    assert all(" ".join(s.text.split()) in flat for s in sentences(brief))
    assert to_markdown(brief).count("\n- ") == len(sentences(brief))
    page = to_html(brief)
    assert page.count("<p") == len(sentences(brief)) + 1
    assert page.count('id="source-') == len(brief.sources)


def test_markup_in_a_report_does_not_become_markup_of_the_page(brief):
    assert "<script" not in to_html(brief)


@pytest.mark.parametrize(
    "subject", ["sahel support mission", "mission:Sahel Support Mission", "  SAHEL SUPPORT MISSION "]
)
def test_a_subject_is_found_by_its_name_in_any_case(mission_store, subject):
    assert load_brief(mission_store, subject).kind == "mission"


@pytest.mark.parametrize(("subject", "kind"), [("Banner of the Dunes", "actor"), ("place:Agadez", "place")])
def test_actors_and_places_have_briefs(mission_store, subject, kind):
    found = load_brief(mission_store, subject)
    assert found.kind == kind
    assert found.sources


def test_an_incident_has_a_brief_with_every_figure_of_every_report(mission_store, desk):
    rows = desk.get("/api/incidents", params={"place": "Ouallam"}).json()["items"]
    incident = max(rows, key=lambda row: row["reports"])
    text = to_text(load_brief(mission_store, f"incident:{incident['id']}"))
    assert "3 killed" in text
    assert "5 killed" in text
    assert "Who did it is told as a claim, a suspicion or blame" in " ".join(text.split())


def test_a_misspelt_subject_gets_the_nearest_names(mission_store):
    with pytest.raises(SubjectUnknown, match="Sahel Support Mission"):
        load_brief(mission_store, "sahel suport mission")


def test_an_unclear_subject_gets_the_choices(mission_store):
    with pytest.raises(SubjectAmbiguous, match=r"\(actor:"):
        load_brief(mission_store, "mission")


def test_the_command_prints_a_brief_and_a_sentence_for_what_is_not_there(mission_store):
    runner = CliRunner()
    store = str(mission_store.path)
    done = runner.invoke(cli, ["brief", MISSION, "--store", store, "--format", "markdown"])
    assert done.exit_code == 0
    assert done.output.startswith(f"# {MISSION}\n")
    wrong = runner.invoke(cli, ["brief", "zzz", "--store", store])
    assert isinstance(wrong.exception, SubjectUnknown)


@pytest.mark.parametrize("form", ["", "text", "markdown", "html"])
def test_the_desk_shows_the_same_brief(desk, form):
    mission = next(m["id"] for m in desk.get("/api/missions").json()["items"] if m["name"] == MISSION)
    answer = desk.get(f"/brief/mission/{mission}", params={"format": form} if form else {})
    assert answer.status_code == 200
    assert "350 trainers" in answer.text


def test_a_name_leads_to_its_brief(desk):
    answer = desk.get("/brief", params={"subject": MISSION}, follow_redirects=False)
    assert answer.headers["location"].startswith("/brief/mission/")


def only_attack(store):
    with TestClient(create_app(store, hosts=["testserver"])) as desk:
        [incident] = desk.get("/api/incidents", params={"words": "bomb"}).json()["items"]
    return incident["id"]


def test_an_incident_that_many_reports_tell_of_is_quoted_eight_times_and_the_rest_counted(tmp_path):
    with open_store(tmp_path / "many.sqlite") as store:
        for number in range(10):
            minutes = f"{10 + number} minutes past noon"
            text = f"AGADEZ, Niger - A bomb killed three traders at the market of Agadez at {minutes} on Tuesday."
            record = tidings.read(text, id=f"r{number}", published="2022-06-15")
            keep_record(store, record)
        told = under(load_brief(store, f"incident:{only_attack(store)}"), "What happened there")
    assert len(told) == 9
    assert told[-1] == "2 more passages tell of it."
