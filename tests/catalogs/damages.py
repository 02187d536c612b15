"""Ways to damage a catalog: what editors, transfers, merges, disks and people do to files."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Damage = Callable[[Random, list[bytes]], list[bytes] | bytes]


def delete_lines(random: Random, lines: list[bytes]) -> list[bytes]:
    place = random.randrange(len(lines))
    return lines[:place] + lines[place + random.choice((1, 1, 1, 2, 5)) :]


def repeat_lines(random: Random, lines: list[bytes]) -> list[bytes]:
    start, end = _range(random, lines)
    return lines[:end] + lines[start:end] + lines[end:]


def move_lines(random: Random, lines: list[bytes]) -> list[bytes]:
    start, end = _range(random, lines)
    rest = lines[:start] + lines[end:]
    place = random.randrange(len(rest) + 1)
    return rest[:place] + lines[start:end] + rest[place:]


def swap_lines(random: Random, lines: list[bytes]) -> list[bytes]:
    one = random.randrange(len(lines))
    two = random.choice((one + 1, random.randrange(len(lines)))) % len(lines)
    swapped = list(lines)
    swapped[one], swapped[two] = lines[two], lines[one]
    return swapped


def join_lines(random: Random, lines: list[bytes]) -> list[bytes]:
    place = random.randrange(len(lines))
    return [*lines[:place], b"".join(lines[place : place + 2]), *lines[place + 2 :]]


def split_line(random: Random, lines: list[bytes]) -> list[bytes]:
    place = random.randrange(len(lines))
    cut = random.randrange(len(lines[place]) + 1)
    return [*lines[:place], lines[place][:cut], lines[place][cut:], *lines[place + 1 :]]


def cut_end(random: Random, lines: list[bytes]) -> bytes:
    data = b"\n".join(lines)
    return data[: _place(random, data)]


def cut_beginning(random: Random, lines: list[bytes]) -> bytes:
    data = b"\n".join(lines)
    return data[_place(random, data) :]


def cut_middle(random: Random, lines: list[bytes]) -> bytes:
    data = b"\n".join(lines)
    start = _place(random, data)
    return data[:start] + data[start + random.choice((1, 3, 20, 200)) :]


def flip_bit(random: Random, lines: list[bytes]) -> bytes:
    data = b"\n".join(lines)
    place = _place(random, data)
    return data[:place] + bytes(each ^ 1 << random.randrange(8) for each in data[place : place + 1]) + data[place + 1 :]


def insert_byte(random: Random, lines: list[bytes]) -> bytes:
    return _inserted(random, lines, bytes([random.randrange(256)]))


def fill_with_nulls(random: Random, lines: list[bytes]) -> bytes:
    """Do what a power cut does to a file that was not on the disk yet."""
    data = b"\n".join(lines)
    start = _place(random, data)
    return data[:start] + bytes(min(512, len(data) - start))


CHARACTERS = (
    '"\\#~|,.: \t\n\r<=>[]0nt«é’的م'
    "\u00a0\u2028\u2029\u0085\u200b\u200f\u00ad\ufeff\ufffd\x00\x0b\x0c\x1c\x7f\ue000\U0001f600"
)


def insert_character(random: Random, lines: list[bytes]) -> bytes:
    return _inserted(random, lines, random.choice(CHARACTERS).encode())


def replace_character(random: Random, lines: list[bytes]) -> bytes:
    text = b"\n".join(lines).decode(errors="surrogateescape")
    place = random.randrange(len(text) + 1)
    new = text[:place] + random.choice(CHARACTERS) + text[place + 1 :]
    return new.encode(errors="surrogateescape")


def replace_escape(random: Random, lines: list[bytes]) -> bytes:
    return _replaced(
        random, lines, rb'\\["\\nt]', random.choice((b"\\", b"\\r", b"\\a", b"\\x41", b"\\101", b"\\\\", b""))
    )


def damage_quotes(random: Random, lines: list[bytes]) -> bytes:
    return _replaced(
        random, lines, rb'"', random.choice((b"", b'""', b'\\"', "“".encode(), "«".encode(), b"'", b'" "'))
    )


def damage_keyword(random: Random, lines: list[bytes]) -> bytes:
    keywords = (
        b"msgid",
        b"msgstr",
        b"msgctxt",
        b"msgid_plural",
        b"msgstr[0]",
        b"msgstr[1]",
        b"MSGID",
        b"msg",
        b"",
        b"domain",
    )
    return _replaced(random, lines, rb"msg(?:id|str|ctxt)", random.choice(keywords))


def damage_mark(random: Random, lines: list[bytes]) -> bytes:
    marks = (b"", b"#", b"##", b"# ", b"#~", b"#~|", b"#|", b"#,", b"#.", b"#:", b"#!", b"#~~", b"# ~", b"#=")
    return _replaced(random, lines, rb"(?m)^#[~|,.:]*", random.choice(marks))


def mark_lines(random: Random, lines: list[bytes]) -> list[bytes]:
    """Comment lines out, or make them obsolete, as people do by hand."""
    start, end = _range(random, lines)
    mark = random.choice((b"#~ ", b"#~", b"# ", b"#", b"#| ", b"#~| ", b"//", b"\t", b"  "))
    return [*lines[:start], *(mark + line for line in lines[start:end]), *lines[end:]]


LINES = (
         b"#~", b"#~ ", b"#|", b"#,", b"#, fuzzy", b"#, fuzzy, , c-format", b"#,fuzzy", b"#, no-wrap, range: 0..3",
    b"#.", b"#:", b"#", b"#: a b.c:3", "#: \u2068a b.rst\u2069:3".encode(), '#: \u2068a b.rst'.encode(),
    b'#| msgid "old"', b'#~| msgid "old"', b'#| msgctxt "x"', b'#| "more"', b'#~ "more"', b'"more"', b'""',
    b'#~ msgid "a"', b'#~ msgstr "b"', b'msgid "a"', b'msgstr "b"', b'msgctxt "c"', b'msgctxt ""', b'msgid ""',
    b'msgstr ""', b'msgid_plural "as"', b'msgstr[0] "b"', b'msgstr[1] "bs"', b'#| msgid_plural "as"',
    b'domain "other"', b"prose of a translator", b"\t", b"   ", b"\xc2\xa0", b"", b"#\tnote", b"#note", b"# msgid",
    b"\xef\xbb\xbf", b"msgid", b'msgid"x"', b'msgid\t"x"', b'msgid  "x"', b'msgstr "x" "y"', b'msgid "\\',
    b"msgid 'x'", b'"Content-Type: text/plain; charset=latin-1\\n"', b'"Language: de\\n"',
    b"#-*- coding: latin-1 -*-", b'#~ msgid "a" #~ msgstr "b"', b'#, fuzzy msgid "a"', b'"a"#', b'"a" # b',
    b"#~ # note", b"#~ #, fuzzy",
)  # fmt: skip


def insert_line(random: Random, lines: list[bytes]) -> list[bytes]:
    place = random.randrange(len(lines) + 1)
    return [*lines[:place], random.choice(LINES), *lines[place:]]


def leave_conflict(random: Random, lines: list[bytes]) -> list[bytes]:
    """Leave what a merge leaves that nobody has finished."""
    start, end = _range(random, lines)
    marks = [b"<<<<<<< HEAD", b"=======", b">>>>>>> theirs"]
    if random.random() < 0.3:
        marks[random.randrange(3)] = random.choice((b"", b"||||||| base", b"<<<<<<<", b"=========", b"<<<<<< HEAD"))
    return [*lines[:start], marks[0], *lines[start:end], marks[1], *lines[start:end], marks[2], *lines[end:]]


def end_lines_otherwise(random: Random, lines: list[bytes]) -> bytes:
    end = random.choice((b"\r\n", b"\r", b"\n\r", b"\x0b", b"\x0c", "\u2028".encode(), "\u0085".encode()))
    place = random.choice((0, 0, random.randrange(len(lines))))
    return end.join([b"\n".join(lines[: place + 1]), *lines[place + 1 :]])


def encode_otherwise(random: Random, lines: list[bytes]) -> bytes:
    text = b"\n".join(lines).decode(errors="replace")
    codec = random.choice(
        ("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1", "cp1251", "cp1256", "gb18030", "koi8-r", "utf-7")
    )
    return text.encode(codec, errors="replace")


def encode_twice(random: Random, lines: list[bytes]) -> bytes:
    """Do what a program does that takes UTF-8 for Latin 1: valid text, but not what was written."""
    return b"\n".join(lines).decode("latin-1").encode("utf-8")


HEADS = (b'msgctxt "x"\nmsgid ""', b'msgid "x"', b'#~ msgid ""', b'#, fuzzy\nmsgid ""', b"#~ ", b"")


def damage_header(random: Random, lines: list[bytes]) -> bytes:
    fields = (
        b"", b"charset=", b"charset=ASCII", b"charset=UTF8", b"charset=utf-8", b"charset=latin-1", b"charset=CHARSET",
        b"charset=UTF-8; charset=UTF-8", b"charset = UTF-8", b"Charset=UTF-8", b"charset=UTF-8 ", b"charset=UTF-8;",
    )  # fmt: skip
    pattern, choices = random.choice((
        (rb"charset=[\w-]+", fields),
        (rb"Content-Type: ", (b"", b"Content-Type:", b"content-type: ", b"Content-Typ: ", b"X: \\nContent-Type: ")),
        (rb"text/plain; ", (b"", b"text/plain ", b"text/html; ")),
        (rb'\\n"', (b'"', b'\\n\\n"', b'\\r\\n"')),
        (rb'\Amsgid ""|\nmsgid ""', tuple(b"\n" + new for new in HEADS)),
    ))  # fmt: skip
    return _replaced(random, lines, pattern, random.choice(choices), only_first=True)


def _entries(lines: list[bytes]) -> list[bytes]:
    return b"\n".join(lines).split(b"\n\n")


def repeat_entry(random: Random, lines: list[bytes]) -> bytes:
    """Let a message stand twice, as it is, with another translation, or obsolete as well."""
    entries = _entries(lines)
    copy = random.choice(entries)
    kind = random.randrange(4)
    if kind == 1:
        copy = re.sub(rb'msgstr "', b'msgstr "x', copy)
    elif kind == 2:
        copy = re.sub(rb'(?m)^(msg|")', rb"#~ \1", copy)
    elif kind == 3:
        copy = re.sub(rb"(?m)^#~ ", b"", copy)
    place = random.randrange(len(entries) + 1)
    return b"\n\n".join([*entries[:place], copy, *entries[place:]])


def delete_entry(random: Random, lines: list[bytes]) -> bytes:
    entries = _entries(lines)
    del entries[random.randrange(len(entries))]
    return b"\n\n".join(entries)


def swap_entries(random: Random, lines: list[bytes]) -> bytes:
    entries = _entries(lines)
    random.shuffle(entries)
    return b"\n\n".join(entries)


def drop_context(random: Random, lines: list[bytes]) -> list[bytes]:
    places = [number for number, line in enumerate(lines) if b"msgctxt" in line] or [0]
    place = random.choice(places)
    if random.random() < 0.3:
        return [line for line in lines if b"msgctxt" not in line]
    return lines[:place] + lines[place + 1 :]


def add_plural(random: Random, lines: list[bytes]) -> bytes:
    made = rb'msgid_plural "as"\nmsgstr[0]' if random.random() < 0.7 else rb"msgstr[0]"
    return _replaced(random, lines, rb"(?m)^msgstr", made)


def drop_blank_lines(random: Random, lines: list[bytes]) -> list[bytes]:
    share = random.choice((0.2, 1))
    return [line for line in lines if line.strip() or random.random() > share]


def add_blank_lines(random: Random, lines: list[bytes]) -> list[bytes]:
    places = {random.randrange(len(lines)) for _ in range(random.choice((1, 1, 4)))}
    blank = random.choice((b"", b"", b" ", b"\t", b"\xc2\xa0", b"\x0c"))
    return [each for number, line in enumerate(lines) for each in ((blank, line) if number in places else (line,))]


def indent(random: Random, lines: list[bytes]) -> list[bytes]:
    space = random.choice((b" ", b"\t", b"\xc2\xa0", "\u3000".encode(), "\u2003".encode()))
    place = random.randrange(len(lines))
    line = random.choice((space + lines[place], lines[place] + space, lines[place].replace(b" ", space, 1)))
    return [*lines[:place], line, *lines[place + 1 :]]


DAMAGES: tuple[Damage, ...] = (
    delete_lines, repeat_lines, move_lines, swap_lines, join_lines, split_line, cut_end, cut_beginning, cut_middle,
    flip_bit, insert_byte, fill_with_nulls, insert_character, replace_character, replace_escape, damage_quotes,
    damage_keyword, damage_mark, mark_lines, insert_line, leave_conflict, end_lines_otherwise, encode_otherwise,
    encode_twice, damage_header, repeat_entry, delete_entry, swap_entries, drop_context, add_plural, drop_blank_lines,
    add_blank_lines, indent,
)  # fmt: skip


def _range(random: Random, lines: list[bytes]) -> tuple[int, int]:
    start = random.randrange(len(lines))
    return start, start + random.choice((1, 2, 3, 8))


def _inserted(random: Random, lines: list[bytes], new: bytes) -> bytes:
    data = b"\n".join(lines)
    place = random.randrange(len(data) + 1)
    return data[:place] + new + data[place:]


def _replaced(random: Random, lines: list[bytes], pattern: bytes, new: bytes, *, only_first: bool = False) -> bytes:
    data = b"\n".join(lines)
    found = list(re.finditer(pattern, data))
    if not found:
        return data
    match = found[0] if only_first else random.choice(found)
    return data[: match.start()] + new + data[match.end() :]


def _place(random: Random, data: bytes) -> int:
    return random.randrange(max(1, len(data)))
