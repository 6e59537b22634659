"""Open Referral's own schemas, as validators: once as they are, once closed to fields that they
do not name.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker

SCHEMAS = Path(__file__).parent / "schemas"
FORMATS = FormatChecker(["uuid", "email", "date"])


@FORMATS.checks("uri", raises=ValueError)
def is_uri(value: object) -> bool:
    parts = urlsplit(str(value))
    return bool(parts.scheme and (parts.netloc or parts.path)) and " " not in str(value)


@lru_cache
def validator(name: str, *, strict: bool) -> Draft202012Validator:
    """The validator of a schema file; `strict` allows only what the schema names."""
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return Draft202012Validator(closed(schema) if strict else schema, format_checker=FORMATS)


def closed(schema: Any) -> Any:
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    return inner | {"additionalProperties": False} if "properties" in schema else inner


def faults(value: object, name: str, *, strict: bool = True) -> list[str]:
    """What is wrong with a value by that schema, by path."""
    return [
        f"{error.json_path}: {error.message[:200]}"
        for error in validator(name, strict=strict).iter_errors(value)
    ]


def page_faults(page: object) -> list[str]:
    """What is wrong with a page object, by the profile's description of its API."""
    api = json.loads((SCHEMAS / "oruk_3/openapi.json").read_text(encoding="utf-8"))
    schema = closed(api["components"]["schemas"]["Page"])
    schema["properties"]["contents"] = {"type": "array"}
    schema["required"] = list(schema["properties"])
    return [error.message for error in Draft202012Validator(schema).iter_errors(page)]
