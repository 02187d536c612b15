"""What is certain is put right; what is not, stays for people."""

from __future__ import annotations

import pytest

from builders.catalogs.inline import signature
from builders.checks.translations.mending import RULES, mended_message
from builders.checks.translations.pairs import Pair
from builders.language.typography import typography
from tests.checks.pair_files import pair_case

EVERY = frozenset(RULES)


def mended(pair: Pair) -> str:
    return mended_message(pair, EVERY, typography(pair.target.tag))


def pair(tag: str, source: str, target: str, *, role: str = "text") -> Pair:
    return pair_case(tag, source, target, role=role).pair


@pytest.mark.parametrize(
    ("tag", "source", "target", "expected"),
    [
        ("fr", "Say “stop”!", 'Dis "stop"!', "Dis «\u00a0stop\u00a0»\u00a0!"),
        ("fr", "It is here: **now**.", "C'est ici: **maintenant**.", "C’est ici\u00a0: **maintenant**."),
        ("es", "What can you do?", "Qué puedes hacer ?", "¿Qué puedes hacer?"),
        ("es", "Say “stop”.", "Di “basta”.", "Di «basta»."),
        ("ar", "Pause, look.", "توقف , انظر.", "توقف، انظر."),
        ("ar", "In the book", "فی الکتاب", "في الكتاب"),
        ("zh-Hans", "Pause, look.", "停下来, 看一看.", "停下来，看一看。"),
        ("zh-Hans", "Tell somebody.", "告訴別人。", "告诉别人。"),
        ("ru", "Pause – look.", "Пауза - взгляд.", "Пауза — взгляд."),
        ("ru", "A child", "Pебенок", "Ребенок"),
        ("ru", "Tell somebody.", "расскажи кому-нибудь.", "Расскажи кому-нибудь."),
        ("fr", "Child", "E\u0301le\u0300ve", "Élève"),
        ("fr", "Child", "En\u200bfant", "Enfant"),
    ],
)
def test_what_is_certain_is_put_right(tag: str, source: str, target: str, expected: str) -> None:
    assert mended(pair(tag, source, target)) == expected


@pytest.mark.parametrize(
    ("tag", "source", "target"),
    [
        ("fr", "Say “stop”.", 'Dis "stop.'),
        ("es", "Look: what do you see?", "Mira: qué ves?"),
        ("fr", "Tell somebody.", "Parle à un un adulte."),
        ("es", "Tell the child.", "Cuéntaselo al ni?o ."),
        ("fr", "Tell somebody.", "Parle à **quelqu’un ."),
        ("fr", "Tell somebody.", "Parle à quelqu’un , (NdT)."),
        ("fr", "Write ``a , b``.", "Écris ``a , b``."),
        ("fr", "See https://cop.example/?a=b.", "Voir https://cop.example/?a=b."),
        ("de", "What can you do?", 'Was kannst du "jetzt" tun ?'),
    ],
)
def test_what_is_not_certain_stays(tag: str, source: str, target: str) -> None:
    assert mended(pair(tag, source, target)) == target


def test_a_check_that_has_said_nothing_changes_nothing() -> None:
    assert (
        mended_message(pair("fr", "Say “stop”!", "Dis “stop”!"), {"odd-character"}, typography("fr")) == "Dis “stop”!"
    )


def test_references_and_places_stay() -> None:
    message = "Voir :see:`rec-pla-006`; et |helpline|: {page} ?"
    done = mended(pair("fr", "See :see:`rec-pla-006`; and |helpline|: {page}?", message))

    assert list(signature(done)) == list(signature(message))
    assert done == "Voir :see:`rec-pla-006`\u00a0; et |helpline|\u00a0: {page}\u00a0?"


def test_a_label_has_no_markup() -> None:
    assert mended(pair("fr", "Pages: *{page}*", "Pages : *{page}*", role="label")) == ("Pages\u00a0: *{page}*")
