"""The questions asked once: practice, staff, who is recording."""
