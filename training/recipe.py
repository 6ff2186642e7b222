"""The shipped encoder in one command: every round and mean, in order.

    python -m training.recipe --corpora DIR --out DIR

Each step has a folder of its own in OUT and is left out once its package stands there; a step that was stopped goes
on from its checkpoint. The last step's `package` holds the three files to ship.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

#: The steps: folder, module and options; a folder's name in braces stands for the folder of an earlier step.
STEPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("first", "training", ("--scale", "0.95")),
    ("second", "training", ("--scale", "0.7", "--start", "{first}/checkpoint.pt")),
    ("both", "training.average", ("{first}", "{second}")),
    ("third", "training", ("--start", "{both}/checkpoint.pt", "--round", "3")),
    ("mean", "training.average", ("{both}", "{third}")),
)


def commands(out: Path, options: Sequence[str]) -> list[tuple[Path, list[str]]]:
    """Return each step's folder and command; `options` go to every round.

    >>> folder, command = commands(Path("o"), ["--corpora", "c"])[4]
    >>> folder.name, command[1:]
    ('mean', ['-m', 'training.average', 'o/both', 'o/third', '--out', 'o/mean'])
    """
    folders = {name: str(out / name) for name, _, _ in STEPS}
    return [
        (out / name, [sys.executable, "-m", module, *(option.format(**folders) for option in given), *more])
        for name, module, given in STEPS
        for more in [["--out", folders[name], *(options if module == "training" else ())]]
    ]


def main() -> None:
    """Run the steps that have not been run; options that are not named here go to every round."""
    parser = argparse.ArgumentParser(prog="python -m training.recipe", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with one folder per corpus")
    parser.add_argument("--out", type=Path, required=True, help="folder for the folders of the steps")
    given, rest = parser.parse_known_args()
    for folder, command in commands(given.out, ["--corpora", str(given.corpora), *rest]):
        if not (folder / "package" / "encoder.onnx").exists():
            subprocess.run(command, check=True)  # noqa: S603 - our own modules


if __name__ == "__main__":
    main()
