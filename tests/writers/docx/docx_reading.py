"""Reads Word structure back as an outline that a person can compare, and what the tests share."""

from __future__ import annotations

import itertools
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from builders.writers.docx.oxml import NAMESPACES, qualified

W = f"{{{NAMESPACES['w']}}}"
NO_BREAK_HYPHEN = "\u2011"
"""How an outline shows Word's own sign, which has no text."""
_WRITTEN = (W + "t", W + "noBreakHyphen")

LANGUAGES_AT_WORK = ("en", "ar", "zh-Hans")

LEDGER = {
    "ind-pla-001": "indicator",
    "rec-pla-001": "recommendation",
    "rec-pla-002": "recommendation",
    "rsk-met-flattery": "risk",
    "trm-helpline": "term",
    "key-pla-001": "keymessage",
    "prc-peo-001": "procedure",
    "hlp-gen-001": "gethelp",
    "cnt-peo-001": "contentnote",
    "pag-cub-001": "storypage",
    "chr-timo": "character",
    "chr-yana": "character",
    "stk-children": "stakeholder",
    "stk-parents": "stakeholder",
    "stk-police": "stakeholder",
    "chk-pla-001": "checkitem",
    "chk-pla-002": "checkitem",
    "lst-pla-001": "checklist",
    "lst-pla-002": "checklist",
    "cas-pla-001": "case",
    "cas-pla-002": "case",
    "tlk-peo-001": "talk",
    "act-cub-001": "activity",
    "tch-cub-001": "teachernote",
    "tch-cub-002": "teachernote",
    "crd-cub-01": "card",
    "crd-cub-02": "card",
    "crd-cub-03": "card",
    "qiz-cub-001": "quiz",
    "qiz-cub-002": "quiz",
    "epi-cub-001": "episode",
    "scn-cub-001": "scene",
    "lin-cub-001": "line",
    "lin-cub-002": "line",
    "lin-cub-003": "line",
}

ARABIC_LABELS = {
    "note": "ملاحظة",
    "warning": "تحذير",
    "keymessage": "الرسالة الأساسية",
    "contentnote": "قبل أن تقرأ",
    "contents": "المحتويات",
    "label-value": "{label}: {value}",
    "list-pair": "{first}، {second}",
    "page-of": "الصفحة {page} من {pages}",
    "storypage": "الصفحة {number}",
    "strength/must": "يجب",
    "strength/should": "ينبغي",
    "strength/may": "يمكن",
    "field/who": "الجهات",
    "field/risks": "المخاطر",
    "field/ages": "الأعمار",
    "field/instruments": "الصكوك",
    "field/adaptation": "المواءمة الوطنية",
    "field/characters": "مع",
    "who/legislature": "البرلمان",
    "who/dpa": "سلطة حماية البيانات",
    "risks/met.flattery": "الاستدراج",
    "class/met": "الاتصال",
    "ages/all": "كل الأعمار",
    "ages/b": "من 9 إلى 12 سنة",
    "article": "{instrument}، المادة {article}",
    "adaptation/localise": "يستكمل وطنيا",
    "urgency/now": "تصرف الآن",
    "part/signs": "العلامات",
    "part/together": "معا",
    "part/picture": "ما تظهره الصورة",
    "table": "الجدول",
    "figure": "الشكل",
    "variable/helpline.number": "خط مساعدة الطفل",
    "variable-unset": "يستكمل في الطبعة الوطنية",
    "variable/curriculum.link": "المنهج",
    "topic/baseline.law": "القوانين",
    "part/does": "ما تفعله",
    "part/needs": "ما تحتاج إليه",
    "part/evidence": "ما يثبته",
    "part/shows": "ما تظهره",
    "part/listen": "أنصت إلى",
    "part/avoid": "ما يحسن تركه",
    "part/materials": "ما يلزم",
    "part/access": "سبل للجميع",
    "part/aim": "الهدف",
    "part/watch": "ما ينتبه إليه",
    "part/accommodate": "كيف يواءم",
    "part/answers": "الإجابات",
    "part/back": "الوجه الآخر",
    "part/symbol": "الرسم",
    "part/setting": "المكان والزمان",
    "part/description": "الوصف الصوتي",
    "part/sign": "لغة الإشارة",
    "field/works-with": "تعمل مع",
    "field/supports": "تتبع",
    "field/minutes": "الوقت",
    "field/seconds": "المدة",
    "field/group": "معا",
    "field/offline": "بلا اتصال",
    "minutes": "{number} دقيقة",
    "seconds": "{number} ثانية",
    "group/pair": "في ثنائيات",
    "offline/yes": "نعم",
    "kind/illustrative": "حالة متخيلة",
    "suit/see": "أرى",
    "card-kind/situation": "موقف",
    "talk": "بداية للحديث",
    "teachernote": "ملاحظة للكبار: {title}",
    "quiz": "السؤال {number}",
    "best-answer": "اختيار جيد",
    "other-answer": "فكر مرة أخرى",
    "line-spoken": "{name}: {text}",
    "line-spoken-how": "{name} ({how}): {text}",
    "narrator": "الراوي",
    "ages/a": "من 5 إلى 8 سنوات",
    "no-advice": "هذا نص للاختبار ولا ينصح أحدًا.",
    "language": "اللغة",
    "version": "الإصدار",
}

KITCHEN_SINK = {path.stem: path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("sink/*.rst")}
"""One text for each language that uses everything authors may write, by its tag."""

_FACTS = ("bidi", "rtl", "bidiVisual", "b", "i", "tblHeader", "pageBreakBefore")
_SKIPPED = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblGrid", "bookmarkEnd")


def outline(block: _Element, depth: int = 0) -> Iterator[str]:
    """Yield one line per element: what it is, what matters about it, and its text."""
    tag = etree.QName(block).localname
    if tag in _SKIPPED:
        return
    if tag == "instrText":
        yield "  " * depth + repr(block.text)
        return
    yield "  " * depth + " ".join([tag, *_facts(block, tag)])
    if tag != "drawing":
        for is_text, children in itertools.groupby(block, key=lambda child: child.tag in _WRITTEN):
            if is_text:
                yield "  " * (depth + 1) + repr("".join(child.text or NO_BREAK_HYPHEN for child in children))
            else:
                for child in children:
                    yield from outline(child, depth + 1)


def _facts(block: _Element, tag: str) -> Iterator[str]:
    for name in ("anchor", "name", "fldCharType", *(["id"] if tag == "footnoteReference" else [])):
        if found := block.get(W + name):
            yield found
    if block.get(qualified("r:id")):
        yield "external"
    properties = block.find(f"{W}{tag}Pr")
    for child in properties if properties is not None else ():
        yield from _fact(child)


def _fact(child: _Element) -> Iterator[str]:
    name, setting = etree.QName(child).localname, child.get(W + "val")
    if name in ("pStyle", "rStyle", "tblStyle"):
        yield str(setting)
    elif name == "numPr":
        yield f"level={child[0].get(W + 'val')} list={child[1].get(W + 'val')}"
    elif name == "lang":
        yield " ".join(f"lang={language}" for language in child.attrib.values())
    elif name == "ind":
        yield f"indent={child.get(W + 'left')}"
    elif name == "gridSpan":
        yield f"span={setting}"
    elif name == "vMerge":
        yield f"merge={setting or 'continue'}"
    elif name == "vertAlign":
        yield str(setting)
    elif name == "rFonts":
        yield f"hint={child.get(W + 'hint')}"
    elif name in _FACTS:
        yield f"not-{name}" if setting == "0" else name


def part(path: Path, name: str) -> _Element:
    """Return the root of one part of a Word file."""
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def names(path: Path) -> list[str]:
    """Return the members of a Word file, in order."""
    with zipfile.ZipFile(path) as package:
        return package.namelist()


def words(block: _Element) -> str:
    """Return the text of an element."""
    return "".join("-" if text.tag == W + "noBreakHyphen" else text.text or "" for text in block.iter(*_WRITTEN))
