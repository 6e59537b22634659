"""How long hearing takes: each further keystroke of a 500-character text, the text pasted cold,
10,000 characters.

Run: .venv/bin/python benchmarks/hear_keystroke.py
"""

import random
import statistics
import time
from collections.abc import Callable

from signpost.language.compiled import compile_lexicon
from signpost.language.matcher import Matcher
from signpost.paths import bundled
from signpost.usecases.listen import start_listening

CALLS = """
hello love its my husband hes been having this pane in his chest since about six this morning
he says its the curry but hes gone a funny colour and hes sweatin, no temperature, not been sick
----
hi im ringing about my little girl shes four shes been up all night with earache and a runny nose
she had calpol at seven and shes drinking ok but off her food, can someone have a look at her please
----
pt c/o D&V 3/7, nil blood, denies abdo pain or fever, tolerating sips, pu'd x1 this am, hx T2DM on
metformin, asking for appt or advice re meds, lives alone, daughter visiting later today
----
its just I put my back out gardening at the weekend and its got no better, its going down my left leg
now, I can walk but its sore, no numbness or anything, I wondered about a sick note and maybe physio
""".split("----")
LATE = 400
"""Keystrokes from here on are those of a long text."""


def text_of(length: int, seed: int) -> str:
    """Invented calls strung together, `length` characters long."""
    order = random.Random(seed)  # noqa: S311 - not a secret
    text = ""
    while len(text) < length:
        text += order.choice(CALLS).replace("\n", " ")
    return text[:length]


def milliseconds(task: Callable[[], object]) -> float:
    """The time of one run."""
    start = time.perf_counter()
    task()
    return (time.perf_counter() - start) * 1_000


def show(name: str, times: list[float]) -> None:
    """One line of figures."""
    ordered = sorted(times)
    p95, p99 = (ordered[min(len(ordered) - 1, int(len(ordered) * part))] for part in (0.95, 0.99))
    median = statistics.median(ordered)
    print(
        f"{name:<44} median {median:7.3f}  p95 {p95:7.3f}  p99 {p99:7.3f}  most {ordered[-1]:7.3f} ms"
    )


def main() -> None:
    """Print every figure."""
    start = time.perf_counter()
    listening = start_listening(bundled("resources"))
    loaded = (time.perf_counter() - start) * 1_000
    library = listening.library
    print(
        f"{len(library.protocols)} protocols, {len(library.topics)} topics: ready in {loaded:.0f} ms"
    )
    matcher = listening.matcher
    keystrokes: list[float] = []
    for seed in range(4):
        text = text_of(500, seed)
        for end in range(1, 501):
            typed = text[:end]
            keystrokes.append(
                milliseconds(lambda typed=typed, end=end: matcher.hear(typed, cursor=end))
            )
    show("each keystroke up to 500 characters", keystrokes)
    late = [time for place, time in enumerate(keystrokes) if place % 500 >= LATE]
    show("each keystroke from 400 to 500 characters", late)
    compiled = compile_lexicon(library.lexicon())
    for name, length, rounds in (
        ("500 characters pasted cold", 500, 12),
        ("10,000 characters", 10_000, 5),
    ):
        times = []
        for seed in range(rounds):
            fresh, text = Matcher(compiled, library.protocols), text_of(length, 50 + seed)
            times.append(milliseconds(lambda fresh=fresh, text=text: fresh.hear(text)))
        show(name, times)


if __name__ == "__main__":
    main()
