"""The browser of all protocols and topics."""
