"""Review in a real browser, by keyboard alone."""

import re
from urllib.parse import unquote

import pytest


@pytest.fixture
def sit_down(chromium, address):
    """Open a browser of its own at which a coder gives a name, and reviews."""
    opened = []

    def sat(coder, path="/review", **options):
        context = chromium.new_context(viewport={"width": 1280, "height": 900}, **options)
        opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"script: {error}"))
        page.goto(address + path)
        if page.locator("#name").count():
            page.keyboard.type(coder)
            page.keyboard.press("Enter")
            page.wait_for_url(lambda url: "/coder" not in url)
        return page

    yield sat
    for context in opened:
        context.close()


def item_of(page):
    return page.locator("#verdicts input[name=item]").get_attribute("value")


def remaining(page):
    return int(re.search(r"\d+", page.locator(".facts-line span").first.inner_text()).group())


def press(page, key):
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def at(item):
    return "/review?item=" + item.replace("#", "%23")


ATTACK = "item:agadez_rockets#v1"


def test_a_coder_walks_accepts_rejects_doubts_and_undoes_by_keyboard(sit_down):
    page = sit_down("Ada")
    first, there = item_of(page), remaining(page)
    press(page, "j")
    second = item_of(page)
    assert second != first
    press(page, "k")
    assert item_of(page) == first
    for key, said in (("a", "Accepted."), ("r", "Rejected."), ("d", "Kept as not known.")):
        press(page, key)
        assert page.locator("#done").inner_text() == said
    assert remaining(page) == there - 3
    for _ in range(3):
        press(page, "u")
    assert (item_of(page), remaining(page)) == (first, there)


def test_a_note_is_written_and_kept_with_the_decision(sit_down):
    page = sit_down("Ada", at(ATTACK))
    page.keyboard.press("n")
    page.keyboard.type("army and hospital differ; j k a r are letters here")
    page.keyboard.press("Escape")
    press(page, "a")
    page.goto(re.sub(r"/review.*", "", page.url) + at(ATTACK))
    history = page.locator("#history").inner_text()
    assert "accept" in history
    assert "letters here" in history


def test_fields_are_corrected_without_a_mouse(sit_down):
    page = sit_down("Ada", at(ATTACK))
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.name") == "v1 type"
    page.focus("[name='v1 when.from']")
    page.fill("[name='v1 when.from']", "2022-09-13")
    press(page, "Control+Enter")
    page.goto(re.sub(r"/review.*", "", page.url) + at(ATTACK))
    assert page.input_value("[name='v1 when.from']") == "2022-09-13"
    assert "read as: 2022-09-14" in page.locator("#correct").inner_text()
    assert page.locator("#verdict").inner_text() == "you decided: correct"


def test_words_are_selected_to_correct_a_span(sit_down):
    page = sit_down("Ada", at(ATTACK))
    page.evaluate(
        """() => {
            const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const start = node.data.indexOf("One landed inside the camp");
                if (start >= 0) getSelection().setBaseAndExtent(node, start, node, start + 26);
            }
        }"""
    )
    page.keyboard.press("w")
    words = page.locator("#v1-span ~ button, #v1-span").first
    start, end = map(int, words.input_value().split("-"))
    text = page.evaluate("document.getElementById('text').textContent")
    assert text[start:end] == "One landed inside the camp"
    assert page.locator("output[for='v1-span']").inner_text().strip("“”") == "One landed inside the camp"
    press(page, "Control+Enter")
    page.goto(re.sub(r"/review.*", "", page.url) + at(ATTACK))
    assert page.input_value("#v1-span") == f"{start}-{end}"
    # The record's own words stay marked, the coder's are kept beside them.
    assert page.locator("mark.trigger").first.inner_text() != "One landed inside the camp"


def test_a_span_grows_and_shrinks_by_words_with_the_arrow_keys(sit_down):
    page = sit_down("Ada", at(ATTACK))
    page.focus("#v1-span")
    before = page.locator("output[for='v1-span']").inner_text()
    page.keyboard.press("ArrowRight")
    grown = page.locator("output[for='v1-span']").inner_text()
    assert len(grown.split()) == len(before.split()) + 1
    page.keyboard.press("Shift+ArrowLeft")
    assert len(page.locator("output[for='v1-span']").inner_text().split()) == len(before.split()) + 2
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowRight")
    assert page.locator("output[for='v1-span']").inner_text() == before


def test_an_event_is_merged_with_a_suggested_incident_and_split_again(sit_down):
    page = sit_down("Ada", at("item:german_plan#v4"))
    suggested = page.locator("#merge ol li a").first
    assert suggested.count()
    incident = unquote(suggested.get_attribute("href").rpartition("/")[2])
    page.keyboard.press("m")
    assert page.evaluate("document.activeElement.className") == "suggestion"
    press(page, "Enter")
    page.goto(re.sub(r"/review.*", "", page.url) + at("item:german_plan#v4"))
    assert page.locator(f"dd a[href='/incidents/{incident}']").count() == 1
    press(page, "s")
    assert page.locator("#done").inner_text() == "Split off."
    assert page.locator(f"dd a[href='/incidents/{incident}']").count() == 0
    press(page, "u")
    assert page.locator(f"dd a[href='/incidents/{incident}']").count() == 1


def test_help_opens_and_keys_rest_meanwhile(sit_down):
    page = sit_down("Ada")
    item = item_of(page)
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("r")
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    assert item_of(page) == item


def test_two_coders_agree_disagree_and_a_third_settles(sit_down):
    ada, ben, eve = sit_down("Ada"), sit_down("Ben"), sit_down("Eve", "/review/agreement")
    first = item_of(ada)
    assert item_of(ben) == first
    press(ada, "a")
    ben.reload()
    assert "Others have decided" in ben.locator("#history").inner_text()
    assert "Ada" not in ben.locator("#history").inner_text()
    press(ben, "a")
    second = item_of(ada)
    assert item_of(ben) == second
    press(ada, "r")
    press(ben, "a")
    eve.goto(re.sub(r"/review.*", "", eve.url) + "/review/agreement")
    row = eve.locator("tbody tr", has_text="verdict").first.inner_text().split()
    assert row[2:] == ["2", "1"]
    with eve.expect_navigation():
        eve.get_by_role("button", name="As Ada has it").click()
    if eve.locator("#name").count():
        eve.keyboard.type("Eve")
        with eve.expect_navigation():
            eve.keyboard.press("Enter")
        with eve.expect_navigation():
            eve.get_by_role("button", name="As Ada has it").click()
    assert "settled by Eve" in eve.locator("#settled").inner_text()


def test_review_works_without_scripts(sit_down):
    page = sit_down("Ada", java_script_enabled=False)
    item, there = item_of(page), remaining(page)
    assert not page.locator("#help-open").is_visible()
    page.click("#do-accept")
    assert remaining(page) == there - 1
    page.click("#do-undo")
    assert (item_of(page), remaining(page)) == (item, there)


@pytest.mark.parametrize("width", [400, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_working_page_is_wider_than_the_window(sit_down, address, width, scheme):
    page = sit_down("Ada", color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    mission = page.request.get(f"{address}/api/missions").json()["items"][0]["id"]
    for path in ("/review", "/missions", f"/missions/{mission}", f"/actors/{mission}", "/statements", "/threads"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
