"""Hours in one line, as people write them."""

import pytest

from signpost.domain.weekly_hours import hours_text
from signpost.exchange.said_hours import said_hours


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("8:00am-5:00pm, Mon-Fri", "Mo-Fr 08:00-17:00"),
        ("9:30am-5:00pm, Mon-Thur;\\n9:30am-2:00pm, Fri", "Mo-Th 09:30-17:00; Fr 09:30-14:00"),
        ("9:00am-4:00pm, Mon, Tue & Thur", "Mo-Tu 09:00-16:00; Th 09:00-16:00"),
        ("Mon to Wed: 9am - 1pm\nSat 10am-12pm", "Mo-We 09:00-13:00; Sa 10:00-12:00"),
        ("Sat-Mon 10:00-12:00", "Mo 10:00-12:00; Sa-Su 10:00-12:00"),
        ("8:30am-5:15pm, Mon-Fri;8:30am-7:00pm, Wed",
         "Mo-Tu 08:30-17:15; We 08:30-19:00; Th-Fr 08:30-17:15"),
        ("Mon 9am-12pm; Mon 1pm-5pm", "Mo 09:00-12:00,13:00-17:00"),
    ],
)  # fmt: skip
def test_a_line_of_hours_is_read(text: str, hours: str) -> None:
    assert hours_text(said_hours(text) or {}) == hours


@pytest.mark.parametrize(
    "text",
    ["", "By appointment", "9am-5pm", "Mon-Fri", "7am-3pm, Tue; Summer Hours: 8am-2pm, Mon",
     "Mon-Fri 9-5", "Mon-Wed-Fri 9am-5pm", "9am-5pm Mon-Fri except holidays", "Mon closed"],
)  # fmt: skip
def test_a_line_that_is_not_certain_is_not_read(text: str) -> None:
    assert said_hours(text) is None
