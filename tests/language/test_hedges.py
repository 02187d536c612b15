"""Words that leave what somebody is asked to do to their means or their will."""

from __future__ import annotations

import pytest

from builders.language.hedges import hedges

HEDGED = {
    "en": "Report it where possible. It is voluntary, and schools are invited to join.",
    "fr": "Le signaler, le cas échéant. C’est facultatif, et les écoles ne sont pas tenues de suivre.",
    "es": "Informar cuando proceda. Es voluntario, y se invita a las escuelas.",
    "ar": "أبلغوا قدر الإمكان. الأمر اختياري، وهو غير ملزم.",
    "ru": "По возможности сообщить. Это добровольно, школы не обязаны.",
    "zh-Hans": "尽可能报告。这是自愿的，学校不必参加。",
}
PLAIN = {
    "en": "Report every case, and encourage children to speak.",
    "fr": "Signaler chaque cas, et encourager les enfants à parler.",
    "es": "Informar de cada caso, y animar a los niños a hablar.",
    "ar": "أبلغوا عن كل حالة، وشجعوا الأطفال على الكلام.",
    "ru": "Сообщать о каждом случае и поощрять детей говорить.",
    "zh-Hans": "报告每一个案件，并鼓励儿童说出来。",
    "sw": "Toa taarifa ya kila tukio.",
}


@pytest.mark.parametrize("tag", HEDGED)
def test_three_hedges_are_found(tag: str) -> None:
    assert len(hedges(HEDGED[tag], tag)) == 3, hedges(HEDGED[tag], tag)


@pytest.mark.parametrize("tag", PLAIN)
def test_a_plain_duty_has_none(tag: str) -> None:
    assert hedges(PLAIN[tag], tag) == []
