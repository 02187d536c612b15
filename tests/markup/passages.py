"""Generated reStructuredText: whatever authors may write, one inside the other, every word a number of its own.

Words that translators change begin with ``w``, those that they leave as they are with ``k``, code with ``c``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from hypothesis import strategies as st

BOXES = ("attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "tip", "warning")
DEEPEST = 3


class Author:
    """Writes blocks as hypothesis draws them."""

    def __init__(self, draw: Callable[[st.SearchStrategy], object]) -> None:
        self._draw = draw
        self._numbers = count(1)
        self._notes: list[str] = []

    def page(self) -> str:
        """Return a page of sections, its footnotes at its end."""
        sections = [f"{self.title(mark)}\n\n{self.blocks(0)}" for mark in self.some(st.sampled_from("=-"), most=3)]
        return "\n\n".join([f"{self.word()}\n=====\n\n.. _place:\n", *sections, *self._notes]) + "\n"

    def some(self, strategy: st.SearchStrategy, *, most: int) -> list:
        return self._draw(st.lists(strategy, min_size=1, max_size=most))  # type: ignore[return-value]

    def one_of(self, *options: str) -> str:
        return self._draw(st.sampled_from(options))  # type: ignore[return-value]

    def word(self, kind: str = "w") -> str:
        return f"{kind}{next(self._numbers)}"

    def title(self, mark: str) -> str:
        return f"{self.inline()}\n{mark * 120}"

    def inline(self) -> str:
        """Return one line of running text that begins with a plain word."""
        kinds = self.some(st.sampled_from(list(INLINE)), most=3)
        return " ".join([self.word(), *(INLINE[kind](self) for kind in kinds)]) + "."

    def blocks(self, depth: int) -> str:
        """Return some blocks; an empty comment keeps each from becoming part of the one before."""
        leaves = [name for name in BLOCKS if depth < DEEPEST or name in LEAVES]
        kinds = self.some(st.sampled_from(leaves), most=2 if depth else 5)
        return "\n\n..\n\n".join(BLOCKS[kind](self, depth + 1) for kind in kinds)

    def note(self) -> str:
        name = f"note{len(self._notes)}"
        self._notes.append("")
        self._notes[int(name[4:])] = f".. [#{name}] {inside(f'{self.word()}.', 3).lstrip()}"
        return f"[#{name}]_"


def inside(text: str, columns: int) -> str:
    """Return *text* indented by *columns*."""
    return "\n".join(" " * columns + line if line else line for line in text.split("\n"))


def item(mark: str, text: str) -> str:
    """Return *text* as what *mark* begins."""
    return mark + inside(text, len(mark))[len(mark) :]


def list_of(mark: str) -> Callable[[Author, int], str]:
    return lambda author, depth: "\n\n".join(item(mark, author.blocks(depth)) for _ in author.some(st.none(), most=2))


def directive(author: Author, name: str, argument: str, options: str, *bodies: str) -> str:
    parts = [f".. {name}:: {argument}".rstrip() + options, *(inside(body, 3) for body in bodies)]
    return "\n\n".join(parts)


def table(author: Author, depth: int) -> str:
    cells = [[author.blocks(DEEPEST), author.inline()] for _ in range(2)]
    rows = [item("* - ", first) + "\n" + inside(item("- ", second), 2) for first, second in cells]
    return directive(
        author, "list-table", author.inline(), "\n   :header-rows: 1\n   :stub-columns: 1", "\n".join(rows)
    )


def grid(author: Author, depth: int) -> str:
    one, two, three = (author.word().ljust(8) for _ in range(3))
    line = "+----------+----------+"
    return "\n".join([line, f"| {one} | {two} |", line, f"| {three} and more   |", "+---------------------+"])


def picture(author: Author, depth: int) -> str:
    target = author.one_of("", "\n   :target: https://example.org/")
    options = f"\n   :alt: {author.word()}{target}\n   :width: 20%"
    if author.one_of("image", "figure") == "image":
        return directive(author, "image", "lamp.svg", options)
    return directive(author, "figure", "lamp.svg", options, author.inline(), author.blocks(DEEPEST))


def definitions(author: Author, depth: int) -> str:
    return f"{author.inline()}\n{inside(author.blocks(depth), 3)}"


def quotation(author: Author, depth: int) -> str:
    return inside(author.blocks(depth) + "\n\n" + author.word() + author.one_of("", f"\n\n-- {author.inline()}"), 3)


def lines(author: Author, depth: int) -> str:
    return f"| {author.inline()}\n|   {author.inline()}\n|\n| {author.word()}"


def boxes() -> Iterator[tuple[str, Callable[[Author, int], str]]]:
    for name in BOXES:
        yield name, lambda author, depth, name=name: directive(author, name, "", "", author.blocks(depth))


INLINE: dict[str, Callable[[Author], str]] = {
    "plain": lambda author: author.word(),
    "emphasis": lambda author: f"*{author.word()} {author.word()}*",
    "strong": lambda author: f"**{author.word()}**",
    "literal": lambda author: f"``{author.word('c')}  {author.word('c')}``",
    "sub": lambda author: f"{author.word()}\\ :sub:`{author.word('k')}`",
    "sup": lambda author: f"{author.word()}\\ :sup:`{author.word('k')}`",
    "abbr": lambda author: f":abbr:`{author.word('k')} ({author.word('k')})`",
    "doc": lambda author: f":doc:`{author.word()} <page>`",
    "ref": lambda author: f":ref:`{author.word()} <place>`",
    "link": lambda author: f"`{author.word()} <https://example.org/>`__",
}
BLOCKS: dict[str, Callable[[Author, int], str]] = {
    "paragraph": lambda author, depth: f"{author.inline()}\n{author.word()} {author.note()}",
    "bullets": list_of("* "),
    "numbers": list_of("#. "),
    "letters": lambda author, depth: item("a. ", author.blocks(depth)),
    "definitions": definitions,
    "fields": lambda author, depth: f":{author.inline()}:\n{inside(author.blocks(depth), 3)}",
    "short field": lambda author, depth: f":{author.word()}: {author.inline()}",
    "quotation": quotation,
    "lines": lines,
    "literal": lambda author, depth: f"{author.word()}::\n\n   {author.word('c')}\n     {author.word('c')}",
    "code-block": lambda author, depth: directive(author, "code-block", "text", "", author.word("c")),
    "rubric": lambda author, depth: directive(author, "rubric", author.inline(), ""),
    "admonition": lambda author, depth: directive(author, "admonition", author.inline(), "", author.blocks(depth)),
    "audience": lambda author, depth: directive(author, "audience", "inventors", "", author.blocks(depth)),
    "rst-class": lambda author, depth: f".. rst-class:: special\n\n{author.inline()}",
    "list-table": table,
    "grid": grid,
    "picture": picture,
    **dict(boxes()),
}
"""Ways to write a block."""

LEAVES = {"paragraph", "short field", "lines", "literal", "code-block", "rubric", "rst-class", "grid"}


@st.composite
def pages(draw: Callable[[st.SearchStrategy], object]) -> str:
    """A page of everything that authors may write."""
    return Author(draw).page()
