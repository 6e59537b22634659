"""The caller's words: from typed text to the concepts, protocols and topics it names. Pure, in
memory, no I/O."""
