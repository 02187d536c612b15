"""The tests of the tools and of the text."""

import os
import sys

# Tests start many programs: what one of them has compiled, the next need not, whatever the machine is set to.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
