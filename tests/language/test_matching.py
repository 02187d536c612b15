"""Terms are found in every form that a language gives them, and only where they are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.catalogs.termbase import read_termbase
from builders.language.matching import find_forbidden, find_term, fold, wordings
from builders.model.terms import Term, TermStatus

TERMS = read_termbase(Path(__file__).with_name("termbase.csv"))

PRESENT = [
    ("en", "child", "Two children’s questions."),
    ("en", "helpline", "Ask all child helplines."),
    ("fr", "csam", "Le matériel d’abus sexuels d’enfants est retiré."),
    ("fr", "child", "Les enfants ont des droits."),
    ("fr", "stakeholder", "avec toutes les parties prenantes"),
    ("es", "stakeholder", "con todas las partes interesadas"),
    ("es", "child", "los niños, niñas y adolescentes"),
    ("es", "csam", "material que muestre abusos sexuales de niños, niñas y adolescentes"),
    ("ru", "csam", "Провайдеры закрывают доступ к материалам со сценами сексуального насилия над детьми."),
    ("ru", "child-with-disability", "Услуги должны быть доступны ребёнку с инвалидностью."),
    ("ru", "policy-maker", "Рекомендации адресованы директивным органам."),
    ("ru", "digital-environment", "Права ребенка действуют и в цифровой среде."),
    ("ru", "law-enforcement", "Сотрудники правоохранительных органов проходят подготовку."),
    ("ru", "stakeholder", "С участием всех заинтересованных сторон."),
    ("ru", "parental-controls", "Пользуйтесь средствами родительского контроля."),
    ("ru", "helpline", "Позвони по детскому телефону доверия."),
    ("ru", "best-interests", "исходя из наилучших интересов ребенка"),
    ("ru", "cyberbullying", "Что делать при кибербуллинге"),
    ("ru", "child", "Поговорите с детьми."),
    ("ar", "stakeholder", "بالتعاون مع أصحاب المصلحة"),
    ("ar", "policy-maker", "إلى واضعي السياسات"),
    ("ar", "child", "وللأطفال الحق في اللعب"),
    ("ar", "csam", "الإبلاغ عن مواد الاعتداء الجنسي على الأطفال"),
    ("ar", "digital-environment", "في البيئة الرقمية"),
    ("ar", "cyberbullying", "التعرض للتنمر الإلكتروني"),
    ("ar", "privacy-settings", "افتح إعدادات الخصوصية"),
    ("zh-Hans", "csam", "网站上的儿童性虐待材料必须删除。"),
]

ABSENT = [
    ("en", "industry", "An industrious child."),
    ("en", "risk", "A brisk walk."),
    ("fr", "child", "les parents"),
    ("es", "child", "adultos"),
    ("ru", "child", "Взрослые отвечают за безопасность."),
    ("ru", "helpline", "Позвони по телефону"),
    ("ru", "digital-environment", "цифровые услуги"),
    ("ru", "csam", "материалы для детей"),
    ("ar", "child", "الكبار مسؤولون"),
    ("ar", "csam", "مواد تعليمية للأطفال"),
    ("ar", "cyberbullying", "الكتاب الإلكتروني"),
]


def stands_in(tag: str, concept: str, text: str) -> bool:
    agreed = (term for term in TERMS if (term.tag, term.concept, term.status) == (tag, concept, TermStatus.PREFERRED))
    return any(any(find_term(word, text, tag)) for term in agreed for word in wordings(term))


@pytest.mark.parametrize(("tag", "concept", "text"), PRESENT)
def test_a_term_is_found_in_an_inflected_form(tag: str, concept: str, text: str) -> None:
    assert stands_in(tag, concept, text)


@pytest.mark.parametrize(("tag", "concept", "text"), ABSENT)
def test_a_word_that_only_looks_alike_is_not_taken_for_a_term(tag: str, concept: str, text: str) -> None:
    assert not stands_in(tag, concept, text)


def forbidden(text: str, tag: str, way: str) -> Term:
    notes = {"match": way}
    return Term(concept="test", tag=tag, text=text, status=TermStatus.FORBIDDEN, notes=notes, line=0)


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        (forbidden("kid", "en", "word"), "Ask the kids.", "kids"),
        (forbidden("kid", "en", "word"), "Ask about kidneys.", ""),
        (forbidden("COP", "en", "word"), "The COP text.", "COP"),
        (forbidden("COP", "en", "word"), "A cop came.", ""),
        (forbidden("policy maker", "en", "word"), "A policy\nmaker reads.", "policy\nmaker"),
        (forbidden("policy maker", "en", "word"), "A policy-maker reads.", ""),
        (forbidden("prédateur", "fr", "stem prédat(eur|rice)"), "Une prédatrice.", "prédatrice"),
        (forbidden("pedófilo", "es", "stem pedófil|pederast"), "Un pederasta.", "pederasta"),
        (forbidden("ребенок-жертва", "ru", "regex реб[её]нок-жертва"), "РЕБЁНОК-ЖЕРТВА", "РЕБЁНОК-ЖЕРТВА"),
        (forbidden("معاق", "ar", "arword"), "للمعاقين حقوق", "للمعاقين"),
        (forbidden("معاق", "ar", "arword"), "معاقبة الجناة", ""),
        (forbidden("بيدوفيلي", "ar", "substring بيدوفيل"), "البيدُوفيلية", "البيدُوفيلية"[2:10]),
        (forbidden("热线", "zh-Hans", "regex (?<!举报)(?<!帮助)热线"), "拨打热线。", "热线"),
        (forbidden("热线", "zh-Hans", "regex (?<!举报)(?<!帮助)热线"), "儿童帮助热线", ""),
    ],
)
def test_a_forbidden_word_is_found_in_the_way_of_its_row(term: Term, text: str, found: str) -> None:
    places = list(find_forbidden(term, text))

    assert [text[start:end] for start, end in places] == ([found] if found else [])


def test_folding_remembers_where_each_letter_stood() -> None:
    folded = fold("Ёлка и ل\u064bا")

    assert folded.text == "елка и لا"
    assert folded.origin(7, 9) == (7, 10)


def test_one_word_may_stand_between_the_words_of_a_term() -> None:
    assert list(find_term("data protection", "data and protection", "en")) == [(0, 19)]
    assert list(find_term("data protection", "data needs a little protection", "en")) == []
