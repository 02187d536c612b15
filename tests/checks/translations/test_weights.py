"""How much a finding weighs where a check knows two weights: what some like so is a warning, half a text an error."""

from __future__ import annotations

import pytest

from builders.checks.profiles import CHECKS, findings
from builders.model.findings import Severity
from tests.checks.pair_files import pair_case, subject

LONG = (
    "Children have a right to be heard. They speak with an adult whom they trust. "
    "The adult listens, writes down what the child says and asks before telling others."
)
CASES = (
    ("length-odd", "fr", LONG, "Les enfants ont le droit d’être entendus.", Severity.ERROR),
    ("length-odd", "ru", LONG, "Дети имеют право быть услышанными.", Severity.ERROR),
    ("odd-character", "fr", "Use the internet.", "Utilisez inter\u00adnet.", Severity.WARNING),
    ("odd-character", "fr", "Use the internet.", "Utilisez i\u00adnternet.", Severity.ERROR),
    ("quotation-marks", "fr", "“Listen first,” says Tama.", "“Écoute d’abord”, dit Tama.", Severity.WARNING),
    ("quotation-marks", "fr", "“Listen first,” says Tama.", '"Écoute d’abord", dit Tama.', Severity.ERROR),
)


@pytest.mark.parametrize(("check", "language", "source", "target", "severity"), CASES)
def test_a_finding_weighs_what_it_should(
    check: str, language: str, source: str, target: str, severity: Severity
) -> None:
    translation = subject([pair_case(language, source, target)])

    found = [CHECKS[check].finding(remark) for remark in CHECKS[check].function(translation)]

    assert {finding.severity for finding in found} == {severity}


@pytest.mark.parametrize(("check", "language", "source", "target", "severity"), CASES)
def test_an_error_is_found_where_only_errors_are_asked_for(
    check: str, language: str, source: str, target: str, severity: Severity
) -> None:
    found = findings(subject([pair_case(language, source, target)]), "translation", only_errors=True)

    assert (check, severity) in {(each.check, each.severity) for each in found}
