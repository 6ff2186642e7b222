"""Fitting: one pass over a fixed plan of batches, resumable at every checkpoint."""

import logging
import random
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor, nn

from tidings.encoder.wordpieces import WordPieces
from training.documents import Document
from training.losses import allowed_tables, find_losses, weighted_sum
from training.network import Network
from training.windows import Casing, Window, find_windows, to_batches, to_pieces, to_tensors

#: How often each corpus is read in a full run. Small sets are repeated.
PASSES = {
    "re3d": 16.0, "polnear": 1.5, "muc4": 0.7, "tempeval3": 3.0, "ud": 3.0, "crossner": 4.0, "wikigold": 4.0,
    "wnut17": 0.5, "crossner_other": 1.0, "btc": 0.4, "geowebnews": 0.8, "lgl": 0.5,
}  # fmt: skip
#: The same for the second round, which starts from trained weights: what the first one had starved is read more.
SECOND_PASSES = {
    "re3d": 20.0, "polnear": 3.0, "muc4": 2.0, "tempeval3": 3.0, "ud": 1.5, "crossner": 2.0, "wikigold": 2.0,
    "wnut17": 0.3, "crossner_other": 0.5, "btc": 0.2, "geowebnews": 0.8, "lgl": 0.5,
}  # fmt: skip
#: The same for the third: the parser and the entities are read again as much as in the first.
THIRD_PASSES = {
    "re3d": 20.0, "polnear": 1.8, "muc4": 0.9, "tempeval3": 2.0, "ud": 1.6, "crossner": 2.0, "wikigold": 2.0,
    "wnut17": 0.1, "crossner_other": 0.2, "btc": 0.1, "geowebnews": 0.7, "lgl": 0.2,
}  # fmt: skip

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to fit. `scale` multiplies the passes over every corpus."""

    scale: float = 1.0
    passes: Mapping[str, float] = field(default_factory=PASSES.copy)
    padded_pieces: int = 1200
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    weight_decay: float = 0.01
    warm_up: float = 0.1
    clip: float = 1.0
    seed: int = 20260101
    checkpoint_every: int = 200
    measure_every: int = 1000


#: The first round starts from the backbone, each later one from the weights before it.
ROUNDS = (
    Settings(),
    Settings(passes=SECOND_PASSES, encoder_rate=1.5e-4, head_rate=7e-4, seed=20260102),
    Settings(passes=THIRD_PASSES, encoder_rate=1.2e-4, head_rate=5e-4, seed=20260103),
)


def plan_batches(corpora: dict[str, list[Document]], vocabulary: WordPieces, settings: Settings) -> list[list[Window]]:
    """Return every batch of the run in order; the same settings give the same plan."""
    chance = random.Random(settings.seed)  # noqa: S311 - repeatable, not secret
    batches: list[list[Window]] = []
    for corpus, documents in corpora.items():
        prepared = [(document, to_pieces(document, vocabulary)) for document in documents]
        left = settings.passes[corpus] * settings.scale
        while left > 0:
            some = prepared if left >= 1 else chance.sample(prepared, max(1, round(left * len(prepared))))
            windows = [window for document, pieces in some for window in find_windows(document, pieces, chance)]
            batches += to_batches(windows, chance, settings.padded_pieces)
            left -= 1
    chance.shuffle(batches)
    return batches


def fit(
    network: Network,
    corpora: dict[str, list[Document]],
    vocabulary: WordPieces,
    out: Path,
    settings: Settings,
    measure: Callable[[Network], dict[str, float]] | None = None,
) -> None:
    """Train a network in place, going on from the checkpoint in `out` if there is one."""
    casing = Casing(document for corpus, found in corpora.items() if corpus != "muc4" for document in found)
    batches = plan_batches(corpora, vocabulary, settings)
    device = next(network.parameters()).device
    tables = {head: table.to(device) for head, table in allowed_tables().items()}
    optimiser = _optimiser(network, settings)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, _Ramp(len(batches), settings.warm_up))
    begin = _resume(out / "checkpoint.pt", network, optimiser, schedule)
    _log.info("%d batches, from %d; %d wordpieces", len(batches), begin, sum(w.length for b in batches for w in b))
    progress = _Progress(len(batches))
    for number in range(begin, len(batches)):
        network.train()
        torch.manual_seed(settings.seed + number)
        batch = {name: tensor.to(device) for name, tensor in to_tensors(batches[number], casing).items()}
        governors = batch["governors"].clamp(min=0)
        answers = network(batch["ids"], batch["shapes"], batch["first"], batch["sentence"], governors)
        losses = find_losses(answers, batch, tables)
        if losses:
            weighted_sum(losses).backward()
            nn.utils.clip_grad_norm_(network.parameters(), settings.clip)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        schedule.step()
        progress.add(number + 1, batch, losses)
        if (number + 1) % settings.checkpoint_every == 0:
            _save(out / "checkpoint.pt", network, optimiser, schedule, number + 1)
        if measure and (number + 1) % settings.measure_every == 0:
            _log.info("dev %s", measure(network))
    network.eval()
    _save(out / "checkpoint.pt", network, optimiser, schedule, len(batches))


class _Progress:
    """What is logged every fifty batches."""

    def __init__(self, steps: int) -> None:
        self.steps, self.began, self.pieces = steps, time.monotonic(), 0
        self.seen: dict[str, list[float]] = defaultdict(list)

    def add(self, step: int, batch: Mapping[str, Tensor], losses: Mapping[str, Tensor]) -> None:
        """Count a batch."""
        self.pieces += int((batch["ids"] > 0).sum())
        for name, loss in losses.items():
            self.seen[name].append(float(loss.detach()))
        if step % 50 == 0:
            means = "  ".join(f"{name} {sum(found) / len(found):.3f}" for name, found in sorted(self.seen.items()))
            rate = self.pieces / (time.monotonic() - self.began)
            _log.info("%d/%d  %.0f wordpieces/s  %s", step, self.steps, rate, means)
            self.seen.clear()


class _Ramp:
    """The learning rate's factor: up in a line, then down in a line to zero."""

    def __init__(self, steps: int, warm_up: float) -> None:
        self.steps, self.rise = max(1, steps), max(1, round(steps * warm_up))

    def __call__(self, step: int) -> float:
        return min((step + 1) / self.rise, max(0.0, (self.steps - step) / max(1, self.steps - self.rise)))


def _optimiser(network: Network, settings: Settings) -> torch.optim.AdamW:
    """Return AdamW with a lower rate for the pretrained weights."""
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = defaultdict(list)
    for name, parameter in network.named_parameters():
        pretrained = name.startswith(("embedding", "positions", "norm", "layers"))
        groups[pretrained, parameter.ndim > 1].append(parameter)
    return torch.optim.AdamW(
        [
            {
                "params": parameters,
                "lr": settings.encoder_rate if pretrained else settings.head_rate,
                "weight_decay": settings.weight_decay if decays else 0.0,
            }
            for (pretrained, decays), parameters in groups.items()
        ]
    )


def _resume(
    path: Path, network: Network, optimiser: torch.optim.AdamW, schedule: torch.optim.lr_scheduler.LambdaLR
) -> int:
    """Load a checkpoint and return the step it was taken at, 0 if there is none."""
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True, map_location=next(network.parameters()).device)
    network.load_state_dict(state["network"])
    optimiser.load_state_dict(state["optimiser"])
    schedule.load_state_dict(state["schedule"])
    return int(state["step"])


def _save(
    path: Path, network: Network, optimiser: torch.optim.AdamW, schedule: torch.optim.lr_scheduler.LambdaLR, step: int
) -> None:
    """Write a checkpoint, whole or not at all."""
    state = {
        "network": network.state_dict(),
        "optimiser": optimiser.state_dict(),
        "schedule": schedule.state_dict(),
        "step": step,
    }
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    partial.replace(path)
