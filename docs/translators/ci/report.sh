#!/bin/sh
# Writes report.md: what the change costs translators, and what the checks find in translations that it changes.
# report.sh BASE, where BASE is the revision that the branch is to be merged into. Ends with 1 where something is refused.
set -u
base=$1 code=0
: "${COP:=.venv/bin/cop}"
{
  "$COP" impact "$base" || code=$?
  printf '\n## Checks of the translations that changed\n\n```text\n'
  "$COP" check --profile translation --since "$base" 2>&1 || code=$?
  printf '```\n\n## Where the translations stand\n\n```text\n'
  "$COP" status 2>&1 || code=$?
  printf '```\n'
} > report.md
cat report.md
[ "$code" -eq 0 ]
