"""Who puts a figure at something says it, and the casualties have him for their source."""

import tidings


def test_whoever_puts_a_number_at_something_is_the_source_of_the_figure():
    text = "A bomb hit the market in Kaya on Monday. Hospital officials put the number of wounded at 14."
    record = tidings.read(text)
    said = next(s for s in record.statements if s.cue.of(text) == "put")
    assert said.speaker.span.of(text) == "Hospital officials"
    assert [(c.at_least, c.source) for e in record.events for c in e.casualties] == [(14, said.id)]


def test_the_place_of_the_teller_is_no_figure():
    text = "A doctor at the district hospital put the number of wounded at 14 and said two were dying."
    said = next(s for s in tidings.read(text).statements if s.cue.of(text) == "put")
    assert [piece.of(text).startswith("the number of wounded at 14") for piece in said.content] == [True]


def test_what_is_put_somewhere_is_no_figure():
    text = "Soldiers put the number on the door of the house in Kaya. They put the boy at ease."
    assert not [s for s in tidings.read(text).statements if s.cue and s.cue.of(text) == "put"]
