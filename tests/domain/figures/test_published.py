"""Published tables, entered as counts: their totals come out, and so does what does not add up."""

from signpost.domain.figures.published import (
    CONEXUS,
    PUBLISHED,
    SOUTH_TEES,
    ShareClaim,
    SumClaim,
)


def test_south_tees_hours_add_up_and_its_share_of_declined_does_not() -> None:
    hours, declined = SOUTH_TEES.claims
    assert hours.holds
    assert hours.words == "26,747 GP hours = 26,103 internal + 644 external."
    assert not declined.holds
    assert declined.true_per_cent == 2.8
    [found] = SOUTH_TEES.contradictions
    assert found.startswith("It says 8 % declined (7,586); 7,586 is 2.8 % of its own 269,994 ")
    assert found.endswith("8 % would be of 94,825: no denominator is given.")


def test_conexus_agrees_with_itself() -> None:
    assert CONEXUS.contradictions == ()
    assert CONEXUS.claims[0].words == "5,819 signposted of 25,852 offered a choice: 22.5 %."


def test_a_sum_that_is_wrong_is_told() -> None:
    claim = SumClaim(10, "hours", ((4, "internal"), (5, "external")))
    assert claim.words == "It says 10 hours; 4 internal + 5 external make 9."


def test_a_share_is_held_to_the_digits_that_it_was_said_with() -> None:
    assert ShareClaim(29, "a", 1_000, "b", 3).holds
    assert not ShareClaim(29, "a", 1_000, "b", 2.8).holds


def test_every_published_table_names_its_source() -> None:
    assert all(one.source and one.claims for one in PUBLISHED)
