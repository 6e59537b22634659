"""The rules of signposting: plain values and pure functions, standard library only."""
