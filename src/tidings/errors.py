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
        return type(self)._rebuild, ({f.name: getattr(self, f.name) for f in fields(self)},)  # type: ignore[arg-type]  # noqa: SLF001 - a class method of its own


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


@dataclass(eq=False)
class OutlinesMissing(ConfigError):
    """The file that maps are drawn from is not where it should be."""

    template: ClassVar[str] = "no outlines at {path}; reinstall tidings, which builds them"
    path: Path


class SourceError(TidingsError):
    """A report could not be taken in."""


@dataclass(eq=False)
class FileMissing(SourceError):
    """There is nothing at the path that was given."""

    template: ClassVar[str] = "there is no file or folder at {path}; check the spelling of the path"
    path: str


@dataclass(eq=False)
class FileUnreadable(SourceError):
    """The file is there, but the system does not hand it out."""

    template: ClassVar[str] = "{path} cannot be opened ({reason}); check who may read it"
    path: str
    reason: str


@dataclass(eq=False)
class NoReports(SourceError):
    """A folder holds nothing that can be read."""

    template: ClassVar[str] = (
        "the folder {path} holds no report ({skipped} other files); reports end in .txt, .html, .htm or .jsonl"
    )
    path: str
    skipped: int


@dataclass(eq=False)
class EmptyReport(SourceError):
    """There is no text to read."""

    template: ClassVar[str] = "{name} is empty; give a file with the text of a report"
    name: str


@dataclass(eq=False)
class NotText(SourceError):
    """The bytes are a picture, an archive, a document of a word processor, …; `kind` says which."""

    template: ClassVar[str] = "{name} is {kind}, not text; save the report as .txt or .html and read that"
    name: str
    kind: str


@dataclass(eq=False)
class TooLarge(SourceError):
    """More bytes than one report can have."""

    template: ClassVar[str] = (
        "{name} is larger than {limit_mb} MB, too much for one report; "
        "split it into reports, one a line of a .jsonl file"
    )
    name: str
    limit_mb: int


@dataclass(eq=False)
class NoArticle(SourceError):
    """A web page without running text: a list of links, a log-in form, a picture."""

    template: ClassVar[str] = (
        "no article was found on the page {name}; copy the article's words into a .txt file and read that"
    )
    name: str


@dataclass(eq=False)
class BrokenLine(SourceError):
    """One line of a `.jsonl` file is not a report; the others are still read."""

    template: ClassVar[str] = '{name}, line {line}: {reason}; each line must be a JSON object with an "id" and a "text"'
    name: str
    line: int
    reason: str


@dataclass(eq=False)
class BadDate(SourceError):
    """A publication date that is not a day."""

    template: ClassVar[str] = "“{value}” is not a date; write the day of publication as 2021-02-19"
    value: str


@dataclass(eq=False)
class UrlUnanswered(SourceError):
    """No answer from the address: no such host, no connection, no end of waiting."""

    template: ClassVar[str] = "{url} does not answer ({reason}); check the address and try again"
    retryable: ClassVar[bool] = True
    url: str
    reason: str


@dataclass(eq=False)
class UrlRefused(SourceError):
    """The address answers, but with an error instead of a page."""

    template: ClassVar[str] = (
        "{url} answers {status} {phrase}; open it in a browser, save the page as .html and read that"
    )
    url: str
    status: int
    phrase: str


@dataclass(eq=False)
class ReportFailed(TidingsError):
    """A fault in tidings itself met one report; the others are still read."""

    template: ClassVar[str] = (
        "the report {id} could not be read because of a fault in tidings ({reason}); please report it"
    )
    id: str
    reason: str


@dataclass(eq=False)
class AddressTaken(ConfigError):
    """The desk cannot listen where it was told to."""

    template: ClassVar[str] = (
        "tidings serve cannot listen on {host}, port {port} ({reason}); give another one with --host or --port"
    )
    host: str
    port: int
    reason: str


class StoreError(TidingsError):
    """The store cannot do what is asked of it."""


@dataclass(eq=False)
class BadCorrection(StoreError):
    """A corrected value does not fit its field."""

    template: ClassVar[str] = "{field} of {subject} cannot be corrected so: {reason}; give a value of the field's kind"
    subject: str
    field: str
    reason: str


@dataclass(eq=False)
class BadDecision(StoreError):
    """A decision names something that is not in the store, or makes no sense for it."""

    template: ClassVar[str] = "this cannot be decided: {reason}; take the reference from the store's own pages"
    reason: str


@dataclass(eq=False)
class ReportIdTooLong(StoreError):
    """A report's id does not fit into the store."""

    template: ClassVar[str] = (
        "the report {start}… was not kept: its id has {length} characters and may have {most}; give it a shorter one"
    )
    start: str
    length: int
    most: int


@dataclass(eq=False)
class NoSuchReport(StoreError):
    """The store has no report of this id."""

    template: ClassVar[str] = "the store has no report {id}; look for it with `tidings serve`, or keep it first"
    id: str


@dataclass(eq=False)
class StoreDamaged(StoreError):
    """A check found the store other than it should be."""

    template: ClassVar[str] = "the store {where} is not as it should be ({count} findings); {remedy}"
    where: str
    count: int
    remedy: str


@dataclass(eq=False)
class StoreUnusable(StoreError):
    """The database cannot be opened or answers with an error."""

    template: ClassVar[str] = "the store {where} cannot be used ({reason}); check the path or address, and its rights"
    where: str
    reason: str


@dataclass(eq=False)
class NotAStore(StoreError):
    """The file is something else."""

    template: ClassVar[str] = "{where} is not a store of tidings; give another file, or a name that is still free"
    where: str


@dataclass(eq=False)
class StoreTooNew(StoreError):
    """A later version of tidings has written to the store."""

    template: ClassVar[str] = (
        "the store {where} was written by a newer tidings (its revision {revision} is unknown here); "
        "upgrade tidings: pip install --upgrade tidings"
    )
    where: str
    revision: str


@dataclass(eq=False)
class StoreBusy(StoreError):
    """Another process kept the store locked for too long."""

    template: ClassVar[str] = "the store {where} is being written to by another process; try again when that is done"
    retryable: ClassVar[bool] = True
    where: str


@dataclass(eq=False)
class DriverMissing(StoreError):
    """PostgreSQL's driver is not installed."""

    template: ClassVar[str] = "PostgreSQL needs a driver; install it: pip install 'tidings[postgresql]' ({reason})"
    reason: str


@dataclass(eq=False)
class BackupRefused(StoreError):
    """A backup cannot be made so."""

    template: ClassVar[str] = "no backup was made: {reason}"
    reason: str


@dataclass(eq=False)
class WorkerLost(TidingsError):
    """A process that reads reports beside the first one was killed; nothing is lost."""

    template: ClassVar[str] = (
        "a process that reads reports was killed, perhaps because memory ran out; "
        "its reports are read again, and with fewer threads it may not happen"
    )
    retryable: ClassVar[bool] = True


class SubjectError(TidingsError):
    """What a brief is to be about cannot be told."""


@dataclass(eq=False)
class SubjectUnknown(SubjectError):
    """Nothing in the store has that name; `nearest` offers names that are written alike."""

    template: ClassVar[str] = "nothing in the store is called “{subject}”{nearest}"
    subject: str
    nearest: str


@dataclass(eq=False)
class SubjectAmbiguous(SubjectError):
    """Several things have that name."""

    template: ClassVar[str] = "“{subject}” may be several things; give one of these: {choices}"
    subject: str
    choices: str
