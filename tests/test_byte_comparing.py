"""What the trial calls the same is the same, to the last byte."""

from tests.byte_comparing import HEADER, Difference, differences

CATALOG = """\
msgid ""
msgstr ""
"Language: pt\\n"

#. Read by: Growers.
msgid "One."
msgstr "Um."

msgctxt "a"
msgid ""
"Two "
"lines."
msgstr "Duas."
"""


def changed(old: str, new: str) -> list[Difference]:
    return differences(CATALOG.encode(), CATALOG.replace(old, new).encode())


def test_the_same_bytes_are_no_difference() -> None:
    assert changed("", "") == []


def test_a_changed_line_is_named_with_the_text_of_its_entry() -> None:
    assert changed('"Um."', '"Um!"') == [Difference("One.", ('msgstr "Um."',), ('msgstr "Um!"',))]


def test_a_comment_a_space_and_a_line_wrapped_anew_are_differences() -> None:
    assert [each.text for each in changed("Growers.\n", "Growers. \n")] == ["One."]
    assert [each.text for each in changed('"Two "\n"lines."', '"Two lines."')] == ["Two lines."]


def test_a_line_of_the_header_is_one_of_the_header() -> None:
    assert changed('pt\\n"', 'pt\\n"\n"X-Generator: W\\n"') == [Difference(HEADER, (), ('"X-Generator: W\\n"',))]


def test_an_entry_that_has_gone_is_a_difference() -> None:
    [gone] = changed('#. Read by: Growers.\nmsgid "One."\nmsgstr "Um."\n\n', "")

    assert (gone.text, len(gone.gone), gone.came) == ("One.", 3, ())
