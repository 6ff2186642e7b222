import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tidings.errors import NoArticle, NotText, UrlRefused, UrlUnanswered
from tidings.sources import read_source, url

SENTENCE = "Three traders were killed when shells hit a market in Łódź on Tuesday evening, the army said. "
PAGE = f"<html><head><title>Market</title></head><body><article><p>{SENTENCE * 3}</p></article></body></html>"
ANSWERS = {
    "/page": (200, "text/html; charset=iso-8859-2", PAGE.encode("iso-8859-2")),
    "/text": (200, "text/plain; charset=utf-8", SENTENCE.encode()),
    "/lines": (200, "application/json", b'{"id": "l", "text": "A b."}\n'),
    "/pdf": (200, "application/pdf", b"%PDF-1.4"),
    "/links": (200, "text/html", b"<html><body><a href=/>Home</a></body></html>"),
}


class Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/page")
            self.end_headers()
            return
        status, kind, body = ANSWERS.get(self.path, (404, "text/html", PAGE.encode()))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        if self.path == "/silent":
            threading.Event().wait(2)
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def read_one(address):
    [arrival] = read_source(address)
    return arrival


def test_a_page_is_read_in_the_encoding_that_the_server_names(site):
    report = read_one(site + "/page").report
    assert "Łódź" in report.text
    assert report.uri == site + "/page"


def test_a_page_that_moved_is_followed(site):
    assert read_one(site + "/moved").report.uri == site + "/page"


def test_texts_and_lines_are_read_too(site):
    assert read_one(site + "/text").report.text == SENTENCE
    assert read_one(site + "/lines").report.id == "l"


def test_an_error_of_the_server_is_told_with_its_number(site):
    arrival = read_one(site + "/gone")
    assert isinstance(arrival, UrlRefused)
    assert "404 Not Found" in str(arrival)


@pytest.mark.parametrize(("path", "error"), [("/pdf", NotText), ("/links", NoArticle)])
def test_an_address_without_a_report(site, path, error):
    assert isinstance(read_one(site + path), error)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/a", "http://no.such.host.invalid/", "http://", "https://["])
def test_an_address_that_does_not_answer_may_be_tried_again(address):
    arrival = read_one(address)
    assert isinstance(arrival, UrlUnanswered)
    assert arrival.retryable
    assert "Errno" not in str(arrival)


def test_nobody_waits_for_ever(monkeypatch, site):
    monkeypatch.setattr(url, "SILENCE_S", 0.2)
    ANSWERS["/silent"] = (200, "text/html", PAGE.encode())
    arrival = read_one(site + "/silent")
    assert isinstance(arrival, UrlUnanswered)
    assert "nothing came" in str(arrival)
