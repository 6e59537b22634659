"""Entry rules from CSV: the plain columns of a service, and the rows of eligibility.csv."""

from datetime import date

from signpost.domain.caller import Sex
from signpost.domain.eligibility import (
    AgeRule,
    Among,
    AreaRule,
    EntryRule,
    Evidence,
    PregnancyRule,
    QuestionRule,
    SexRule,
)
from signpost.domain.protocol import Answer
from signpost.domain.service_kind import ServiceKind
from signpost.exchange.directory_row import Row

RULES = ("age", "sex", "pregnancy", "area", "question")
NATION = "England"


def plain_rules(row: Row, review_date: date | None) -> tuple[EntryRule, ...]:
    """The rules that a service's own row states: ages, sex, pregnancy."""
    evidence = Evidence(
        source=row.text("source"), review_date=review_date, is_local=bool(row.yes_no("local"))
    )
    low, high = row.age_from("minimum_age"), row.age_up_to("maximum_age")
    rules: list[EntryRule] = []
    if low is not None or high is not None:
        rules.append(AgeRule(low, high, evidence))
    sex = row.choice("sex", Sex)
    if sex is not None:
        rules.append(SexRule(sex, evidence))
    pregnant = row.yes_no("pregnant")
    if pregnant is not None:
        rules.append(PregnancyRule(pregnant, evidence))
    return tuple(rules)


def written_rule(row: Row) -> EntryRule | None:
    """One row of eligibility.csv as a rule; None, with a fault, when it is not one."""
    evidence = _evidence(row)
    falls_to = row.choice("falls_to", ServiceKind)
    low, high = row.age_from("minimum_age"), row.age_up_to("maximum_age")
    sex = row.choice("sex", Sex)
    match row.text("rule"):
        case "age" if low is not None or high is not None:
            return AgeRule(low, high, evidence, falls_to)
        case "sex" if sex is not None:
            return SexRule(sex, evidence, falls_to)
        case "pregnancy" if row.text("pregnant"):
            pregnant = bool(row.yes_no("pregnant"))
            return PregnancyRule(pregnant, evidence, Among(low, high, sex), falls_to)
        case "area" if row.text("area"):
            return AreaRule(row.text("area"), row.yes_no("covers_practice"), evidence, falls_to)
        case "question" if all(map(row.needed, ("question_id", "question", "because"))):
            return _question(row, evidence, Among(low, high, sex), falls_to)
        case rule if rule in RULES:
            row.fault("rule", f'"{rule}" needs its own columns filled in; the README says which.')
        case rule:
            row.fault("rule", f'"{rule}" is not known. Write one of: {", ".join(RULES)}.')
    return None


def _question(
    row: Row, evidence: Evidence, among: Among, falls_to: ServiceKind | None
) -> QuestionRule:
    if_not_met = row.text("if_not_met") or "not_met"
    if if_not_met not in {"not_met", "check"}:
        row.fault("if_not_met", f'"{if_not_met}" is not known. Write not_met or check.')
    return QuestionRule(
        id=row.text("question_id"),
        text=row.text("question"),
        because=row.text("because"),
        evidence=evidence,
        met_by=Answer.YES if row.yes_no("met_by") else Answer.NO,
        refuses=if_not_met != "check",
        among=among,
        falls_to=falls_to,
    )


def _evidence(row: Row) -> Evidence:
    row.needed("source")
    return Evidence(
        source=row.text("source"),
        nation=row.text("nation") or NATION,
        source_date=row.day("source_date"),
        review_date=row.day("review_date"),
        is_local=bool(row.yes_no("local")),
    )
