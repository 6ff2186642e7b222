"""Floors: figures that must not fall. `baseline.json` holds them, with a digest of what they were measured on."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from quality.corpus import Row

BASELINE = Path(__file__).parent / "baseline.json"
#: A figure may lie so far below its floor: processors differ in the last digit of a score.
TOLERANCE = 0.004
_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a comparison with the floors came to: complaints, and the floors that were raised or lowered."""

    broken: list[str] = field(default_factory=list)
    raised: list[str] = field(default_factory=list)
    lowered: list[str] = field(default_factory=list)


def load_baseline(path: Path = BASELINE) -> Row:
    """Return the floors: by corpus, its digest, its number of documents and its figures."""
    found: Row = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"corpora": {}, "lowered": []}
    return found


def save_baseline(baseline: Row, path: Path = BASELINE) -> None:
    """Write the floors in a form that shows each change on a line of its own."""
    path.write_text(json.dumps(baseline, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def compare(baseline: Row, result: Row, digest: str, reason: str | None = None) -> Verdict:
    """Compare figures with their floors; raise floors that were passed, lower broken ones if there is a reason.

    The baseline is changed in place. A corpus that has no floors yet gets its figures as floors.
    """
    name, figures = result["corpus"], {key: round(f["value"], _DIGITS) for key, f in result["figures"].items()}
    known = baseline["corpora"].get(name)
    if known is None or (known["digest"] != digest and reason):
        baseline["corpora"][name] = {"digest": digest, "documents": result["documents"], "floors": figures}
        if known is not None:
            baseline["lowered"].append({"corpus": name, "figure": "*", "reason": reason})
        return Verdict(raised=[f"{name}: floors set"])
    if known["digest"] != digest or known["documents"] != result["documents"]:
        return Verdict(broken=[f"{name}: these are not the documents that the floors were measured on"])
    verdict = Verdict()
    for key, floor in known["floors"].items():
        _settle(baseline, verdict, (name, key, floor, figures.get(key, 0.0)), reason)
    known["floors"].update({key: value for key, value in figures.items() if key not in known["floors"]})
    return verdict


def _settle(baseline: Row, verdict: Verdict, one: tuple[str, str, float, float], reason: str | None) -> None:
    name, key, floor, value = one
    told = f"{name} {key}: {value:.3f}, floor {floor:.3f}"
    floors = baseline["corpora"][name]["floors"]
    if value > floor:
        floors[key] = value
        verdict.raised.append(told)
    elif value < floor - TOLERANCE and reason:
        floors[key] = value
        baseline["lowered"].append({"corpus": name, "figure": key, "from": floor, "to": value, "reason": reason})
        verdict.lowered.append(told)
    elif value < floor - TOLERANCE:
        verdict.broken.append(told)
