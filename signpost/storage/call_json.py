"""A call in progress as JSON and back, exactly; keys of a newer program are ignored, missing ones
take their default.
"""

import dataclasses
import json
import types
import typing
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, cast

from signpost.domain.call import Call


def call_to_json(call: Call) -> bytes:
    """The call as UTF-8 JSON; a sign that is no Unicode text (half a surrogate pair) survives
    too.
    """
    return json.dumps(_plain(call), separators=(",", ":")).encode("ascii")


def call_from_json(data: bytes) -> Call:
    """The call that the JSON holds. Raises ValueError when it is not one."""
    try:
        return cast(Call, _built(Call, json.loads(data)))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("not a call in progress") from error


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return {
            entry.name: _plain(getattr(value, entry.name)) for entry in dataclasses.fields(value)
        }
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, StrEnum) else value


@cache
def _types_of(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _built(kind: Any, value: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin is types.UnionType or origin is typing.Union:
        inner = next(part for part in typing.get_args(kind) if part is not types.NoneType)
        return None if value is None else _built(inner, value)
    if origin is tuple:
        return _built_tuple(typing.get_args(kind), value)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = _types_of(kind)
        return kind(
            **{
                name: _built(hints[name], part)
                for name, part in dict(value).items()
                if name in hints
            }
        )
    return _built_leaf(kind, value)


def _built_tuple(parts: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise TypeError("a list is needed here")
    if parts[-1] is Ellipsis:
        return tuple(_built(parts[0], item) for item in value)
    return tuple(_built(part, item) for part, item in zip(parts, value, strict=True))


def _built_leaf(kind: type, value: Any) -> Any:
    if kind is datetime:
        return datetime.fromisoformat(value)
    if issubclass(kind, StrEnum):
        return kind(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not kind:
        raise TypeError(f"{kind.__name__} is needed here")
    return value
