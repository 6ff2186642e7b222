import lemminflect
import pytest

from tidings.encoder.lemmas import find_lemma


@pytest.mark.parametrize(
    ("word", "upos", "lemma"),
    [
        ("said", "VERB", "say"),
        ("Soldiers", "NOUN", "soldier"),
        ("Soldiers", "PROPN", "Soldiers"),
        ("n't", "PART", "not"),
        ("them", "PRON", "they"),
        ("another", "NOUN", "another"),
        ("drone-struck", "VERB", "drone-struck"),
        ("blorfed", "VERB", "blorf"),
    ],
)
def test_a_word_and_its_part_of_speech_have_a_lemma(word, upos, lemma):
    assert find_lemma(word, upos) == lemma


@pytest.mark.parametrize("upos", ["NOUN", "VERB", "ADJ", "ADV"])
@pytest.mark.parametrize("word", ["wounded", "forces", "better", "armed", "men", "reported", "further", "any"])
def test_the_lexicon_is_read_as_its_library_reads_it(word, upos):
    known = lemminflect.getAllLemmas(word, upos) or lemminflect.getAllLemmasOOV(word, upos)
    assert find_lemma(word, upos) == known[upos][0]
