"""Which kinds of service may still be offered once the raised prompts are handled."""

from collections.abc import Iterable

from signpost.domain.protocol import Protocol
from signpost.domain.service_kind import ServiceKind

ALWAYS = (ServiceKind.EMERGENCY_999, ServiceKind.DUTY_CLINICIAN)


def allowed_kinds(raised: Iterable[Protocol]) -> tuple[ServiceKind, ...] | None:
    """The kinds that every raised protocol allows, in the order of the gravest; None when no prompt
    is raised.

    999 and the duty clinician stay allowed even where protocols have no other kind in common.
    """
    gravest_first = sorted(raised, key=lambda protocol: protocol.levels[0].gravity)
    if not gravest_first:
        return None
    common = [
        kind
        for kind in gravest_first[0].allowed_kinds
        if all(kind in protocol.allowed_kinds for protocol in gravest_first[1:])
    ]
    return tuple(common) if common else ALWAYS
