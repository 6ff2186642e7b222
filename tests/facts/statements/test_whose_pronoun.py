"""Who "they" and "it" are when they speak: the people told of last, or the body that spoke before."""

import tidings


def speakers(text):
    return {s.speaker.span.of(text): s.speaker for s in tidings.read(text).statements if s.speaker and s.speaker.span}


def test_they_are_the_people_of_the_sentence_before_rather_than_the_last_speaker():
    text = (
        "KAYA, 7 April 2026 - Two soldiers died, the general staff said in a statement.\n\n"
        "Residents reached by telephone gave a different account. They said soldiers had rounded up men at the market."
    )
    record = tidings.read(text)
    they = next(s.speaker for s in record.statements if s.speaker.span.of(text) == "They")
    name = {e.id: e.name or e.role for e in record.entities}[they.entity]
    assert name == "Residents"


def test_it_is_the_body_that_did_not_comment_though_nobody_knows_its_name():
    text = (
        "KAYA, 7 April 2026 - The front did not comment on the kidnapping; "
        "in a message it accused the army of bombing a village."
    )
    assert speakers(text)["it"].role in {"The front", "front"}
