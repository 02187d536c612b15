"""Translators are told who reads a message, how old they are, and what the text must keep to."""

from __future__ import annotations

from builders.translating.update_command import make_templates

PAGE = """
    Everybody reads this.

    .. audience:: inventors plan-makers

       Two editions read this.

       .. keymessage:: key-gen-001
          :audience: inventors

          One edition reads this.

    .. card:: crd-gen-001
       :title: A card
       :suit: see
       :kind: power

       Front.

       :back: Back.
       :symbol: A sun.

    .. talk:: tlk-gen-001
       :ages: a, b

       “Show me.”

       :listen: Pride.
       :avoid: Nothing.
    """


def advice(project) -> dict[str, tuple[str, ...]]:
    made = project(PAGE, key_gen_001="keymessage", crd_gen_001="card", tlk_gen_001="talk")
    return {entry.msgid: entry.extracted for entry in make_templates(made.settings)["shared"].entries}


def test_a_message_names_the_editions_that_carry_it(project) -> None:
    found = advice(project)

    assert found["Everybody reads this."] == ("Read by: Plan-makers, Inventors, People and neighbours, Cubs.",)
    assert found["Two editions read this."] == ("Read by: Plan-makers, Inventors.",)
    assert found["One edition reads this."][-1] == "Read by: Inventors."


def test_a_message_names_its_limits_and_the_age_of_its_readers(project) -> None:
    found = advice(project)

    assert found["Front."][0] == "Front of a play card: about 20 words."
    assert found["Front."][-1] == "Ages: 9 to 12 years."
    assert found["“Show me.”"][-1] == "Ages: 5 to 8 years, 9 to 12 years."
    assert not any("Ages" in line for line in found["Everybody reads this."])
