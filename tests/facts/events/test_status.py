"""Status: what is planned, promised, asked for, possible or denied has not happened."""

import pytest
from tests.facts.events.told import scene_told

from tidings.facts.events.status import status_of
from tidings.facts.events.triggers import find_triggers
from tidings.model.event import Status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Rebels attacked a police station in the capital.", "attacked", Status.HAPPENED),
        ("Gunmen fired on a bus. Officials condemned the attack.", "attack", Status.HAPPENED),
        ("The army will attack the rebels.", "attack", Status.PLANNED),
        ("Troops moved in to attack the village.", "attack", Status.PLANNED),
        ("The rebels will step up their attacks.", "attacks", Status.PLANNED),
        ("The rebels stepped up their attacks.", "attacks", Status.HAPPENED),
        ("The wing will leave, with a squadron deploying again in June.", "deploying", Status.PLANNED),
        ("The planned withdrawal alarmed the villagers.", "withdrawal", Status.PLANNED),
        ("The militia promised to release the hostages.", "release", Status.PROMISED),
        ("The group threatened an attack on the embassy.", "attack", Status.POSSIBLE),
        ("The council does not plan sanctions.", "sanctions", Status.DENIED),
        ("After the liberation families will return.", "liberation", Status.PLANNED),
        ("If the rebels attack, the army will respond.", "attack", Status.POSSIBLE),
        ("Police foiled an attack on the airport.", "attack", Status.ATTEMPTED),
        ("The rebels did not attack the camp.", "attack", Status.DENIED),
        ("The ministry denied that its troops attacked the village.", "attacked", Status.DENIED),
        ("No one was killed in the blast.", "killed", Status.DENIED),
        ("The army is shelling the town.", "shelling", Status.ONGOING),
        ("The soldiers continued to shell the town.", "shell", Status.ONGOING),
        ("The council would condemn an attack that killed two monks.", "attack", Status.HAPPENED),
        ("Soldiers told the driver to stop and attacked the truck.", "attacked", Status.HAPPENED),
        ("Next year's withdrawal alarmed the villagers.", "withdrawal", Status.PLANNED),
        ("Ministers will confer at a meeting in Ostia.", "meeting", Status.PLANNED),
        ("He told them to fight until the withdrawal of the troops.", "withdrawal", Status.PLANNED),
        ("Gunmen fired on a bus. The minister called for an end to the attacks.", "attacks", Status.ONGOING),
    ],
)
def test_the_cue_decides(text, word, status):
    scene = scene_told(text)
    triggers = find_triggers(scene, scene.body_tokens())
    trigger = next(t for t in triggers if t.token.text == word)
    told = status_of(scene, trigger, ())
    assert told.status is status
    assert told.why
