"""Fills in a sheet as a person does in LibreOffice: opens it, writes into cells of its table, saves it as DOCX.

A program of its own, for the Python that LibreOffice has: SHEET, then a JSON file with what is written beside which
translation, and a folder for the settings.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def connected(pipe: str):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not answer")


def fill(path: Path, answers: dict[str, list[str]], context) -> None:
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    book = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))
    table = book.TextTables.getByIndex(0)
    for row in range(1, table.Rows.Count):
        found = answers.get(table.getCellByPosition(2, row).String)
        for column, words in zip((3, 4), found or (), strict=False):
            table.getCellByPosition(column, row).String = words
    book.storeToURL(path.as_uri(), (PropertyValue("FilterName", 0, "MS Word 2007 XML", 0),))
    book.close(True)
    desktop.terminate()


def main(sheet: str, answers: str, home: str) -> None:
    path, pipe = Path(sheet).resolve(), f"sheet{Path(home).name}"
    options = [f"-env:UserInstallation={Path(home).resolve().as_uri()}", "--headless", "--norestore", "--nologo"]
    office = subprocess.Popen(["soffice", *options, f"--accept=pipe,name={pipe};urp"])
    try:
        fill(path, json.loads(Path(answers).read_text(encoding="utf-8")), connected(pipe))
        office.wait(timeout=60)
    finally:
        office.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
