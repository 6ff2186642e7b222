"""Average the weights of runs that were trained from one another: `python -m training.average RUN RUN … --out DIR`."""

import argparse
import shutil
from pathlib import Path

import torch

from training.export import export
from training.network import Network


def main() -> None:
    """Write the mean of some runs' weights, to train from and as a package; a run is a folder."""
    parser = argparse.ArgumentParser(prog="python -m training.average", description=__doc__)
    parser.add_argument("runs", type=Path, nargs="+", help="folders of runs, each started from the one before")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoint.pt and the exported model")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(given.runs[0] / "tokenizer.json", given.out / "tokenizer.json")
    weights = [
        torch.load(run / "checkpoint.pt", weights_only=True, map_location="cpu")["network"] for run in given.runs
    ]
    mean = {name: sum(one[name] for one in weights) / len(weights) for name in weights[0]}
    torch.save({"network": mean}, given.out / "checkpoint.pt")
    network = Network()
    network.load_state_dict(mean)
    network.eval()
    export(network, given.out)


if __name__ == "__main__":
    main()
