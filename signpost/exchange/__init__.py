"""Files in and out, in the layouts that other programs read."""
