import pytest

from tidings.errors import EmptyReport, NoArticle
from tidings.sources.html import MOST_CHARACTERS, is_page, read_page

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Shells hit market in Ouallam</title>
<meta property="article:published_time" content="2024-03-04T09:00:00Z">
<script>var x = "tracker";</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Shells hit market in Ouallam</h1>
<p>NIAMEY, June 16, 2022 – Mortar shells hit a market in the town of Ouallam on Tuesday, killing three traders.</p>
<p>“The shells came from the hills,” said a spokesman for the army who gave no further details of the attack.</p>
</article>
<footer>Copyright 2024. All rights reserved. <a href="/terms">Terms</a></footer></body></html>"""


def test_the_article_is_read_and_what_surrounds_it_is_not():
    text = read_page("a.html", PAGE.encode()).report.text
    assert "killing three traders." in text
    assert "“The shells came from the hills,”" in text
    assert "tracker" not in text
    assert "Terms" not in text


def test_paragraphs_stand_a_blank_line_apart_and_the_title_leads():
    text = read_page("a.html", PAGE.encode()).report.text
    assert text.split("\n\n")[0] == "Shells hit market in Ouallam"
    assert text.count("Shells hit market in Ouallam") == 1
    assert len(text.split("\n\n")) == 3


def test_the_day_of_the_metadata_is_kept_apart_from_those_of_the_text():
    report = read_page("a.html", PAGE.encode(), uri="http://a/b").report
    assert (report.published.date, report.published.basis, report.published.span) == ("2024-03-04", "metadata", None)
    assert "2024" not in report.text
    assert (report.title, report.uri) == ("Shells hit market in Ouallam", "http://a/b")


def test_a_day_that_only_the_text_gives_is_not_metadata():
    page = PAGE.replace('<meta property="article:published_time" content="2024-03-04T09:00:00Z">', "")
    page = page.replace("Copyright 2024. ", "")
    assert read_page("a.html", page.encode()).report.published is None


def test_the_encoding_that_a_page_names_is_used():
    page = PAGE.replace("utf-8", "windows-1250").replace("Ouallam", "Łódź")
    incoming = read_page("a.html", page.encode("cp1250"))
    assert "Łódź" in incoming.report.text
    assert incoming.problems == ()


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><body><ul><li><a href='/a'>One</a></li><li><a href='/b'>Two</a></li></ul></body></html>",
        "<html><body><form>Log in: <input name=user></form></body></html>",
        "<html><body><img src=a.png></body></html>",
    ],
)
def test_a_page_without_an_article_is_refused(page):
    with pytest.raises(NoArticle):
        read_page("a.html", page.encode())


def test_an_empty_page_is_empty():
    with pytest.raises(EmptyReport):
        read_page("a.html", b"  \n")


def test_of_an_endless_page_the_beginning_is_read():
    paragraph = "<p>Nobody was hurt when the bridge was closed for an hour on Monday, the police said.</p>\n"
    many = MOST_CHARACTERS // len(paragraph) + 100
    incoming = read_page("a.html", PAGE.replace("</article>", paragraph * many + "</article>").encode())
    assert {problem.kind for problem in incoming.problems} == {"truncated"}
    assert incoming.report.text.startswith("Shells hit market")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("<!DOCTYPE html><html>", True),
        ("\n <!-- saved --> <html lang=en>", True),
        ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">', True),
        ("NIAMEY – An army spokesman said <html> is a word.", False),
        ("", False),
    ],
)
def test_a_page_is_known_by_how_it_begins(text, answer):
    assert is_page(text) is answer
