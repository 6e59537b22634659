"""The directory as the people who keep it true see it."""
