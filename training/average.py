"""Average the weights of two runs, one trained from the other: `python -m training.average FIRST SECOND --out DIR`."""

import argparse
import shutil
from pathlib import Path

import torch

from training.export import export
from training.network import Network


def main() -> None:
    """Write the export of the mean of two runs' weights; each run is a folder with its checkpoint."""
    parser = argparse.ArgumentParser(prog="python -m training.average", description=__doc__)
    parser.add_argument("first", type=Path, help="folder of a run")
    parser.add_argument("second", type=Path, help="folder of a run that was started from the first")
    parser.add_argument("--out", type=Path, required=True, help="folder for the exported model")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(given.second / "tokenizer.json", given.out / "tokenizer.json")
    first, second = (
        torch.load(run / "checkpoint.pt", weights_only=True)["network"] for run in (given.first, given.second)
    )
    network = Network()
    network.load_state_dict({name: (first[name] + second[name]) / 2 for name in first})
    network.eval()
    export(network, given.out)


if __name__ == "__main__":
    main()
