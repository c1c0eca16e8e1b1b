# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes name the folder and go down only; nothing below src/ui includes GTK."""
import re
from lint import run, without_comments

BELOW = {
    'compat': set(),
    'model': {'compat'},
    'storage': {'compat', 'model'},
    'check': {'compat', 'model'},
    'merge': {'compat', 'model'},
    'report': {'compat', 'model'},
}
BELOW['exchange'] = {'storage', 'check', 'merge', 'report'} | BELOW['report']
BELOW['cli'] = BELOW['ui'] = {'exchange'} | BELOW['exchange']
BELOW['main.c'] = {'cli', 'ui'} | BELOW['cli']


def find_faults(tree):
    faults = []
    for path, text in tree.items():
        parts = path.split('/')
        if parts[0] != 'src' or not path.endswith(('.c', '.h')):
            continue
        layer = parts[1]
        if layer not in BELOW:
            faults.append(f'{path}: src/{layer} is not a layer')
            continue
        for kind, name in re.findall(r'^#\s*include\s+([<"])([^>"]+)', without_comments(text), re.M):
            folder = name.split('/')[0]
            if kind == '"' and name != 'config.h':
                if '/' not in name:
                    faults.append(f'{path}: "{name}" does not name its folder')
                elif folder != layer and folder not in BELOW[layer]:
                    faults.append(f'{path}: "{name}" is not below src/{layer}')
            elif kind == '<' and folder in ('gtk', 'gdk', 'adwaita.h') and layer not in ('ui', 'main.c'):
                faults.append(f'{path}: <{name}> belongs to src/ui')
    return faults


run(find_faults, [
    ({'src/model/a.c': '#include "config.h"\n#include "model/a.h"\n#include "compat/b.h"'}, None),
    ({'src/model/a.c': '#include "storage/b.h"'}, 'not below'),
    ({'src/report/a.c': '#include "storage/b.h"'}, 'not below'),
    ({'src/cli/a.c': '#include "ui/b.h"'}, 'not below'),
    ({'src/ui/a.c': '#include "b.h"'}, 'folder'),
    ({'src/report/a.c': '#include <gtk/gtk.h>'}, 'belongs to src/ui'),
    ({'src/utils/a.c': ''}, 'not a layer'),
])
