#!/usr/bin/env bash
# Builds the site: the reference and all documents, into build/site.
# Open build/site/index.html in a browser; no server is needed, and the search works offline.
. "$(dirname "${BASH_SOURCE[0]}")/lib/setup.sh"

usage='usage: scripts/docs.sh
Builds the reference and all documents into build/site; open build/site/index.html.'
case ${1:-} in
  '') ;;
  -h | --help) printf '%s\n' "$usage"; exit 0 ;;
  *) give_up "$usage" ;;
esac

need doxygen python3

site=build/site
rm -rf "$site" build/site-xml
mkdir -p "$site" build/site-xml
CTGRAD_VERSION=$(sed -n 's/#define CTGRAD_VERSION_[A-Z]* //p' include/ctgrad/version.hpp |
  paste -sd.)
export CTGRAD_VERSION CTGRAD_DOCS_OUTPUT=$site CTGRAD_DOCS_HTML=YES CTGRAD_DOCS_XML=YES
export CTGRAD_DOCS_LOG=build/site-warnings.txt

show_warnings() { local code=$?; cat "$CTGRAD_DOCS_LOG" >&2; return "$code"; }
build() { doxygen docs/Doxyfile || show_warnings; }

step "reference and pages" build
rm -rf build/site-xml && mv "$site/xml" build/site-xml
find docs -name '*.svg' -exec cp {} "$site" ';'
step "pages of sources" python3 docs/site.py sources "$site"
python3 docs/site.py mend "$site"
step "links" python3 docs/site.py links "$site"
python3 docs/site.py coverage build/site-xml
say "open $site/index.html"
