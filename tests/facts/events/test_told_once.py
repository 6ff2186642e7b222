"""Nobody is counted twice, put into another event, or blamed for what nobody lays at his door."""

import pytest

import tidings


def events(text):
    return tidings.read(text, published="2021-03-05").events


def tolls(event):
    return sorted((c.harm.value, c.at_least) for c in event.casualties if c.part_of is None)


def test_another_ten_where_another_bomb_exploded_are_of_another_event():
    text = (
        "Eight traders were killed when two mines exploded on a road in Gao on Thursday. "
        "Another eleven people were killed when a mine exploded in a queue in Gao."
    )
    assert [tolls(e) for e in events(text)] == [[("killed", 8)], [("killed", 11)]]


def test_who_was_wounded_in_the_attack_was_so_in_the_one_told_right_before():
    text = (
        "A bomb in Kidal on Wednesday killed three gendarmes and wounded five others. "
        "A grenade attack in Segou on Tuesday killed one French engineer. "
        "Two Malian drivers were also hurt in the attack."
    )
    first, second = events(text)
    assert tolls(first) == [("injured", 5), ("killed", 3)]
    assert tolls(second) == [("injured", 2), ("killed", 1)]


def test_nobody_named_dies_twice():
    text = "The report into the murder of Ahmed Diallo was condemned. Diallo was gunned down on December 16, 2020."
    assert [tolls(e) for e in events(text) if e.casualties] == [[("killed", 1)]]


def test_the_headlines_toll_is_the_bodys():
    text = (
        "Four dead as petrol bomb hits depot in night of unrest\n\n"
        "A PETROL-BOMB attack on a depot in Lagos left at least four workers dead while crowds roamed the port. "
        "Police said at least four people, three men and a woman, were killed in the attack.\n"
    )
    assert [tolls(e) for e in events(text) if e.casualties] == [[("killed", 4)]]


def test_a_hostage_among_the_dead_is_no_abduction():
    found = events("Nine raiders, a guard and one hostage died when the ship was stormed off Lomé on Tuesday.")
    assert {c.harm.value for e in found for c in e.casualties} == {"killed"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll from a lorry bomb at the customs post in Herat rose to at least six on Monday.", (6, None)),
        ("The toll from two bombings in Herat climbed from 12 to 35 on Monday.", (35, 35)),
        ("Gunmen raided two villages near Herat. The raids left over a dozen dead.", (13, None)),
        ("Gunmen raided two villages near Herat. The raids left half a dozen dead.", (6, 6)),
    ],
)
def test_the_figure_is_the_one_that_the_toll_comes_to(text, expected):
    assert [(c.at_least, c.at_most) for e in events(text) for c in e.casualties] == [expected]


def test_nobody_is_blamed_for_what_both_sides_do():
    found = events("France plans to withdraw 900 soldiers from a second force fighting the rebels.")
    assert [e.responsibility for e in found if e.responsibility] == []


def test_nobody_suspects_himself():
    found = events(
        "Two clerks were shot dead in Leeds. Yvonne Hill is charged with murder for the shooting of two clerks."
    )
    held = [r for e in found for r in e.responsibility]
    assert held
    assert all(r.by != r.actor for r in held)


def test_a_war_since_2003_goes_on():
    [war] = events(
        "Since the war in the Sudan began in March 2003, some 1,940 soldiers have been killed in the country."
    )
    assert (war.when.from_, war.when.to[:4]) == ("2003-03-01", "2021")


def test_an_attack_is_not_on_the_day_that_is_counted_from_it():
    text = "On 3 March gunmen attacked a convoy near Dapaong. Two days after the attack, the army arrested five men."
    days = {(e.type, e.when.from_) for e in events(text)}
    assert days == {("ASSAULT", "2021-03-03"), ("COERCE", "2021-03-05")}


def test_the_day_before_a_doer_is_no_part_of_its_name():
    [event] = events("On 3 March gunmen attacked a convoy near Dapaong.")
    assert [agent.span.of("On 3 March gunmen attacked a convoy near Dapaong.") for agent in event.agents] == ["gunmen"]


def test_what_force_was_used_for_is_no_event_of_its_own():
    text = "Officers fired tear gas to disperse the protesters outside parliament on Tuesday."
    assert [e.type for e in events(text) if e.type != "PROTEST"] == ["ASSAULT"]


def test_a_number_of_wounded_is_nobody_who_was_wounded():
    [event] = events("Hospital officials put the number of wounded in the attack on Kaya at 14.")
    assert not [target for target in event.targets if target.kind == "person"]
    assert tolls(event) == [("injured", 14)]


def test_a_word_in_quotation_marks_is_counted_like_any_other():
    [event] = [e for e in events('The army said it had killed 30 "terrorists" in Kaya on Monday.') if e.casualties]
    assert tolls(event) == [("killed", 30)]


def test_soldiers_who_died_are_no_part_of_the_enemies_killed():
    text = (
        'The army said it had killed 30 "terrorists" near Kaya on Monday. '
        "Two soldiers died and five were hurt, the general staff said."
    )
    assert [sorted(tolls(e)) for e in events(text)] == [[("injured", 5), ("killed", 2), ("killed", 30)]]


def test_who_is_told_as_the_source_is_no_victim():
    [event] = events("Two guards were wounded in Kaya on Monday, one of them seriously, according to the Red Cross.")
    assert [c.at_least for c in event.casualties] == [2]


def test_a_described_and_then_named_victim_is_one():
    text = "A community leader who tried to mediate, Rosa Campo, 47, was shot in the leg in Kaya on Monday."
    [event] = [e for e in events(text) if e.type == "ASSAULT"]
    assert len(event.targets) == 1


def test_goods_looted_from_a_convoy_are_seized_and_vetoed_sanctions_not_imposed():
    assert "COERCE" in {e.type for e in events("Gunmen looted an aid convoy near Kaya on Monday.")}
    found = events("Hungary and Slovakia vetoed sanctions against Georgian officials on Monday.")
    assert not [e for e in found if e.type == "SANCTION" and e.status == "happened"]


def test_an_age_between_name_and_participle_counts_nobody():
    found = events("Ana Duro, 19, shot by soldiers on Monday, was buried in Kandahar.")
    assert [tolls(e) for e in found if e.casualties] == [[("injured", 1)]]
