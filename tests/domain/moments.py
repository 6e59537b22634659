"""Moments as tests write them: England's wall clock, without a time zone."""

from datetime import datetime


def at(text: str) -> datetime:
    """2026-11-23 10:00 as England's clocks show it."""
    return datetime.fromisoformat(text)
