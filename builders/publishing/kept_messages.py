"""The messages of a unit as one text, so that a run that builds nothing need not read the source to count them."""

from collections.abc import Iterable

from builders.model.messages import Standing
from builders.model.progress import CountedMessage, Lack

_LACKS = (None, *Lack)


def as_text(messages: Iterable[CountedMessage]) -> str:
    """Return *messages* as a text of a line each: it is read for every artifact, and needed once a unit."""
    return "\n".join(map(_line, messages))


def from_text(text: str) -> list[CountedMessage]:
    """Return the messages that *text* holds."""
    fields = (line.split(maxsplit=5) for line in text.splitlines())
    return [
        CountedMessage(
            id=name,
            words=int(words),
            is_first=is_first == "1",
            standing=Standing(standing),
            lack=_LACKS[int(lack)],
            domain=domain,
        )
        for name, words, is_first, standing, lack, domain in fields
    ]


def _line(each: CountedMessage) -> str:
    lack = _LACKS.index(each.lack)
    return f"{each.id} {each.words} {int(each.is_first)} {each.standing.value} {lack} {each.domain}"
