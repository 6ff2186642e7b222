"""The documents say what the code does."""

from pathlib import Path

from docs.generate import record_page, store_page

from tidings.store.tables import metadata

ROOT = Path(__file__).parents[1]


def test_the_reference_is_generated_from_the_types():
    assert (ROOT / "docs" / "reference" / "record.md").read_text(encoding="utf-8") == record_page()


def test_the_stores_reference_is_generated_and_names_every_column():
    page = (ROOT / "docs" / "reference" / "store.md").read_text(encoding="utf-8")
    assert page == store_page()
    assert [c.name for table in metadata.tables.values() for c in table.columns if f"| `{c.name}` |" not in page] == []


def test_every_decision_has_context_choice_and_doubt():
    for page in (ROOT / "docs" / "decisions").glob("*.md"):
        text = page.read_text(encoding="utf-8")
        assert all(part in text for part in ("**Context.**", "**Choice.**", "**What would change our mind.**")), (
            page.name
        )


def test_every_data_file_is_listed_for_whoever_wants_to_change_it():
    page = (ROOT / "docs" / "howto" / "change-what-tidings-knows.md").read_text(encoding="utf-8")
    files = (ROOT / "src" / "tidings" / "resources" / "data").glob("*.toml")
    assert [path.name for path in files if f"`{path.name}`" not in page] == []
