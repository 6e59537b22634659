"""The search index: a file beside the database, made from it; it may be thrown away."""
