#!/bin/sh
# Merges BASE into the branch that is checked out, catalogs message by message, and brings them up to date.
# merge.sh BASE. Where two people have translated the same message, it ends with 1 and says which; nothing is committed.
set -eu
: "${COP:=.venv/bin/cop}"
"$COP" merge-po --install
if ! git merge --no-edit "$1"; then
  git diff --name-only --diff-filter=U
  git merge --abort
  exit 1
fi
"$COP" update
git add -- locale
git diff --cached --quiet || git commit -q -m "translations: the catalogs are up to date with the text"
