"""A yardstick of speed: the backbone with one tagging head and nothing else: `python -m training.bare --out DIR`.

Machines differ by a factor of four in eight-bit arithmetic, so that records a second say little. What
`python -m quality speed --bare DIR` prints beside them, passes of this network a second, does not differ so.
"""

import argparse
import shutil
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from transformers import BertModel

from training.__main__ import packaged_backbone

TAGS = 19


class Bare(nn.Module):
    """MiniLM as its library builds it, with a linear head for tags."""

    def __init__(self, backbone: Path) -> None:
        """Load the published weights from a folder."""
        super().__init__()
        self.encoder = BertModel.from_pretrained(str(backbone), add_pooling_layer=False, attn_implementation="eager")
        self.head = nn.Linear(self.encoder.config.hidden_size, TAGS)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return a score per wordpiece and tag."""
        return self.head(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)


def main() -> None:
    """Export the network with eight bits a weight, per channel."""
    parser = argparse.ArgumentParser(prog="python -m training.bare", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for encoder.onnx and tokenizer.json")
    parser.add_argument("--backbone", type=Path, help="folder with all-MiniLM-L6-v2")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    backbone = given.backbone or packaged_backbone()
    shutil.copyfile(backbone / "tokenizer.json", given.out / "tokenizer.json")
    whole, prepared = given.out / "whole.onnx", given.out / "prepared.onnx"
    example = torch.ones(4, 32, dtype=torch.long)
    rows, pieces = torch.export.Dim("rows", max=512), torch.export.Dim("pieces", min=2, max=512)
    torch.onnx.export(
        Bare(backbone).eval(), (example, example), str(whole), dynamo=True, external_data=False,
        dynamic_shapes={"ids": {0: rows, 1: pieces}, "mask": {0: rows, 1: pieces}},
        input_names=["ids", "mask"], output_names=["tags"],
    )  # fmt: skip
    quant_pre_process(str(whole), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(str(prepared), str(given.out / "encoder.onnx"), per_channel=True, weight_type=QuantType.QInt8)


if __name__ == "__main__":
    main()
