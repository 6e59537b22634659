"""Work off the GUI thread: in order, the newest search only, failures told."""

import threading

from signpost.ui.jobs import Jobs, Lane, ThreadLanes


class Stepping:
    def __init__(self) -> None:
        self.waiting = []

    def submit(self, lane, task) -> None:
        self.waiting.append(task)

    def close(self) -> None:
        self.waiting.clear()


def test_a_search_overtaken_by_a_newer_one_is_skipped(qapp) -> None:
    executor, ran, shown = Stepping(), [], []
    jobs = Jobs(executor)
    for number in range(3):
        jobs.run_newest("search", lambda number=number: ran.append(number) or number, shown.append)
    for task in executor.waiting:
        task()
    assert ran == [2]
    assert shown == [2]


def test_an_answer_that_comes_too_late_is_dropped(qapp) -> None:
    executor, shown = Stepping(), []
    jobs = Jobs(executor)
    jobs.run_newest(
        "search", lambda: jobs.run_newest("search", lambda: 2, shown.append), shown.append
    )
    while executor.waiting:
        executor.waiting.pop(0)()
    assert shown == [2]


def test_a_failure_goes_to_its_own_receiver_else_to_everybodys(qapp) -> None:
    executor, mine, everybodys = Stepping(), [], []
    jobs = Jobs(executor)
    jobs.failed.connect(everybodys.append)
    jobs.run(lambda: 1 // 0, failed=mine.append)
    jobs.run(lambda: 1 // 0)
    for task in executor.waiting:
        task()
    assert [type(error) for error in (*mine, *everybodys)] == [ZeroDivisionError] * 2


def test_answers_come_back_on_the_gui_thread(qtbot) -> None:
    jobs, threads = Jobs(ThreadLanes()), []

    def done(worker: int) -> None:
        threads.append((worker, threading.get_ident()))

    jobs.run(threading.get_ident, done, lane=Lane.BACKGROUND)
    qtbot.waitUntil(lambda: bool(threads))
    jobs.close()
    worker, gui = threads[0]
    assert gui == threading.get_ident()
    assert worker != gui


def test_nothing_is_taken_after_closing(qapp) -> None:
    executor = Stepping()
    jobs = Jobs(executor)
    jobs.close()
    jobs.run(lambda: 1)
    assert executor.waiting == []
