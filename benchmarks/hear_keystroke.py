"""How long hearing takes: each further keystroke of a 500-character text, the text pasted cold,
10,000 characters.

Run: .venv/bin/python benchmarks/hear_keystroke.py
"""

import time
from functools import partial

from figures import both_clocks, show_both, text_of

from signpost.language.compiled import compile_lexicon
from signpost.language.matcher import Matcher
from signpost.paths import bundled
from signpost.usecases.listen import start_listening

LATE = 400
"""Keystrokes from here on are those of a long text."""


def main() -> None:
    """Print every figure."""
    start = time.perf_counter()
    listening = start_listening(bundled("resources"))
    loaded = (time.perf_counter() - start) * 1_000
    library = listening.library
    content = f"{len(library.protocols)} protocols, {len(library.topics)} topics"
    print(f"{content}: ready in {loaded:.0f} ms")
    matcher = listening.matcher
    keystrokes: list[tuple[float, float]] = []
    for seed in range(4):
        text = text_of(500, seed)
        for end in range(1, 501):
            typed = text[:end]
            keystrokes.append(both_clocks(partial(matcher.hear, typed, cursor=end)))
    show_both("each keystroke up to 500 characters", keystrokes)
    late = [time for place, time in enumerate(keystrokes) if place % 500 >= LATE]
    show_both("each keystroke from 400 to 500 characters", late)
    compiled = compile_lexicon(library.lexicon())
    for name, length, rounds in (
        ("500 characters pasted cold", 500, 12),
        ("10,000 characters", 10_000, 5),
    ):
        times = []
        for seed in range(rounds):
            fresh, text = Matcher(compiled, library.protocols), text_of(length, 50 + seed)
            times.append(both_clocks(partial(fresh.hear, text)))
        show_both(name, times)


if __name__ == "__main__":
    main()
