"""Exit codes: what the shell learns when something could not be read. One table, shown by `--help`."""

from tidings.errors import (
    BadDate,
    BrokenLine,
    ConfigError,
    EmptyReport,
    FileMissing,
    FileUnreadable,
    NoArticle,
    NoReports,
    NotText,
    ReportFailed,
    StoreError,
    SubjectError,
    TidingsError,
    TooLarge,
    UrlRefused,
    UrlUnanswered,
)

OK = 0
FAULT = 1
USAGE = 2
INTERRUPTED = 130
CLOSED = 141

#: Code, what it means, and the errors that lead to it.
EXIT_CODES: tuple[tuple[int, str, tuple[type[TidingsError], ...]], ...] = (
    (OK, "every report was read", ()),
    (FAULT, "a fault in tidings itself", (ReportFailed,)),
    (USAGE, "the command line is wrong", (BadDate,)),
    (3, "a file or folder is missing, locked or holds no report", (FileMissing, FileUnreadable, NoReports)),
    (4, "a file or page holds nothing to read", (EmptyReport, NotText, NoArticle, TooLarge)),
    (5, "a line of a .jsonl file is broken", (BrokenLine,)),
    (6, "a web address did not give its page", (UrlUnanswered, UrlRefused)),
    (7, "tidings is not installed as it should be", (ConfigError,)),
    (8, "the store cannot be used, is not as it should be, or lacks what was asked for", (StoreError,)),
    (9, "nothing, or more than one thing, has the name that a brief was asked for", (SubjectError,)),
    (INTERRUPTED, "interrupted by Ctrl-C", ()),
    (CLOSED, "the output was closed before its end", ()),
)


def exit_code_of(error: TidingsError) -> int:
    """Return the exit code that an error leads to."""
    return next((code for code, _, errors in EXIT_CODES if isinstance(error, errors)), FAULT)


def describe_exit_codes() -> str:
    """Return the table for `--help`."""
    rows = "\n".join(f"  {code:>3}  {meaning}" for code, meaning, _ in EXIT_CODES)
    return f"\b\nExit codes (of the first thing that went wrong; the rest is still read):\n{rows}"
