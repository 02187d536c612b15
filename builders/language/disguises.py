"""Addresses in any disguise: full-width, spelled out, broken up, glued to other letters."""

import re
import unicodedata
from functools import lru_cache

_STOPS = str.maketrans(dict.fromkeys("。．｡․", ".") | {"＠": "@", "﹫": "@", "∕": "/", "⁄": "/", "：": ":"})
_DOT = r"(?:\s*[\[({<]\s*(?:\.|dot|point|punto|точка|نقطة|点|點)\s*[\])}>]\s*|\s(?:dot|point|punto|точка|نقطة)\s|\s?[点點]\s?)"
_AT = r"(?:\s*[\[({<]\s*(?:@|at|arobase|arroba|собака|آت)\s*[\])}>]\s*|\s(?:at|arobase|arroba|собака)\s)"
_SPELLED_DOT = re.compile(rf"(?<=[a-z0-9]){_DOT}(?=[a-z0-9])", re.IGNORECASE)
_SPELLED_AT = re.compile(rf"(?<=[a-z0-9]){_AT}(?=[a-z0-9-]+\.[a-z])", re.IGNORECASE)
_BROKEN = re.compile(r"(?<=[a-z0-9])\s?\.\s?(?=(?:com|org|net|info|edu|gov|int|app|io)(?![a-z0-9]))", re.IGNORECASE)
_MAY_SHOW = re.compile(r"[.@/:#。．｡․＠﹫：／点點]|dot|point|punto|точка|نقطة|xn--", re.IGNORECASE)
_NAME = r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?"
_ENDINGS = (
    "com|org|net|int|edu|gov|info|biz|app|dev|xyz|online|site|shop|store|top|club|live|link|page|chat|help|care|fun|"
    "cloud|social|media|news|world|tech|space|website|example|test|local|onion|me|gg|ly|be|co|io|tv|to|cc|ai|us|uk|eu|"
    "fr|de|es|ru|su|cn|hk|tw|ch|ca|mx|ar|cl|pe|ma|tn|dz|eg|sa|ae|qa|jo|lb|br|pt|it|nl|pl|ua|by|kz|in|jp|kr|au|nz|za|ke|ng"
)
_ADDRESS = re.compile(
    rf"""(?P<mail> (?<![a-z0-9.+-])[a-z0-9._+-]{{1,64}}@{_NAME}(?:\.{_NAME})*)
      | (?P<scheme> (?<![a-z0-9])(?:h(?:tt|xx)ps?|ftp|tel|sms|mailto|tg|whatsapp|intent)\s?:\s?/{{0,2}}\s?(?=[^\s/])[!-~]+)
      | (?P<name> (?<![a-z0-9.@-])(?:www\.[!-~]+ | (?:{_NAME}\.)+(?:xn--[a-z0-9-]+|{_ENDINGS})(?![a-z0-9-])(?:[/?\#][!-~]*)?
          | (?:{_NAME}\.)+[a-z]{{2,24}}/[!-~]* ))
      | (?P<number> (?<![\d.])\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?![\d.])(?:[:/][!-~]*)? )
      | (?P<other> (?<![\w.])[\w-]+\.(?:рф|рус|онлайн|сайт|дети|中国|中國|公司|网络|网址|在线|شبكة|موقع|السعودية|امارات|مصر)(?!\w) )
      | (?P<handle> (?<![\w@.])@[\w.]{{2,32}} )""",
    re.VERBOSE | re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"[a-zà-ÿ]+\.[A-ZÀ-Þ]")
"""A space that is missing between two sentences makes no address."""


@lru_cache(maxsize=1 << 15)
def shown_addresses(text: str) -> dict[str, str]:
    """Return what readers of *text* take for addresses, as it stands in the bare text, each with its plain form."""
    if not _MAY_SHOW.search(text):
        return {}
    bare = _bare(text)
    found = (match[0].rstrip(".,;:!?)]}'\"") for match in _ADDRESS.finditer(bare) if not _is_none(match))
    return {stands: plain_address(stands) for stands in found}


def plain_address(address: str) -> str:
    """Return *address* as two of them are compared: without scheme, in small letters, without a slash at its end."""
    bare = re.sub(r"^(?:[a-z]+\s?:\s?/{0,2}\s?)?(?:www\.)?", "", _bare(address).lower())
    return bare.rstrip("/.")


def _bare(text: str) -> str:
    bare = unicodedata.normalize("NFKC", text.translate(_STOPS)) if not text.isascii() else text
    bare = _SPELLED_AT.sub("@", _SPELLED_DOT.sub(".", bare))
    return _BROKEN.sub(".", bare)


def _is_none(match: re.Match[str]) -> bool:
    """Whether *match* is two words with a full stop between them: “fin.Il”."""
    return match.lastgroup == "name" and _SENTENCE_START.fullmatch(match[0][: match[0].find(".") + 2]) is not None
