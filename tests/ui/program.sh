#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# program.sh PROGRAM PLAN – the program itself opens a plan, shows its title, leaves when told to, and has
# nothing to complain of.
set -u
errors=$TMPDIR/errors
fail() { echo "$*"; cat "$errors"; exit 1; }

"$1" "$2" 2>"$errors" &
program=$!
title=
for _ in $(seq 600); do
  kill -0 $program 2>/dev/null || fail "the program ended by itself"
  for window in $(xprop -root _NET_CLIENT_LIST 2>/dev/null | grep -o '0x[0-9a-f]*'); do
    title=$(xprop -id "$window" _NET_WM_NAME 2>/dev/null)
  done
  case $title in *汐見原市*) break ;; esac
  sleep 0.05
done
case $title in *汐見原市*) ;; *) fail "no window with the plan's title, but: $title" ;; esac
gapplication action io.github.torikumi.Torikumi quit || fail "it does not listen"
wait $program || fail "it did not leave well: $?"
[ ! -s "$errors" ] || fail "it complained:"
