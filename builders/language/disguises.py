"""Addresses in any disguise: full-width, spelled out, broken up, glued to other letters."""

import re
import unicodedata
from functools import lru_cache

_MARKS = str.maketrans(dict.fromkeys("。．｡․", ".") | dict.fromkeys("＠﹫", "@") | {"∕": "/", "⁄": "/", "：": ":"})
_DOT, _AT = "dot|point|punto|точка|نقطة|点|點", "at|arobase|arroba|собака|آت"
_SURE = "com|org|net|info|edu|gov|int|app|io"
_SPELLED = (
    (re.compile(rf"(?<=[a-z0-9])\s*[\[({{<]\s*(?:\.|{_DOT})\s*[\])}}>]\s*(?=[a-z0-9])", re.IGNORECASE), "."),
    (re.compile(rf"(?<=[a-z0-9])\s(?:\.|{_DOT})\s?(?=(?:{_SURE})(?![a-z0-9]))", re.IGNORECASE), "."),
    (re.compile(r"(?<=[a-z0-9])[点點](?=[a-z])", re.IGNORECASE), "."),
    (re.compile(rf"(?<=[a-z0-9])\s*[\[({{<]\s*(?:@|{_AT})\s*[\])}}>]\s*(?=[a-z0-9])", re.IGNORECASE), "@"),
    (re.compile(rf"(?<=[a-z0-9])[\s_](?:{_AT})[\s_](?=[a-z0-9-]+\.[a-z])", re.IGNORECASE), "@"),
)
"""What people write for a point and an at sign so that programs do not see an address."""
_MAY_SHOW = re.compile(rf"[.@/:#。．｡․＠﹫：／]|{_DOT}|xn--", re.IGNORECASE)
_NAME = r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?"
_ENDINGS = (
    "com|org|net|int|edu|gov|info|biz|app|dev|xyz|online|site|shop|store|top|club|live|link|page|chat|help|care|fun|"
    "cloud|social|media|news|world|tech|space|website|example|test|local|onion|me|gg|ly|be|co|io|tv|to|cc|ai|us|uk|eu|"
    "fr|de|es|ru|su|cn|hk|tw|ch|ca|mx|ar|cl|pe|ma|tn|dz|eg|sa|ae|qa|jo|lb|br|pt|it|nl|pl|ua|by|kz|in|jp|kr|au|nz|za|ke|"
    "ng|arpa"
)
_OTHER_ENDINGS = "рф|рус|онлайн|сайт|дети|中国|中國|公司|网络|网址|在线|شبكة|موقع|السعودية|امارات|مصر"
_SCHEMES = r"(?:h(?:tt|xx)ps?|ftp|tg|whatsapp|intent)\s?:\s?/{1,2}\s?|(?:tel|sms|mailto):"
_ADDRESS = re.compile(
    rf"""(?<![a-z0-9.+-])[a-z0-9._+-]{{1,64}}@{_NAME}(?:\.{_NAME})*
      | (?<![a-z0-9])(?:{_SCHEMES})(?=[^\s/])[!-~]+
      | (?<![a-z0-9.@-])(?:
            www\.[!-~]+
          | (?P<name> (?:{_NAME}\.)+(?:xn--[a-z0-9-]+|{_ENDINGS})(?![a-z0-9-])(?:[/?\#][!-~]*)? )
          | (?:{_NAME}\.)+[a-z]{{2,24}}/[!-~]* )
      | (?<![\d.])\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?![\d.])(?:[:/][!-~]*)?
      | (?<![\w.])[\w-]+\.(?:{_OTHER_ENDINGS})(?!\w)
      | (?<![\w@.])@[\w.]{{2,32}}""",
    re.VERBOSE | re.IGNORECASE,
)
_TWO_SENTENCES = re.compile(r"[A-Za-zÀ-ÿ]+\.[A-ZÀ-Þ][a-zà-ÿ]*")
"""A space that is missing between two sentences makes no address: “fin.Il”."""


@lru_cache(maxsize=1 << 15)
def shown_addresses(text: str) -> dict[str, str]:
    """Return what readers of *text* take for addresses, as it stands in the bare text, each with its plain form."""
    if not _MAY_SHOW.search(text):
        return {}
    bare = _bare(text)
    sure = (match[0] for match in _ADDRESS.finditer(bare) if not (match["name"] and _TWO_SENTENCES.fullmatch(match[0])))
    return {stands: plain_address(stands) for stands in (address.rstrip(".,;:!?)]}'\"") for address in sure)}


def plain_address(address: str) -> str:
    """Return *address* as two of them are compared: without scheme, in small letters, without a slash at its end."""
    bare = re.sub(r"^(?:[a-z]+\s?:\s?/{0,2}\s?)?(?:www\.)?", "", _bare(address).lower())
    return bare.rstrip("/.")


def leads_to(shown: str, target: str) -> bool:
    """Whether *shown*, a plain address, is that of *target*, or the beginning of it."""
    return re.match(rf"{re.escape(shown)}(?:$|[/?#])", plain_address(target)) is not None


def _bare(text: str) -> str:
    bare = text if text.isascii() else unicodedata.normalize("NFKC", text.translate(_MARKS))
    for pattern, sign in _SPELLED:
        bare = pattern.sub(sign, bare)
    return bare
