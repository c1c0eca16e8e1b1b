# SPDX-License-Identifier: GPL-3.0-or-later
"""Every key of an action of the whole program stands in the window of keyboard shortcuts."""
import re
from lint import run

SOURCE = 'src/ui/tori-application.c'
WINDOW = 'resources/ui/tori-shortcuts.ui'


def find_faults(tree):
    table = re.search(r'\}\s*accels\[\]\s*=\s*\{(.*?)\n\};', tree[SOURCE], re.S)
    window = tree[WINDOW].replace('&lt;', '<').replace('&gt;', '>')
    named = set(re.findall(r'"action-name">([^<]+)<', window))
    keys = {key.lower() for words in re.findall(r'"accelerator">([^/]+)</property>', window) for key in words.split()}
    faults = []
    for action, words in re.findall(r'\{\s*"([^"]+)",\s*\{([^}]*)\}', table.group(1)):
        first = re.findall(r'"([^"]+)"', words)[0].lower()
        if action not in named and first not in keys:
            faults.append(f'{WINDOW}: {first} of {action} is missing')
    return faults


def sample(window):
    return {SOURCE: '} accels[] = {\n  { "win.save", { "<Ctrl>s" } },\n};\n', WINDOW: window}


run(find_faults, [
    (sample('<property name="action-name">win.save</property>'), None),
    (sample('<property name="accelerator">&lt;Ctrl&gt;s &lt;Ctrl&gt;S</property>'), None),
    (sample(''), 'missing'),
])
