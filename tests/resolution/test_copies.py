import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolution.made import TEXT, record

from tidings.model.record import Record
from tidings.model.report import Report, Zone, ZoneKind
from tidings.resolution import compare_texts, copy_similarity, find_bands, find_body, is_copy

WIRE = (
    "Mortar shells hit a covered market in the north of the town shortly before noon on Monday, killing 3 traders "
    "and wounding 7 others, two hospital workers and the mayor said. The shells fell within a minute of each other "
    "and set fire to a row of stalls where cloth and grain are sold. Firemen from the garrison needed an hour to put "
    "the flames out. Nobody said who had fired. The army blamed a group that has shelled the road to the border "
    "since March, when talks about a truce for the harvest broke down. A spokesman for the group said that its men "
    "had been nowhere near. Traders buried the dead the same evening behind the old customs house, and the market "
    "will stay shut until the end of the week."
)
OTHER = (
    "Several hundred teachers marched through the capital on Wednesday to ask for wages that have not been paid "
    "since the start of the year. They walked from the ministry to the bridge, where police let them pass. A union "
    "leader said that schools in four provinces would stay shut until the money came. The minister promised to meet "
    "them next week and said that the treasury had been late with transfers. No one was hurt and the march ended in "
    "the afternoon with songs in front of the town hall."
)
FIRST_SENTENCES = " ".join(WIRE.split()[:60])
UPDATE = WIRE.replace("3 traders", "5 traders").replace("7 others", "11 others")
EDITED = WIRE.replace("shortly before noon", "around midday").replace("wounding", "injuring").replace("old ", "")
TAKEN_UP = f"{OTHER} Elsewhere, {WIRE}"


@pytest.mark.parametrize("copy", [WIRE, WIRE.upper(), FIRST_SENTENCES, UPDATE, EDITED, TAKEN_UP])
def test_a_copy_an_excerpt_an_edit_and_an_update_are_found_and_verified(copy):
    assert set(find_bands(WIRE)) & set(find_bands(copy))
    assert is_copy(WIRE, copy)


def test_another_report_shares_no_band_and_is_no_copy():
    assert not set(find_bands(WIRE)) & set(find_bands(OTHER))
    assert not is_copy(WIRE, OTHER)


def test_a_shared_sentence_is_not_enough():
    assert not is_copy(WIRE, f"{OTHER} {WIRE.split('. ')[1]}.")


def test_a_text_too_short_to_be_told_from_another_is_no_copy_of_anything():
    assert find_bands("Three people were killed in an attack.") == ()
    assert not is_copy("Three people were killed in an attack.", "Three people were killed in an attack.")


@given(st.sampled_from([WIRE, OTHER, TAKEN_UP, ""]), st.text(max_size=200))
def test_similarity_is_symmetric_and_a_share(a, b):
    assert copy_similarity(a, b) == copy_similarity(b, a)
    assert 0.0 <= copy_similarity(a, b) <= 1.0


def test_bands_are_the_same_at_every_run_because_they_are_kept():
    assert find_bands(WIRE)[0] == "m00236f08067f79351c"
    assert len(find_bands(WIRE)) == len(set(find_bands(WIRE)))


def test_why_names_the_share_and_the_limit():
    assert "100% of the shorter text" in compare_texts(WIRE, UPDATE).why


def test_copies_are_known_by_the_body_alone():
    made = record()
    zones = (Zone(kind=ZoneKind.CAPTION, start=0, end=10), Zone(kind=ZoneKind.BODY, start=10, end=40))
    assert find_body(Record(report=made.report, zones=zones)) == TEXT[10:40]
    assert find_body(Record(report=Report(id="a", text=TEXT))) == TEXT
