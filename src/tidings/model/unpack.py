"""Plain JSON values back into model values, by the types of their fields."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from tidings.model.span import Span

Made = TypeVar("Made")


def unpack(kind: type[Made], value: object) -> Made:
    """Return a value of `kind` from what `plain` made of one.

    Raises:
        ValueError: when the value does not fit the kind; the text says where.
    """
    return cast("Made", _unpack(kind, value, kind.__name__))


def _unpack(kind: Any, value: object, path: str) -> object:  # noqa: ANN401 - a type hint has no narrower type
    if isinstance(kind, UnionType):
        return _unpack_optional(kind, value, path)
    if get_origin(kind) is tuple:
        return _unpack_items(get_args(kind)[0], value, path)
    if kind is Span:
        return _unpack_span(value, path)
    if issubclass(kind, StrEnum):
        return _unpack_member(kind, value, path)
    if is_dataclass(kind):
        return _unpack_fields(kind, value, path)
    return _unpack_atom(kind, value, path)


def _unpack_optional(kind: UnionType, value: object, path: str) -> object:
    if value is None:
        return None
    [inner] = [part for part in get_args(kind) if part is not NoneType]
    return _unpack(inner, value, path)


def _unpack_items(kind: Any, value: object, path: str) -> tuple[object, ...]:  # noqa: ANN401 - as above
    if not isinstance(value, list | tuple):
        raise ValueError(f"{path} must be a list, not {value!r}")  # noqa: TRY004 - one kind of error for bad values
    return tuple(_unpack(kind, item, f"{path}.{index}") for index, item in enumerate(value))


def _unpack_span(value: object, path: str) -> Span:
    match value:
        case [int(start), int(end)]:
            return Span(start, end)
    raise ValueError(f"{path} must be a span [start, end], not {value!r}")


def _unpack_member(kind: type[StrEnum], value: object, path: str) -> StrEnum:
    try:
        return kind(cast("str", value))
    except ValueError:
        raise ValueError(f"{path} must be one of {', '.join(kind)}, not {value!r}") from None


def _unpack_fields(kind: Any, value: object, path: str) -> object:  # noqa: ANN401 - as above
    if not isinstance(value, Mapping):
        raise ValueError(f"{path} must be an object, not {value!r}")  # noqa: TRY004 - as above
    hints = _hints(kind)
    given = {
        field.name: _unpack(hints[field.name], value[name], f"{path}.{name}")
        for field in fields(kind)
        if (name := field.name.rstrip("_")) in value
    }
    try:
        return kind(**given)
    except TypeError as error:
        raise ValueError(f"{path} is not whole: {error}") from None


def _unpack_atom(kind: Any, value: object, path: str) -> object:  # noqa: ANN401 - as above
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ValueError(f"{path} must be of type {kind.__name__}, not {value!r}")
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
