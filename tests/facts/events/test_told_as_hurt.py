"""Who counts as hurt: those struck, those told as patients, and nobody who is told to be dead."""

import pytest

import tidings


def tolls(text):
    record = tidings.read(text, published="2021-03-10")
    found = [c for e in record.events for c in e.casualties if c.part_of is None]
    kinds = {"killed", "injured", "killed-or-injured"}
    return sorted((c.harm.value, c.at_least) for c in found if c.harm.value in kinds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on the market and three shoppers were struck in the chest.", [("injured", 3)]),
        ("The gunman fired into a crowd, hitting five pilgrims.", [("injured", 5)]),
        ("A rebel fired at the bus and a stone hit the driver in the face.", [("injured", 1)]),
        ("The new tax hit farmers on both sides of the border.", []),
        ("The drug firm was hit in the pocket.", []),
        ("Rockets hit rebel positions near the town.", []),
        ("The minister was struck by the silence in the hall.", []),
    ],
)
def test_who_was_struck_in_the_body_or_by_those_who_fire_is_hurt(text, expected):
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Protesters clashed with police in Leeds and 30 people were treated at a clinic.", [("injured", 30)]),
        ("After the crash in Leeds, the driver underwent surgery.", [("injured", 1)]),
        ("A bomb went off in Leeds. Four aid workers are in hospital.", [("injured", 4)]),
        ("A boy was shot in Leeds. His sister is fighting for her life.", [("injured", 1), ("injured", 1)]),
        ("Two boys were hit by a car in Leeds. Both are expected to recover.", [("injured", 2)]),
        ("Nine people were hurt in a blast in Leeds. Six of them were taken to hospital.", [("injured", 9)]),
        ("Nine people were hurt in a blast in Leeds. Six people were taken to hospital.", [("injured", 9)]),
        ("The former president was taken to hospital on Monday.", []),
        ("A bomb went off in Leeds. The mayor visited a hospital.", []),
        ("A bomb went off in Leeds. The Red Cross sent 12 doctors to the hospital.", []),
        ("A bomb went off in Leeds. The economy is expected to recover.", []),
    ],
)
def test_patients_are_hurt_where_harm_is_told_near_them(text, expected):
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police shot a man in Leeds. He was taken to a hospital, where he died.", [("killed", 1)]),
        ("A toddler who was injured in the blast has died.", [("killed", 1)]),
        ("He shot him twice in Leeds and killed him.", [("killed", 1)]),
        ("A boy was killed in Leeds on Sunday. A bullet struck the child in the chest.", [("killed", 1)]),
        (
            "A boy was killed in Leeds on Sunday. A second child was hit in the hand.",
            [("injured", 1), ("killed", 1)],
        ),
    ],
)
def test_who_died_is_not_hurt_as_well(text, expected):
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb went off, leaving five people injured and one person dead.", [("injured", 5), ("killed", 1)]),
        ("The blast left one person dead and three others injured.", [("injured", 3), ("killed", 1)]),
        ("Police said 13 were injured and one killed in Leeds.", [("injured", 13), ("killed", 1)]),
        ("Three women were shot and a baby boy was killed in Leeds.", [("injured", 3), ("killed", 1)]),
        ("Officers found four people who had been shot, two of them dead.", [("injured", 2), ("killed", 2)]),
    ],
)
def test_a_number_of_dead_beside_others_leaves_the_others_alive(text, expected):
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was one of four people shot at a bar in Leeds.", [("injured", 4)]),
        ("One of four men was killed in Leeds.", [("killed", 1)]),
        ("Ann Lee, 34, Tom Roe, 8, and Jim Poe, 6, were all shot in Leeds.", [("injured", 1)] * 3),
        ("Tina Banks was shot in the face.", [("injured", 1)]),
        ("At least one person was killed in Leeds. One man died at the scene.", [("killed", 1)]),
        ("The baby shot by her uncle was in a stable condition, Leeds police officials said.", [("injured", 1)]),
    ],
)
def test_a_number_counts_the_people_that_it_means(text, expected):
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "One man died and three others were hurt in Leeds. Jim Poe was shot. Another man was hit in the leg.",
            [("injured", 3), ("killed", 1)],
        ),
        ("Three men were wounded in a market in Leeds. Another man was wounded too.", [("injured", 1), ("injured", 3)]),
    ],
)
def test_another_one_is_one_more_only_right_behind_the_total(text, expected):
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man killed his wife and himself in Leeds.", [("killed", 1), ("killed", 1)]),
        ("The pilot took his own life.", [("killed", 1)]),
        ("The gunman committed suicide.", [("killed", 1)]),
        ("The girl later passed away at a clinic in Leeds.", [("killed", 1)]),
        ("Medics pronounced one man, 22, dead in Leeds after he was shot.", [("killed", 1)]),
        ("Twenty-one-year-old Ian Bridges was shot to death.", [("killed", 1)]),
        ("The law passed away from the cameras.", []),
        ("The prisoner tried to commit suicide.", []),
        ("The senator killed the bill and distanced himself.", []),
        ("The rebels took their own lives into account.", []),
    ],
)
def test_deaths_told_in_other_words_are_deaths(text, expected):
    assert tolls(text) == expected
