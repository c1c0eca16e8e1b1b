# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/results.py counts what meson reports: a program that dies counts as failed whatever it printed, and what
it said last is told."""
import os
import sys

sys.path.insert(0, os.environ['TORIKUMI_SOURCE_ROOT'] + '/tools')
from results import cases, last_words

KNOWN = [   # (result, printed) -> passed, failed, skipped
    (('OK', '1..2\nok 1 /a\nok 2 /b\n'), (2, 0, 0)),
    (('OK', 'ok 1 /a\nok 2 /b # SKIP no display\n'), (1, 0, 1)),
    (('FAIL', 'ok 1 /a\nnot ok 2 /b\n'), (1, 1, 0)),
    (('FAIL', 'ok 1 /a\n'), (1, 1, 0)),
    (('TIMEOUT', ''), (0, 1, 0)),
    (('ERROR', ''), (0, 1, 0)),
    (('OK', 'nothing to mend\n'), (1, 0, 0)),
    (('SKIP', ''), (0, 0, 1)),
]
wrong = [(known, expected, found) for known, expected in KNOWN
         if (found := cases({'result': known[0], 'stdout': known[1]})) != expected]
told = last_words({'stdout': 'ok 1 /a\n# GLib-DEBUG: found\n', 'stderr': 'x\n' * 100 + 'ERROR: why\n'})
if not (told[0] == '  x' and told[-1] == '  ERROR: why') or last_words({'stdout': 'ok 1 /a\n# DEBUG\n'}) != ['  ok 1 /a']:
    wrong.append(told)
print('\n'.join(map(str, wrong)) or 'counted right')
sys.exit(bool(wrong))
