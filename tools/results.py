#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""results.py count|print LOG… – read what meson wrote about its tests (one JSON object a line).

count: the end of what each test said that failed, and one line, "N passed, N failed", over all logs;
exit status 1 when one failed.
print: what each test or benchmark printed.
"""
import json
import re
import sys

LAST_WORDS = 30     # lines


def cases(test):
    """How many cases of one test program passed, failed and were skipped, by what it printed (TAP)."""
    passed = failed = skipped = 0
    for line in test.get('stdout', '').splitlines():
        match = re.match(r'(not )?ok \d+(.*)', line)
        if match:
            skip = re.search(r'# *skip', match[2], re.I)
            passed += not match[1] and not skip
            failed += bool(match[1])
            skipped += bool(skip)
    good = test['result'] in ('OK', 'EXPECTEDFAIL', 'SKIP')
    if not good:
        failed = max(failed, 1)     # it crashed, or ran out of time
    elif passed + skipped == 0:     # it does not speak TAP: the program is the case
        passed, skipped = (0, 1) if test['result'] == 'SKIP' else (1, 0)
    return passed, failed, skipped


def last_words(test):
    """What a test said at its end, without what its libraries tell of themselves."""
    said = (test.get('stdout', '') + test.get('stderr', '')).splitlines()
    return [f'  {line}' for line in said if 'DEBUG' not in line][-LAST_WORDS:]


def main(command, *logs):
    tests = [(log, json.loads(line)) for log in logs for line in open(log, encoding='utf-8')]
    if command == 'print':
        print(''.join(test.get('stdout', '') for _, test in tests), end='')
        return 0
    for log, test in tests:
        if cases(test)[1]:
            print('failed:', test['name'], test['result'], 'in', log)
            print(*last_words(test), sep='\n')
    passed, failed, skipped = (sum(column) for column in zip((0, 0, 0), *(cases(test) for _, test in tests)))
    print(f'{passed} passed, {failed} failed' + (f', {skipped} skipped' if skipped else ''))
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
