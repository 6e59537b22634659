"""The databases and files of this PC. The only SQL."""
