"""Events against corpora that mark every event word or every predicate."""

from quality.event_scores import score_roles, score_triggers

TEXT = "Gunmen attacked the convoy, the army said. It rained."


def at(words):
    start = TEXT.index(words)
    return [start, start + len(words)]


def word(words, *, reporting=False):
    start, end = at(words)
    return {"start": start, "end": end, "reporting": reporting}


def filler(words, entity=None):
    return {"entity": entity, "span": at(words) if words else None}


def record(agents=(), targets=(), speaker=None):
    event = {"trigger": at("attacked"), "mentions": [at("attacked")], "agents": agents, "targets": targets}
    statement = {"cue": at("said"), "speaker": speaker, "content": [at("Gunmen attacked the convoy")]}
    start, end = at("Gunmen")
    return {
        "events": [event],
        "statements": [statement],
        "entities": [{"id": "e1", "mentions": ["m1"]}],
        "mentions": [{"id": "m1", "start": start, "end": end}],
    }


def shares(counts):
    return (counts.correct, counts.predicted, counts.gold)


def test_marked_words_that_the_record_knows_are_counted_by_sort():
    found = score_triggers([word("attacked"), word("rained"), word("said", reporting=True)], record())
    assert shares(found["reporting_known"]) == (1, 1, 1)
    assert shares(found["others_known"]) == (1, 2, 2)
    assert shares(found["triggers_marked"]) == (1, 1, 1)


def test_a_trigger_outside_the_sentences_that_are_marked_is_not_asked_about():
    assert shares(score_triggers([], record())["triggers_marked"]) == (0, 1, 1)
    assert shares(score_triggers([], record(), [at("It rained.")])["triggers_marked"]) == (0, 0, 0)


def argument(role, words):
    start, end = at(words)
    return {"role": role, "start": start, "end": end}


ATTACKED = {"predicate": at("attacked"), "args": [argument("ARG0", "Gunmen"), argument("ARG1", "the convoy")]}
SAID = {"predicate": at("said"), "args": [argument("ARG0", "the army"), argument("ARG1", "Gunmen attacked")]}
WHOLE = [[0, len(TEXT)]]


def test_doers_and_speakers_are_compared_with_the_first_two_roles():
    found = score_roles([ATTACKED, SAID], record([filler("Gunmen")], [filler("army")], filler("the army")), WHOLE)
    assert shares(found["agents"]) == (1, 1, 1)
    assert shares(found["targets"]) == (0, 1, 1)
    assert shares(found["speakers"]) == (1, 1, 1)
    assert shares(found["contents"]) == (1, 1, 1)


def test_an_agent_without_words_of_its_own_stands_where_its_entity_is_mentioned():
    found = score_roles([ATTACKED], record([filler(None, "e1")]), WHOLE)
    assert shares(found["agents"]) == (1, 1, 1)


def test_what_stands_in_another_sentence_is_no_answer_to_a_predicate():
    found = score_roles([ATTACKED], record([filler("It")]), [at("Gunmen attacked the convoy, the army said.")])
    assert shares(found["agents"]) == (0, 0, 1)


def test_a_predicate_that_the_record_does_not_have_is_not_asked_about():
    rained = {"predicate": at("rained"), "args": [argument("ARG1", "It")]}
    assert shares(score_roles([rained], record(), WHOLE)["targets"]) == (0, 0, 0)
