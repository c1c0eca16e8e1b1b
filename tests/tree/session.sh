#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# session.sh SESSION – the private desktop for tests is private, Japanese, passes on the exit status,
# and leaves no process and no folder behind.
set -u
session=$1
fail() { echo "$*"; exit 1; }

seen=$(G_DEBUG=fatal-warnings LANGUAGE=en DISPLAY=:987 "$session" sh -c '
  setsid sleep 600 >/dev/null 2>&1 &
  echo "$TORI_SESSION $! $G_DEBUG $LANGUAGE $(date -d 2017-04-01 +%B) $(xprop -root _NET_SUPPORTING_WM_CHECK | grep -c "window id")"
  case $HOME$XDG_RUNTIME_DIR$TMPDIR in "$TORI_SESSION"/*"$TORI_SESSION"/*"$TORI_SESSION"/*) exit 7 ;; esac')
[ $? = 7 ] || fail "the status of the command was not passed on, or a folder is not private: $seen"
root=${seen%% *} rest=${seen#* } stray=${rest%% *} rest=${rest#* }
[ "$rest" = "fatal-warnings ja 4月 1" ] || fail "not as it should be: $rest"
[ ! -e "$root" ] || fail "$root was left behind"
# (one that nobody has waited for yet has no command line any more)
! grep -q sleep "/proc/$stray/cmdline" 2>/dev/null || fail "a process was left behind"
