"""Every error that tidings raises: what the caller must fix, in one sentence."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, ClassVar, Self


class TidingsError(Exception):
    """Base of all: the message is made from the fields and names the remedy."""

    template: ClassVar[str] = "tidings could not go on"
    retryable: ClassVar[bool] = False

    def __str__(self) -> str:
        """Return one sentence for people."""
        return self.template.format(**{f.name: getattr(self, f.name) for f in fields(self)})  # type: ignore[arg-type]

    @classmethod
    def _rebuild(cls, values: dict[str, Any]) -> Self:
        return cls(**values)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by fields, so that an error crosses processes whole."""
        return type(self)._rebuild, ({f.name: getattr(self, f.name) for f in fields(self)},)  # type: ignore[arg-type]


class ConfigError(TidingsError):
    """The installation or a setting is not as it should be."""


@dataclass(eq=False)
class EncoderFileMissing(ConfigError):
    """The encoder's file is not where it should be."""

    template: ClassVar[str] = "no encoder at {path}; reinstall tidings, or give the path of an encoder.onnx"
    path: Path


@dataclass(eq=False)
class GazetteerMissing(ConfigError):
    """The gazetteer's file is not where it should be."""

    template: ClassVar[str] = "no gazetteer at {path}; reinstall tidings, which builds it"
    path: Path


class SourceError(TidingsError):
    """A report could not be taken in."""
