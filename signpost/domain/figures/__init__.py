"""The figures: what is counted, what it is a part of, and what of it may leave the practice."""
