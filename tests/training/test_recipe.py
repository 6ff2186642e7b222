"""The steps that make the shipped encoder."""

from pathlib import Path

import pytest
from training.recipe import STEPS, commands


def test_every_step_starts_from_steps_before_it():
    known = set()
    for name, _, options in STEPS:
        used = {part.split("}")[0] for option in options for part in option.split("{")[1:]}
        assert used <= known
        known.add(name)


@pytest.mark.parametrize("step", range(len(STEPS)))
def test_rounds_get_the_users_options_last_and_means_get_none(step):
    folder, command = commands(Path("out"), ["--corpora", "c", "--scale", "0.1"])[step]
    assert folder == Path("out") / STEPS[step][0]
    assert "{" not in "".join(command)
    if STEPS[step][1] == "training":
        assert command[-4:] == ["--corpora", "c", "--scale", "0.1"]
    else:
        assert command[-2:] == ["--out", str(folder)]
