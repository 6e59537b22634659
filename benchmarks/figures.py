"""How every benchmark times and prints, and the invented calls that they type."""

import random
import statistics
import time
from collections.abc import Callable, Sequence

_CALLS = """\
hello love its my husband hes been having this pane in his chest since about six this morning
he says its the curry but hes gone a funny colour and hes sweatin, no temperature, not been sick

hi im ringing about my little girl shes four shes been up all night with earache and a runny nose
she had calpol at seven and shes drinking ok but off her food, can someone have a look at her please

pt c/o D&V 3/7, nil blood, denies abdo pain or fever, tolerating sips, pu'd x1 this am, hx T2DM on
metformin, asking for appt or advice re meds, lives alone, daughter visiting later today

its just I put my back out gardening at the weekend and its got no better, its going down my left
leg now, I can walk but its sore, no numbness or anything, I wondered about a sick note and maybe
physio
"""


def text_of(length: int, seed: int) -> str:
    """Invented calls strung together, `length` characters long."""
    order = random.Random(seed)  # noqa: S311 - not a secret
    calls = [call.replace("\n", " ") for call in _CALLS.split("\n\n")]
    text = ""
    while len(text) < length:
        text += f"{order.choice(calls)} "
    return text[:length]


def milliseconds(task: Callable[[], object]) -> float:
    """The time of one run."""
    start = time.perf_counter()
    task()
    return (time.perf_counter() - start) * 1_000


def both_clocks(task: Callable[[], object]) -> tuple[float, float]:
    """The time of one run, and how much of it the processor worked for it: what others take of a
    shared machine is not in the second.
    """
    start, start_of_work = time.perf_counter(), time.thread_time()
    task()
    return (
        (time.perf_counter() - start) * 1_000,
        (time.thread_time() - start_of_work) * 1_000,
    )


def show_both(name: str, times: Sequence[tuple[float, float]]) -> None:
    """A line of figures by the clock, and one of the processor's work."""
    show(name, [clock for clock, _ in times])
    show("  the processor's work alone", [work for _, work in times])


def show(name: str, times: Sequence[float]) -> None:
    """One line of figures, in milliseconds."""
    ordered = sorted(times)
    p95, p99 = (ordered[min(len(ordered) - 1, int(len(ordered) * part))] for part in (0.95, 0.99))
    print(
        f"{name:<44} median {statistics.median(ordered):8.3f}  p95 {p95:8.3f}  p99 {p99:8.3f}"
        f"  least {ordered[0]:8.3f}  most {ordered[-1]:8.3f} ms  ({len(ordered)})"
    )
