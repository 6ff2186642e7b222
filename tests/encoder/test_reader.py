import pytest

from tidings.encoder import Encoder
from tidings.errors import EncoderFileMissing
from tidings.model.reading import ROOT
from tidings.model.span import Span

REPORT = """Rocket attack in Irbil kills contractor

A rocket attack on Monday in Irbil, northern Iraq, killed one civilian contractor and injured nine people, \
Col. Wayne Marotto said.

"We will hold them responsible," NATO Secretary General Jens Stoltenberg said on Thursday."""


@pytest.fixture(scope="module")
def encoder():
    return Encoder.load(threads=1)


@pytest.fixture(scope="module")
def reading(encoder):
    return encoder.read(REPORT)


def labels(reading, head):
    return {(span.span.of(reading.text), span.label) for span in reading.spans[head]}


def test_every_offset_quotes_the_text(reading):
    assert all(token.text == REPORT[token.start : token.end] for token in reading.tokens)
    assert [token.index for token in reading.tokens] == list(range(len(reading.tokens)))
    for sentence in reading.sentences:
        assert reading.tokens[sentence.first].start >= sentence.start
        assert reading.tokens[sentence.last - 1].end <= sentence.end
    for spans in reading.spans.values():
        assert all(0 <= span.start < span.end <= len(REPORT) and 0 <= span.score <= 1 for span in spans)


def test_every_sentence_is_a_tree_of_its_own(reading):
    for sentence in reading.sentences:
        tokens = reading.sentence_tokens(sentence)
        assert sum(token.head == ROOT for token in tokens) == 1
        assert all(token.head == ROOT or sentence.first <= token.head < sentence.last for token in tokens)
        assert all((token.deprel == "root") == (token.head == ROOT) for token in tokens)


def test_the_main_things_are_found(reading):
    assert ("Monday", "DATE") in labels(reading, "times")
    assert ("Jens Stoltenberg", "person") in labels(reading, "names")
    assert ("Irbil", "place") in labels(reading, "names")
    assert ("said", "REPORTING") in labels(reading, "events")
    killed = next(token for token in reading.tokens if token.text == "killed")
    assert (killed.lemma, killed.upos) == ("kill", "VERB")
    assert "contractor" in {token.text for token in reading.children(killed, "obj")}


def test_an_attribution_has_its_source_and_content(reading):
    quoted = reading.attributions[-1]
    assert quoted.cue.span.of(REPORT) == "said"
    assert [span.span.of(REPORT) for span in quoted.sources] == ["NATO Secretary General Jens Stoltenberg"]
    assert [span.span.of(REPORT) for span in quoted.contents] == ['"We will hold them responsible,"']


def test_outside_the_segments_nothing_is_read(encoder):
    start = REPORT.index("A rocket")
    reading = encoder.read(REPORT, [Span(0, 6), Span(start, start + 15)])
    assert [token.text for token in reading.tokens] == ["Rocket", "A", "rocket", "attack"]


def test_the_same_text_reads_the_same(encoder, reading):
    others = [*encoder.read_many(["Something else.", REPORT])]
    assert others[1] == reading


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "😀",
        "\u200f",
        "x" * 5000,
        "word " * 2000,
        "THE FMLN ATTACKED. " * 50,
        "\x00\ud7ff\ufffd",
        "a.\n" * 300,
    ],
)
def test_any_text_can_be_read(encoder, text):
    reading = encoder.read(text)
    assert all(token.text == text[token.start : token.end] for token in reading.tokens)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(EncoderFileMissing, match=r"encoder\.onnx"):
        Encoder.load(tmp_path)


def test_the_number_of_threads_changes_nothing(encoder):
    text = "\n\n".join([REPORT] * 6)
    assert Encoder.load(threads=2).read(text) == encoder.read(text)


def test_no_mark_stands_at_the_end_of_a_name(reading):
    ends = [reading.tokens_in(span.span) for head in ("entities", "names", "times") for span in reading.spans[head]]
    assert all(words[0].upos != "PUNCT" and words[-1].upos != "PUNCT" for words in ends)
