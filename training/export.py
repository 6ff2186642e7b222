"""Export: from trained weights to the files that the package ships."""

import json
import logging
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional

from training.labels import to_labels
from training.network import ATTENTION_HEADS, WIDTH, Layer, Network

VERSION = "3"
_log = logging.getLogger(__name__)


class PackedEmbedding(nn.Module):
    """An embedding kept in 8 bits a number, with a scale for every row."""

    table: Tensor
    scales: Tensor

    def __init__(self, weights: Tensor) -> None:
        """Round the rows of an embedding."""
        super().__init__()
        scales = weights.abs().amax(-1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (weights / scales).round().to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, ids: Tensor) -> Tensor:
        """Return the rows."""
        return self.table[ids].to(torch.float32) * self.scales[ids]


class PlainNorm(nn.Module):
    """A layer norm in plain steps: ONNX Runtime's own runs word by word on a processor and takes thrice the time.

    It divides by the length of the vector, because it would put the steps together again if they were the usual ones.
    """

    def __init__(self, norm: nn.LayerNorm) -> None:
        """Take a norm's weights."""
        super().__init__()
        self.scale = nn.Parameter(norm.weight.detach() * WIDTH**0.5)
        self.shift = nn.Parameter(norm.bias.detach())

    def forward(self, hidden: Tensor) -> Tensor:
        """Return the normalised vectors."""
        apart = hidden - hidden.mean(-1, keepdim=True)
        return apart * (1 / torch.linalg.vector_norm(apart, dim=-1, keepdim=True)) * self.scale + self.shift


class FusedLayer(nn.Module):
    """A layer of the network whose attention is one step of ONNX Runtime; windows come without padding."""

    def __init__(self, layer: Layer) -> None:
        """Take a layer's weights."""
        super().__init__()
        self.attention_in, self.attention_out = layer.attention_in, layer.attention_out
        self.inner, self.outer = layer.inner, layer.outer
        self.attention_norm, self.norm = PlainNorm(layer.attention_norm), PlainNorm(layer.norm)

    def forward(self, hidden: Tensor, _mask: Tensor) -> Tensor:
        """Return the next hidden states."""
        query, key, value = self.attention_in(hidden).chunk(3, -1)
        mixed = torch.onnx.ops.symbolic(
            "com.microsoft::MultiHeadAttention",
            (query, key, value),
            attrs={"num_heads": ATTENTION_HEADS},
            dtype=hidden.dtype,
            shape=hidden.shape,
            version=1,
        )
        hidden = self.attention_norm(hidden + self.attention_out(mixed))
        return self.norm(hidden + self.outer(functional.gelu(self.inner(hidden))))


class Exported(nn.Module):
    """The network as the package runs it: four inputs without padding, four outputs."""

    def __init__(self, network: Network) -> None:
        """Wrap a trained network, its word embeddings packed, its layers fused."""
        super().__init__()
        self.network = network
        network.embedding = PackedEmbedding(network.embedding.weight.detach())  # type: ignore[assignment]
        network.layers = nn.ModuleList(FusedLayer(layer) for layer in network.layers)

    def forward(
        self, ids: Tensor, shapes: Tensor, first: Tensor, sentence: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return tags, arcs, relations and links."""
        answers = self.network(ids, shapes, first, sentence)
        return answers.tags, answers.arcs, answers.relations, answers.links


def export(network: Network, out: Path, *, version: str = VERSION) -> None:
    """Write encoder.onnx (8 bits a weight) and labels.json; tokenizer.json lies there already.

    A full-precision file stays in `out/work` to compare with.
    """
    work, package = out / "work", out / "package"
    work.mkdir(exist_ok=True)
    package.mkdir(exist_ok=True)
    windows, pieces, words = (torch.export.Dim(name, min=1, max=4096) for name in ("windows", "pieces", "words"))
    by_pieces, by_words = {0: windows, 1: pieces}, {0: windows, 1: words}
    example = (
        torch.randint(1000, 2000, (3, 40)),
        torch.randint(0, 12, (3, 40)),
        torch.randint(0, 40, (3, 30)),
        torch.zeros((3, 30), dtype=torch.long),
    )
    program = torch.onnx.export(
        Exported(network.eval()).eval(),
        example,
        dynamo=True,
        external_data=False,
        input_names=["ids", "shapes", "first", "sentence"],
        output_names=["tags", "arcs", "relations", "links"],
        dynamic_shapes=(by_pieces, by_pieces, by_words, by_words),
    )
    program.save(str(work / "full.onnx"), external_data=False)
    quant_pre_process(str(work / "full.onnx"), str(work / "prepared.onnx"), skip_symbolic_shape=True)
    quantize_dynamic(
        str(work / "prepared.onnx"),
        str(package / "encoder.onnx"),
        op_types_to_quantize=["MatMul", "Gemm"],
        per_channel=True,
        weight_type=QuantType.QInt8,
    )
    onnx.checker.check_model(str(package / "encoder.onnx"))
    (package / "labels.json").write_text(json.dumps(to_labels(version), indent=1) + "\n", encoding="utf-8")
    shutil.copyfile(out / "tokenizer.json", package / "tokenizer.json")
    _log.info("wrote %s, %.1f MB", package, (package / "encoder.onnx").stat().st_size / 1e6)
