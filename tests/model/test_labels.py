"""Labels with places: what is filled in joins the words around it."""

from __future__ import annotations

import pytest

from builders.model.labels import Labels


@pytest.mark.parametrize(
    ("pattern", "date", "expected"),
    [
        ("Seen on {date}.", "20 November 2026", "Seen on 20 November 2026."),
        ("Дата обращения: {date}.", "20 ноября 2026 г.", "Дата обращения: 20 ноября 2026 г."),
        ("Дата обращения: {date}, здесь.", "20 ноября 2026 г.", "Дата обращения: 20 ноября 2026 г., здесь."),
        ("查阅日期：{date}。", "2026年11月20日", "查阅日期：2026年11月20日。"),
        ("查阅日期：{date}。", "2026年11月20日。", "查阅日期：2026年11月20日。"),
        ("Seen {date}.", "", "Seen ."),
    ],
)
def test_a_stop_that_ends_what_is_filled_in_ends_the_sentence_too(pattern: str, date: str, expected: str) -> None:
    assert Labels({"seen": "Seen on {date}."}, {"seen": pattern}).fill("seen", date=date) == expected
