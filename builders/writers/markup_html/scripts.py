"""Episodes as HTML: scripts that can be read, played and filmed."""

# ruff: noqa: N802 - docutils finds a visitor by the name of the node's class.

from __future__ import annotations

from docutils import nodes

from builders.editions.attributes import EPISODE_ATTRIBUTES, in_reading_order
from builders.markup.blocks.episode import NARRATOR, Episode, Line, Scene
from builders.writers.markup_html.attributes import person_html
from builders.writers.markup_html.blocks import begins_run, ends_run
from builders.writers.markup_html.practice import body_and_parts
from builders.writers.markup_html.quizzes import QuizTranslator


class ScriptTranslator(QuizTranslator):
    """Writes episodes, their scenes, and who says what."""

    def visit_Episode(self, node: Episode) -> None:
        title, *rest = node.children
        self.body.append(self.starttag(node, "section", CLASS="block episode"))
        self.write([title])
        self.write_rows(self.rows(node, EPISODE_ATTRIBUTES), style="facts")
        self.write(rest)
        self.body.append("</section>\n")
        raise nodes.SkipNode

    def visit_Scene(self, node: Scene) -> None:
        node.children = in_reading_order(node)
        self.body.append(self.starttag(node, "section", CLASS="block scene"))

    def depart_Scene(self, node: Scene) -> None:
        self.body.append("</section>\n")

    def visit_Line(self, node: Line) -> None:
        spoken, parts = body_and_parts(node.children)
        name = f'<b class="speaker">{self.speaker(node)}</b>'
        text = self.phrase(spoken)
        if parts:
            how = f'<i class="delivery">{self.phrase(parts[0].children)}</i>'
            line = self.labels.fill("line-spoken-how", name=name, how=how, text=text)
        else:
            line = self.labels.fill("line-spoken", name=name, text=text)
        if begins_run(node):
            self.body.append('<ul class="script" role="list">\n')
        self.body.append(f"{self.starttag(node, 'li', '', CLASS='line')}{line}</li>\n")
        if ends_run(node):
            self.body.append("</ul>\n")
        raise nodes.SkipNode

    def speaker(self, line: Line) -> str:
        """Return the name of who speaks *line*."""
        (who,) = line["who"]
        if who == NARRATOR:
            return self.label(NARRATOR)
        return person_html(who, self.unit, self.guidelines)
