"""Defects in what readers must not see: notes, rests of tools, tags, addresses, markup lost or moved."""

from __future__ import annotations

import re
from random import Random

from benchmarks.defects.corpus import Entry
from benchmarks.defects.letters import marked_word
from benchmarks.defects.planting import before_end
from benchmarks.defects.texts import is_open, put, whole_words

NOTES = {
    "fr": (" (NdT\u00a0: à vérifier)", " [note du traducteur\u00a0: sens incertain]", " (à revoir avec l’auteur)"),
    "es": (" (N. del T.: por verificar)", " [nota del traductor: sentido dudoso]", " (revisar con el autor)"),
    "ar": (" (ملاحظة المترجم: يحتاج إلى مراجعة)", " [المترجم: المعنى غير واضح]", " (يراجَع مع الكاتب)"),
    "zh-Hans": ("（译注：待核实）", "【译者注：原文不清】", "（请作者确认）"),
    "ru": (" (прим. пер.: проверить)", " [примечание переводчика: смысл неясен]", " (уточнить у автора)"),
}
MACHINE = {
    "fr": ("Voici la traduction\u00a0: ", "Traduction\u00a0: ", "[FR] "),
    "es": ("Aquí está la traducción: ", "Traducción: ", "[ES] "),
    "ar": ("إليك الترجمة: ", "الترجمة: ", "[AR] "),
    "zh-Hans": ("以下是翻译：", "译文：", "[ZH] "),
    "ru": ("Вот перевод: ", "Перевод: ", "[RU] "),
}
SLASHES = {
    "fr": (
        "enfants",
        "enfants/jeunes",
        "enfant",
        "enfant / mineur",
        "aide",
        "aide/assistance",
        "image",
        "image / photo",
    ),
    "es": (
        "niños",
        "niños/chicos",
        "imagen",
        "imagen / foto",
        "ayuda",
        "ayuda/asistencia",
        "mensajes",
        "mensajes / avisos",
    ),
    "ar": (
        "الأطفال",
        "الأطفال/الصغار",
        "الصور",
        "الصور / اللقطات",
        "المساعدة",
        "المساعدة/العون",
        "الطفل",
        "الطفل / الولد",
    ),
    "zh-Hans": ("儿童", "儿童/孩子", "孩子", "孩子/儿童", "帮助", "帮助/协助", "图片", "图片/照片", "灯", "灯/灯笼"),
    "ru": (
        "детей",
        "детей/подростков",
        "помощь",
        "помощь / поддержка",
        "ребенок",
        "ребенок/подросток",
        "фонарик",
        "фонарик/лампа",
    ),
}
TODO = (" TODO", " [TODO]", " XXX", " FIXME", " ???", " @@@", " {{1}}", " <x id=1/>")
ADDRESSES = {
    "fr": (
        " sur www.aide-exemple.example",
        " (aide-exemple.org/appli)",
        " à aide@exemple.example",
        " sur t.me/aide_exemple",
    ),
    "es": (
        " en www.ayuda-ejemplo.example",
        " (ayuda-ejemplo.org/app)",
        " a ayuda@ejemplo.example",
        " en t.me/ayuda_ejemplo",
    ),
    "ar": (
        " على www.help-example.example",
        " (help-example.org/app)",
        " على help@example.example",
        " على t.me/help_example",
    ),
    "zh-Hans": (
        "，访问www.help-example.example",
        "（help-example.org/app）",
        "，发信至help＠example.example",
        "，ｗｗｗ．example．org",
    ),
    "ru": (
        " на www.help-example.example",
        " (help-example.org/app)",
        " на help@example.example",
        " в t.me/help_example",
    ),
}
DISGUISED = (
    " hxxps://example.example/a",
    " https\\://example.example/a",
    " example [.] org",
    " help (at) example.org",
    " ｈｔｔｐｓ：／／example.example",
    " example。com",
    " @help_example",
    " wa.me/example",
)
_STRONG = re.compile(r"(?:\\ )?(\*\*?)([^*\s][^*]*?)\1(?:\\ )?")
_TITLED = re.compile(r":\w+:`([^`<]+?) <([^`>]+)>`")
_PLACE = re.compile(r"\{(\w+)\}")
PLACES = {"fr": "titre", "es": "título", "ar": "العنوان", "zh-Hans": "标题", "ru": "название"}


def note_left(entry: Entry, random: Random) -> str | None:
    """A note of the translator stands in the text."""
    return before_end(entry.text, random.choice(NOTES[entry.tag]), random)


def machine_left(entry: Entry, random: Random) -> str | None:
    """What a machine says of its translation stands before it."""
    return random.choice(MACHINE[entry.tag]) + entry.text if not entry.text.startswith("*") else None


def alternatives(entry: Entry, random: Random) -> str | None:
    """Two translations stand beside each other."""
    table = SLASHES[entry.tag]
    found = [
        (match.span(), new)
        for old, new in zip(table[::2], table[1::2], strict=True)
        for match in whole_words(old, entry.tag).finditer(entry.text)
        if is_open(entry.text, match.span())
    ]
    return put(entry.text, *random.choice(found)) if found else None


def todo_left(entry: Entry, random: Random) -> str | None:
    """A mark for later stands in the text."""
    return before_end(entry.text, random.choice(TODO), random)


def _around(entry: Entry, random: Random, marks: tuple[tuple[str, str], ...]) -> str | None:
    """Return the text with one of the pairs of *marks* around a word."""
    span = marked_word(entry.text, random)
    if not span:
        return None
    opening, closing = random.choice(marks)
    return entry.text[: span[0]] + opening + entry.text[slice(*span)] + closing + entry.text[span[1] :]


def tag_left(entry: Entry, random: Random) -> str | None:
    """Readers would see a tag of HTML."""
    return _around(entry, random, (("<b>", "</b>"), ("<i>", "</i>"), ('<span lang="x">', "</span>"), ("", "<br/>")))


def entity_left(entry: Entry, random: Random) -> str | None:
    """Readers would see an entity of HTML."""
    return _around(entry, random, (("&laquo;", "&raquo;"), ("", "&nbsp;"), ("&#39;", "&#39;"), ("&amp;", "")))


def markdown_left(entry: Entry, random: Random) -> str | None:
    """Readers would see the marks of Markdown."""
    if random.random() < 0.3:
        return random.choice(("# ", "## ", "> ")) + entry.text
    return _around(entry, random, (("[", "](#)"), ("__", "__"), ("~~", "~~"), ("==", "=="), ("`", "`")))


def address_added(entry: Entry, random: Random) -> str | None:
    """An address has come in."""
    return before_end(entry.text, random.choice(ADDRESSES[entry.tag]), random)


def address_disguised(entry: Entry, random: Random) -> str | None:
    """An address has come in, in disguise."""
    addition = random.choice(DISGUISED)
    return before_end(entry.text, addition.strip() if entry.tag.startswith("zh") else addition, random)


def emphasis_lost(entry: Entry, random: Random) -> str | None:
    """The emphasis is missing."""
    match = _STRONG.search(entry.text)
    return entry.text[: match.start()] + match[2] + entry.text[match.end() :] if match else None


def emphasis_added(entry: Entry, random: Random) -> str | None:
    """There is emphasis that the English has not."""
    if entry.tag.startswith("zh"):
        return _around(entry, random, (("\\ **", "**\\ "), ("\\ *", "*\\ ")))
    return _around(entry, random, (("**", "**"), ("*", "*")))


def emphasis_moved(entry: Entry, random: Random) -> str | None:
    """Another word has the emphasis."""
    plain = emphasis_lost(entry, random)
    match = _STRONG.search(entry.text)
    if plain is None or match is None:
        return None
    glue = "\\ " if entry.tag.startswith("zh") else ""
    for _ in range(20):
        span = marked_word(plain, random)
        if span and not (match.start() - 2 <= span[0] <= match.start() + len(match[2])):
            marks = match[1]
            return f"{plain[: span[0]]}{glue}{marks}{plain[slice(*span)]}{marks}{glue}{plain[span[1] :]}"
    return None


def title_changed(entry: Entry, random: Random) -> str | None:
    """What stands on a reference is what belongs to another."""
    found = list(_TITLED.finditer(entry.text))
    if len(found) < 2:
        return None
    (a, b), (c, d) = found[0].span(1), found[1].span(1)
    text = entry.text
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def target_changed(entry: Entry, random: Random) -> str | None:
    """A reference leads to where another one leads."""
    found = list(_TITLED.finditer(entry.text))
    if len(found) < 2:
        return None
    (a, b), text = found[0].span(2), entry.text
    return text[:a] + found[1][2] + text[b:]


def markup_lost(entry: Entry, random: Random) -> str | None:
    """A reference is missing; its words stand there."""
    match = _TITLED.search(entry.text)
    return entry.text[: match.start()] + match[1] + entry.text[match.end() :] if match else None


def place_translated(entry: Entry, random: Random) -> str | None:
    """The name of a place that is filled in has been translated."""
    return _PLACE.sub("{" + PLACES[entry.tag] + "}", entry.text, count=1) if _PLACE.search(entry.text) else None
