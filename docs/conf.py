"""Sphinx settings of the documentation: sphinx-build -W -b html docs OUT."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE / "_ext"), str(HERE.parent)]

project = "COP Guidelines"
author = copyright = "the COP Guidelines contributors"
extensions = ["reference"]
exclude_patterns = ["authors/examples", "changes", "decisions", "kitchen-sink"]
html_theme = "alabaster"
html_theme_options = {
    "description": "How to write, translate, publish and change the guidelines",
    "page_width": "1120px",
    "show_powered_by": False,
}
html_copy_source = False
html_show_sphinx = False
nitpicky = True
smartquotes = False
