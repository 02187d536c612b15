"""Defects in numbers written with digits: ages, ranges, dates, times, shares, amounts, articles, telephone numbers."""

from __future__ import annotations

import re
from random import Random

from benchmarks.defects.corpus import Entry
from benchmarks.defects.planting import before_end
from benchmarks.defects.texts import Span, cut, is_open

_SPACE = "\u0020\u00a0\u202f"
_AMOUNT = re.compile(rf"\d+(?:[.,{_SPACE}]\d{{3}})*(?=[{_SPACE}]?(?:euros|يورو|欧元|евро))")
_RANGE = re.compile(r"(\d+)(\s(?:à|a|a los|إلى|до)\s|至|–)(\d+)")
_TIME = re.compile(rf"(\d{{1,2}})(?::|[{_SPACE}]h[{_SPACE}])(\d\d)")
_SHARE = re.compile(rf"([\d.,]+)([{_SPACE}]?%| في المائة)")
_GROUPED = re.compile(rf"\d{{1,3}}(?:[.,{_SPACE}]\d{{3}})+|\d{{4,}}(?![年\d])")
MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ar": "يناير فبراير مارس أبريل مايو يونيه يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "zh-Hans": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
LEVANTINE = (
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
)
"""The Arabic months that stand before the slash of the others."""
# Numbers of this kind are kept free for films and tests, or cannot be dialled.
CALLS = {
    "fr": (" (tél. 01 99 00 12 34)", " au +33 1 99 00 12 34", " (01.99.00.12.34)", ", au 0 800 00 12 34"),
    "es": (" (tel. 900 00 12 34)", " en el +34 900 001 234", " (91 000 12 34)", ", teléfono 900.001.234"),
    "ar": (" (هاتف ٠٨٠٠ ٠٠٠ ١٢٣)", " على الرقم +966 11 000 1234", " (0800-000-123)", "، هاتف 0800000123"),
    "zh-Hans": ("（电话400-000-1234）", "，请拨打010-0000 1234", "（＋86 10 0000 1234）", "，电话４００００１２３４"),
    "ru": (
        " (тел. 8 (800) 000-12-34)",
        " по номеру +7 495 000-12-34",
        " (8-800-000-12-34)",
        ", тел. 8 800 000 12 34",
    ),
}
SHORT = {
    "fr": (" au 1 19 00", " (composez le 119)", ", au 30-19"),
    "es": (" en el 1 19 00", " (marque el 119)", ", en el 01-90"),
    "ar": (" على الرقم 1190", " (اتصلوا بـ ١١٩)", "، الرقم 11-90"),
    "zh-Hans": ("，请拨打1190", "（拨打119）", "，号码１１９"),
    "ru": (" по номеру 1190", " (звоните 119)", ", номер 11-90"),
}
COUNTED = {
    "fr": (r"\b([Ll]es|[Dd]es) (?=\w{4})", r"\1 {} "),
    "es": (r"\b([Ll][ao]s|[Uu]n[ao]s) (?=\w{4})", r"\1 {} "),
    "ar": (r"(?<!\w)(الأطفال|الأصدقاء|المصابيح|الحُرّاس|الأنوار|الألعاب)(?!\w)", r"\1 الـ{}"),
    "zh-Hans": (r"(儿童|孩子|朋友们|守灯人|大人|家长)", r"{}名\1"),
    "ru": (r"\b(детей|друзей|людей|слов|игр|сообщений|сервисов|родителей|игрушек|фонариков)\b", r"{} \1"),
}
"""Where a number can come in, and how."""


def runs(text: str) -> list[Span]:
    """Return where digits stand in *text*, outside markup."""
    return [match.span() for match in re.finditer(r"\d+", text) if is_open(text, match.span())]


def _other_digit(text: str, span: Span, random: Random) -> str:
    """Return *text* with one digit of *span* changed."""
    place = random.randrange(*span)
    return text[:place] + random.choice([each for each in "123456789" if each != text[place]]) + text[place + 1 :]


def digit_changed(entry: Entry, random: Random) -> str | None:
    """One digit is another."""
    places = runs(entry.text)
    return _other_digit(entry.text, random.choice(places), random) if places else None


def digits_swapped(entry: Entry, random: Random) -> str | None:
    """Two digits beside each other have changed places."""
    text = entry.text
    places = [
        at
        for start, end in runs(text)
        for at in range(start, end - 1)
        if text[at] != text[at + 1] and not (at == start and text[at + 1] == "0")
    ]
    if not places:
        return None
    at = random.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def numbers_exchanged(entry: Entry, random: Random) -> str | None:
    """Two numbers have changed places."""
    text, places = entry.text, runs(entry.text)
    pairs = [(a, b) for a in places for b in places if a < b and text[slice(*a)] != text[slice(*b)]]
    if not pairs:
        return None
    (a, b), (c, d) = random.choice(pairs)
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def number_dropped(entry: Entry, random: Random) -> str | None:
    """A number is missing."""
    text, places = entry.text, runs(entry.text)
    if not places:
        return None
    start, end = random.choice(places)
    return cut(text, (start, end + (text[end : end + 1] in ("\u00a0", "\u202f"))))


def number_added(entry: Entry, random: Random) -> str | None:
    """A number has come in."""
    pattern, counted = COUNTED[entry.tag]
    places = [match for match in re.finditer(pattern, entry.text) if is_open(entry.text, match.span())]
    if not places:
        return None
    match = random.choice(places)
    new = match.expand(counted.replace("{}", str(random.randrange(12, 99))))
    return entry.text[: match.start()] + new + entry.text[match.end() :]


def range_end(entry: Entry, random: Random) -> str | None:
    """A range ends earlier or later."""
    places = list(_RANGE.finditer(entry.text))
    if not places:
        return None
    start, end = random.choice(places).span(3)
    return entry.text[:start] + str(int(entry.text[start:end]) + random.choice((-1, 1, 2))) + entry.text[end:]


def date_changed(entry: Entry, random: Random) -> str | None:
    """The month is another, or the day, or the year."""
    if not re.search(r"\b\d{1,2} (March|May|June)\b", entry.english):
        return None
    months = MONTHS[entry.tag].split(" ")
    found = [(match.span(), month) for month in months for match in re.finditer(rf"(?<!\d){month}", entry.text)]
    if not found or random.random() < 0.4:
        return digit_changed(entry, random)
    (start, end), month = random.choice(found)
    other = random.choice([each for each in months if each != month])
    text = entry.text[:start] + other + entry.text[end:]
    if entry.tag == "ar":
        return text.replace(f"{LEVANTINE[months.index(month)]}/{other}", f"{LEVANTINE[months.index(other)]}/{other}")
    return text


def _inside(pattern: re.Pattern[str], entry: Entry, random: Random) -> str | None:
    """Return the text with one digit changed in what *pattern* finds."""
    places = [span for match in pattern.finditer(entry.text) for span in runs(entry.text) if _is_in(span, match.span())]
    return _other_digit(entry.text, random.choice(places), random) if places else None


def _is_in(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def time_changed(entry: Entry, random: Random) -> str | None:
    """The time of day is another."""
    return _inside(_TIME, entry, random)


def share_changed(entry: Entry, random: Random) -> str | None:
    """A share is another, or no share any more."""
    places = list(_SHARE.finditer(entry.text))
    if places and random.random() < 0.3:
        return cut(entry.text, random.choice(places).span(2))
    return _inside(_SHARE, entry, random)


def amount_changed(entry: Entry, random: Random) -> str | None:
    """An amount of money is another."""
    return _inside(_AMOUNT, entry, random)


def thousands_lost(entry: Entry, random: Random) -> str | None:
    """A number has three zeros too few or too many, or its separator reads as a decimal point."""
    places = [match for match in _GROUPED.finditer(entry.text) if is_open(entry.text, match.span())]
    places = [match for match in places if not 1900 < int(re.sub(r"\D", "", match[0])) < 2100]
    if not places:
        return None
    match = random.choice(places)
    digits = re.sub(r"\D", "", match[0])
    comma = "." if entry.tag in ("ar", "zh-Hans") else ","
    new = random.choice(
        (digits[:-3], f"{digits[:-3]}{comma}{digits[-3:].rstrip('0') or '0'}", digits[:-1], digits + "0")
    )
    return entry.text[: match.start()] + new + entry.text[match.end() :]


def article_changed(entry: Entry, random: Random) -> str | None:
    """Another article of law is named."""
    return digits_swapped(entry, random) if re.search(r"Article \d", entry.english) else None


def call_added(entry: Entry, random: Random) -> str | None:
    """A telephone number has come in, spelled as the country does."""
    return before_end(entry.text, random.choice(CALLS[entry.tag]), random)


def short_call_added(entry: Entry, random: Random) -> str | None:
    """A short number to call has come in."""
    return before_end(entry.text, random.choice(SHORT[entry.tag]), random)
