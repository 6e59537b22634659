"""Writes a directory as Open Referral JSON, HSDS 3.0 or its UK profile: a page of services as an
API gives it, or a single service.
"""

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TextIO

from signpost.domain.service import Service
from signpost.exchange.open_referral_service import hsds_service
from signpost.exchange.oruk_profile import oruk_service
from signpost.exchange.own_fields import with_own_fields
from signpost.exchange.whole_file import whole_file


def write_oruk_json(services: Iterable[Service], out: Path) -> int:
    """One page that holds every service, by the UK profile. Returns the number of services.

    Raises NotAvailable when the file cannot be written.
    """
    return _write_page(services, out, oruk_service)


def write_hsds_json(services: Iterable[Service], out: Path) -> int:
    """The same by HSDS 3.0, which has telephone numbers."""
    return _write_page(services, out, full_hsds_service)


def write_oruk_service(service: Service, out: Path) -> None:
    """A single service by the UK profile, as an API gives one. Raises NotAvailable."""
    with whole_file(out, "service.json") as part, part.open("w", encoding="utf-8") as file:
        json.dump(oruk_service(service), file, ensure_ascii=False, indent=1)
        _finish(file)


def full_hsds_service(service: Service) -> dict[str, Any]:
    """The HSDS object of a service with our own fields."""
    return with_own_fields(hsds_service(service), service)


def _write_page(
    services: Iterable[Service], out: Path, object_of: Callable[[Service], dict[str, Any]]
) -> int:
    """Services come first, one to a line: how many there are is known only at the end."""
    count = 0
    with whole_file(out, "services.json") as part, part.open("w", encoding="utf-8") as file:
        file.write('{"contents": [')
        for count, service in enumerate(services, start=1):
            file.write("\n" if count == 1 else ",\n")
            file.write(json.dumps(object_of(service), ensure_ascii=False, separators=(",", ":")))
        page = {
            "total_items": count,
            "total_pages": 1,
            "page_number": 1,
            "size": count,
            "first_page": True,
            "last_page": True,
            "empty": count == 0,
        }
        file.write(f"\n], {json.dumps(page)[1:]}\n")
        _finish(file)
    return count


def _finish(file: TextIO) -> None:
    file.flush()
    os.fsync(file.fileno())
