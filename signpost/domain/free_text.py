"""What people paste: cleaned of signs that no database, file or screen can hold."""

import unicodedata


def storable(text: str) -> str:
    """The text without control signs (line breaks and tabs stay) and without halves of signs."""
    if text.isascii() and text.isprintable():
        return text
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "".join(sign for sign in whole if sign in "\n\t" or unicodedata.category(sign) != "Cc")
