"""The network: a BERT of six layers that knows casing, tagging heads, a parser, pointers.

The backbone is all-MiniLM-L6-v2, read from its published weights.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from tidings.encoder.wordpieces import SHAPES
from training.labels import HEADS, LINKS, RELATIONS

LAYERS, WIDTH, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 6, 384, 12, 1536, 30522, 512
ARC_WIDTH, RELATION_WIDTH, LINK_WIDTH = 128, 64, 96
#: Words farther apart than this count as equally far.
FARTHEST = 60
#: sha256 of `model.safetensors` of sentence-transformers/all-MiniLM-L6-v2, revision 1110a243.
BACKBONE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_MASKED = -10_000.0


@dataclass(frozen=True, slots=True)
class Answers:
    """What the heads say about a batch of windows.

    Shapes: `tags` (windows, words, all tags of all heads), `arcs` (windows, words,
    words; a root points at itself), `relations` (windows, words, relations) for the
    best arc, `links` (windows, 2, words, words + 1; the first column means none).
    """

    tags: Tensor
    arcs: Tensor
    relations: Tensor
    links: Tensor


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self) -> None:
        """Make the layer's weights."""
        super().__init__()
        self.attention_in = nn.Linear(WIDTH, 3 * WIDTH)
        self.attention_out = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Return the next hidden states; `mask` is added to the attention's scores."""
        windows, pieces, _ = hidden.shape
        parts = self.attention_in(hidden).view(windows, pieces, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(windows, pieces, WIDTH)
        hidden = self.attention_norm(hidden + self.dropout(self.attention_out(mixed)))
        return self.norm(hidden + self.dropout(self.outer(functional.gelu(self.inner(hidden)))))


class Biaffine(nn.Module):
    """A score for every pair of a dependent and a governor."""

    def __init__(self, width: int, outputs: int) -> None:
        """Make the two projections and the bilinear form."""
        super().__init__()
        self.dependent = nn.Linear(WIDTH, width)
        self.governor = nn.Linear(WIDTH, width)
        self.form = nn.Linear(width + 1, outputs * width, bias=False)
        self.width, self.outputs = width, outputs
        self.dropout = nn.Dropout(0.2)

    def sides(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return the dependents' side, already through the form, and the governors' side."""
        dependent = self.dropout(functional.gelu(self.dependent(words)))
        governor = self.dropout(functional.gelu(self.governor(words)))
        left = self.form(functional.pad(dependent, (0, 1), value=1.0))
        return left.view(*words.shape[:2], self.outputs, self.width), governor


class Network(nn.Module):
    """The encoder with all its heads."""

    def __init__(self) -> None:
        """Make the weights; `load_backbone` fills in the pretrained ones."""
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(WIDTH, sum(len(tags) for _, tags in HEADS.values()))
        self.arcs = Biaffine(ARC_WIDTH, 1)
        self.relations = Biaffine(RELATION_WIDTH, len(RELATIONS))
        self.links = Biaffine(LINK_WIDTH, len(LINKS))
        self.no_link = nn.Linear(WIDTH, len(LINKS))
        self.distances = nn.Embedding(2 * FARTHEST + 1, 1 + len(LINKS))
        nn.init.zeros_(self.distances.weight)

    def forward(
        self, ids: Tensor, shapes: Tensor, first: Tensor, sentence: Tensor, governors: Tensor | None = None
    ) -> Answers:
        """Read a batch of windows.

        Args:
            ids: wordpieces, (windows, pieces); 0 is padding.
            shapes: shape classes, like `ids`.
            first: position of every word's first piece, (windows, words).
            sentence: number of every word's sentence, -1 for padding.
            governors: arcs to score relations for instead of the best ones.

        """
        hidden = self.encode(self.embedding(ids), ids, shapes)
        words = torch.gather(hidden, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH))
        words = self.dropout(words)
        places = torch.arange(first.shape[1], device=first.device)
        apart = (places.unsqueeze(0) - places.unsqueeze(1)).clamp(-FARTHEST, FARTHEST) + FARTHEST
        bias = self.distances(apart).permute(2, 0, 1)
        arcs = self._arcs(words, sentence) + bias[0]
        chosen = arcs.argmax(-1) if governors is None else governors
        return Answers(self.tags(words), arcs, self._relations(words, chosen), self._links(words, sentence, bias[1:]))

    def encode(self, embedded: Tensor, ids: Tensor, shapes: Tensor) -> Tensor:
        """Return a vector per wordpiece."""
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.dropout(self.norm(embedded + self.positions(places) + self.shapes(shapes)))
        mask = ((ids == 0).to(hidden.dtype) * _MASKED)[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return hidden

    def _arcs(self, words: Tensor, sentence: Tensor) -> Tensor:
        left, governor = self.arcs.sides(words)
        scores = torch.matmul(left.squeeze(2), governor.transpose(1, 2))
        apart = sentence.unsqueeze(2) != sentence.unsqueeze(1)
        return scores + apart.to(scores.dtype) * _MASKED

    def _relations(self, words: Tensor, governors: Tensor) -> Tensor:
        left, governor = self.relations.sides(words)
        governor = torch.gather(governor, 1, governors.unsqueeze(-1).expand(-1, -1, RELATION_WIDTH))
        return torch.matmul(left, governor.unsqueeze(-1)).squeeze(-1)

    def _links(self, words: Tensor, sentence: Tensor, bias: Tensor) -> Tensor:
        left, governor = self.links.sides(words)
        scores = torch.matmul(left.transpose(1, 2), governor.unsqueeze(1).transpose(2, 3)) / LINK_WIDTH**0.5 + bias
        scores = scores + (sentence < 0).to(scores.dtype)[:, None, None, :] * _MASKED
        none = self.no_link(words).transpose(1, 2).unsqueeze(-1)
        return torch.cat([none, scores], dim=-1)


def load_backbone(network: Network, folder: Path) -> None:
    """Fill in the pretrained weights from a folder that holds the published `model.safetensors`."""
    path = folder / "model.safetensors"
    if hashlib.sha256(path.read_bytes()).hexdigest() != BACKBONE_SHA256:
        raise ValueError(f"{path} is not the published all-MiniLM-L6-v2 (sha256 {BACKBONE_SHA256})")
    given = load_file(path)
    state = network.state_dict()
    state["embedding.weight"] = given["embeddings.word_embeddings.weight"]
    state["positions.weight"] = (
        given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
    )
    state |= {f"norm.{part}": given[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias")}
    for number in range(LAYERS):
        source, target = f"encoder.layer.{number}", f"layers.{number}"
        for part in ("weight", "bias"):
            joined = [given[f"{source}.attention.self.{one}.{part}"] for one in ("query", "key", "value")]
            state[f"{target}.attention_in.{part}"] = torch.cat(joined)
            state[f"{target}.attention_out.{part}"] = given[f"{source}.attention.output.dense.{part}"]
            state[f"{target}.attention_norm.{part}"] = given[f"{source}.attention.output.LayerNorm.{part}"]
            state[f"{target}.inner.{part}"] = given[f"{source}.intermediate.dense.{part}"]
            state[f"{target}.outer.{part}"] = given[f"{source}.output.dense.{part}"]
            state[f"{target}.norm.{part}"] = given[f"{source}.output.LayerNorm.{part}"]
    network.load_state_dict(state)
