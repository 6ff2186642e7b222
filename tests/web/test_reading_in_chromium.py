"""Reading in a real browser: evidence, filters, the map; nothing leaves the origin and no script complains."""

import re

import pytest

PAGES = ("/", "/incidents", "/reports", "/reports/agadez_rockets", "/coder")


@pytest.fixture
def open_page(chromium, address):
    """Open pages whose requests and complaints are written down."""
    contexts = []

    def opened(path, **options):
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.requests_seen, page.complaints = [], []
        page.on("request", lambda request: page.requests_seen.append(request.url))
        page.on("console", lambda said: page.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [1280, 400])
def test_no_request_leaves_no_script_complains_nothing_sticks_out(open_page, address, path, width):
    page = open_page(path, viewport={"width": width, "height": 800})
    page.wait_for_timeout(100)
    assert [url for url in page.requests_seen if not url.startswith((address, "data:"))] == []
    assert page.complaints == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_pointing_at_a_fact_marks_its_words_and_the_other_way_round(open_page):
    page = open_page("/reports/agadez_rockets")
    page.hover("#v1 > .fact-line .to-words")
    lit = page.locator(".source .lit")
    assert lit.count() >= 1
    assert all("v1" in lit.nth(n).get_attribute("data-facts").split() for n in range(lit.count()))
    mark = page.locator(".source a.mark").first
    fact = mark.get_attribute("data-facts").split()[0]
    mark.hover()
    assert page.locator(f'[data-fact="{fact}"].lit').count() == 1


def test_without_scripts_a_fact_leads_to_its_words(open_page):
    page = open_page("/reports/agadez_rockets", java_script_enabled=False)
    page.click("#v1 > .fact-line .to-words")
    target = page.url.partition("#")[2]
    assert re.fullmatch(r"w\d+", target)
    assert page.locator(f"#{target}").get_attribute("class").startswith("mark")
    assert page.locator(f"#{target}").is_visible()


def test_a_fact_in_the_address_is_lit_with_its_words(open_page):
    page = open_page("/reports/agadez_rockets#v1")
    page.wait_for_selector(".source .lit")
    assert page.locator("#v1.lit").is_visible()


def test_incidents_are_filtered_by_the_form_and_by_the_map(open_page):
    page = open_page("/incidents")
    before = page.locator("table.incidents tbody tr").count()
    page.select_option("#harm", "any")
    page.click("form.filter button.primary")
    after = page.locator("table.incidents tbody tr").count()
    assert 0 < after < before
    assert "harm=any" in page.url
    page.locator(".map a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("gid="))
    assert page.locator("table.incidents tbody tr").count() > 0


def test_the_map_zooms_and_comes_back(open_page):
    page = open_page("/incidents")
    view = "document.querySelector('.map svg').getAttribute('viewBox').split(' ')[2]"
    whole = float(page.evaluate(view))
    page.click('[data-zoom="in"]')
    assert float(page.evaluate(view)) < whole
    page.click('[data-zoom="all"]')
    assert float(page.evaluate(view)) == whole


def test_a_keyboard_reaches_the_page_past_the_navigation(open_page):
    page = open_page("/reports")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


CONTRAST = """() => {
  const channel = (v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  const parse = (c) => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const e of document.querySelectorAll("main *, header *, footer *")) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || !e.getClientRects().length || e.closest("svg, select, .mark, .undone")) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) poor.push(`${e.className} ${e.textContent.slice(0, 30)}`);
  }
  return poor;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_words_stand_out_from_their_ground(open_page, path, scheme):
    page = open_page(path, color_scheme=scheme)
    assert page.evaluate(CONTRAST) == []
