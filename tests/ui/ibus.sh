#!/usr/bin/env bash
# tests/ui/ibus.sh COMMAND [ARGUMENT…]
#
# Inside of tests/session: runs COMMAND with ibus and its engine anthy, a real Japanese input method.
# The engine is a program of Debian's python, which another one in PATH would hide.
set -u
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
for tool in ibus-daemon ibus; do
  command -v "$tool" >/dev/null || { echo "ibus.sh: $tool is missing (Debian: ibus-anthy, ibus-gtk4)" >&2; exit 99; }
done
export GTK_IM_MODULE=ibus XMODIFIERS=@im=ibus
# The settings live in the daemon alone, and no panel is shown. What checks COMMAND is not for the daemon.
env -u G_DEBUG -u MALLOC_PERTURB_ ibus-daemon --xim=no --panel disable --config=/usr/libexec/ibus-memconf \
  --cache=none >"$TORI_SESSION/ibus.log" 2>&1 &
daemon=$!
trap 'kill $daemon 2>/dev/null' EXIT
for _ in $(seq 400); do
  env -u G_DEBUG ibus address 2>/dev/null | grep -q unix: && break
  sleep 0.05
done
env -u G_DEBUG ibus engine anthy >/dev/null 2>&1 # answers 1 although it worked
"$@"
state=$?
[ $state = 0 ] || tail -5 "$TORI_SESSION/ibus.log" >&2
exit $state
