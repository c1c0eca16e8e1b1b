# SPDX-License-Identifier: GPL-3.0-or-later
"""The outer form of the source: licence line, length, include order, blanks, bare assertions."""
import re
from lint import run, without_comments

SPDX = '/* SPDX-License-Identifier: GPL-3.0-or-later */'
MOST_LINES = 800


def find_faults(tree):
    faults = []
    for path, text in tree.items():
        if path.split('/')[0] not in ('src', 'tests') or not path.endswith(('.c', '.h')):
            continue
        lines = text.splitlines()
        if not lines or lines[0] != SPDX:
            faults.append(f'{path}: the first line is not {SPDX}')
        if len(lines) > MOST_LINES:
            faults.append(f'{path}: {len(lines)} lines; more than {MOST_LINES} are more than one idea')
        for number, line in enumerate(lines, 1):
            if '\t' in line or line != line.rstrip():
                faults.append(f'{path}:{number}: a tab or a blank at the end')
        code = without_comments(text)
        includes = re.findall(r'^#\s*include\s+[<"]([^>"]+)', code, re.M)
        if path.startswith('src/') and path.endswith('.c') and includes[:1] != ['config.h']:
            faults.append(f'{path}: does not include "config.h" first')
        if path.startswith('tests/') and re.search(r'\bg_assert \(', code):
            faults.append(f'{path}: a bare g_assert () does not say what was found; take g_assert_cmp…, g_assert_true, …')
    return faults


run(find_faults, [
    ({'src/a/a.c': SPDX + '\n#include "config.h"\n'}, None),
    ({'src/a/a.h': '/* Copyright */\n'}, 'first line'),
    ({'src/a/a.h': SPDX + '\n' * 801}, 'more than one idea'),
    ({'src/a/a.h': SPDX + '\nint a; \n'}, 'a.h:2'),
    ({'src/a/a.c': SPDX + '\n#include "a/a.h"\n'}, 'config.h'),
    ({'tests/a/a.c': SPDX + '\ng_assert (a == b);\n'}, 'bare'),
])
