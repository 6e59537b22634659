"""Signpost: the practice's own red-flag protocols and the services that fit, during a call."""

__version__ = "0.1.0"
