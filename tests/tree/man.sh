#!/usr/bin/env bash
# man.sh PAGE… - each manual page is set without a warning; a page with a fault is noticed.
set -eu
set_page() { LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$1" 2>&1 >/dev/null; }
broken=$(mktemp)
trap 'rm -f "$broken"' EXIT
printf '.TH X 1\n.SH NAME\n.no-such-request\n' >"$broken"
[ -n "$(set_page "$broken")" ] || { echo "man.sh: a fault is not noticed"; exit 1; }
for page; do
  said=$(set_page "$page")
  [ -z "$said" ] || { printf '%s: %s\n' "$page" "$said"; exit 1; }
done
