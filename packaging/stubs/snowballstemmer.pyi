# What Signpost uses of snowballstemmer, which comes without types.

class Stemmer:
    def stemWord(self, word: str) -> str: ...  # noqa: N802 (the library's name)
    def stemWords(self, words: list[str]) -> list[str]: ...  # noqa: N802

def stemmer(lang: str) -> Stemmer: ...
