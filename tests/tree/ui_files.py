# SPDX-License-Identifier: GPL-3.0-or-later
"""Every .ui file is well formed, short, and names only children and callbacks that its class has."""
import re
import xml.etree.ElementTree as ET
from lint import run, without_comments

MOST_LINES = 400


def find_faults(tree):
    faults = []
    for path, text in tree.items():
        if not path.startswith('resources/') or not path.endswith('.ui'):
            continue
        try:
            root = ET.fromstring(text)
        except ET.ParseError as error:
            faults.append(f'{path}: {error}')
            continue
        if text.count('\n') > MOST_LINES:
            faults.append(f'{path}: more than {MOST_LINES} lines; a piece with a life of its own becomes a class')
        ids = [node.get('id') for node in root.iter() if node.get('id')]
        faults += [f'{path}: the id {i} stands twice' for i in sorted({i for i in ids if ids.count(i) > 1})]
        source = without_comments(tree.get(path.replace('resources/ui/', 'src/ui/').replace('.ui', '.c'), ''))
        children = re.findall(r'bind_template_child(?:_private)? \([^,]*,[^,]*, (\w+)\)', source)
        faults += [f'{path}: no object with the id {child}, which its class binds'
                   for child in children if child not in ids]
    return faults


UI = '<interface><object class="GtkBox" id="box"/></interface>'
C = 'gtk_widget_class_bind_template_child (widget_class, ToriA, %s);'
run(find_faults, [
    ({'resources/ui/a.ui': UI, 'src/ui/a.c': C % 'box'}, None),
    ({'resources/ui/a.ui': '<interface>'}, 'a.ui: no element'),
    ({'resources/ui/a.ui': UI, 'src/ui/a.c': C % 'title'}, 'title'),
    ({'resources/ui/a.ui': UI.replace('<object', '<object id="box"/><object', 1)}, 'twice'),
    ({'resources/ui/a.ui': UI + '\n' * 401}, 'more than'),
])
