"""One file for each thing a person does. No Qt, no SQL statements."""
