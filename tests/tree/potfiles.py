# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in lists exactly the files with words to translate, each once."""
import re
from lint import run, without_comments

IN_C = re.compile(r'\b(?:_|C_|N_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?|dgettext)\s*\(\s*"')
IN_UI = re.compile(r'translatable="(?:yes|true|1)"')


def has_words(path, text):
    if path.startswith('src/') and path.endswith(('.c', '.h')):
        return IN_C.search(without_comments(text))
    if path.startswith('resources/') and path.endswith('.ui'):
        return IN_UI.search(text)
    return path.startswith('data/') and path.endswith(('.desktop.in', '.metainfo.xml.in', '.mime.xml'))


def find_faults(tree):
    listed = [line for line in tree['po/POTFILES.in'].splitlines() if line and line[0] != '#']
    wanted = {path for path, text in tree.items() if has_words(path, text)}
    return ([f'{path}: has words to translate, but is not in po/POTFILES.in' for path in sorted(wanted - set(listed))]
            + [f'{path}: is in po/POTFILES.in, but has no words to translate' for path in sorted(set(listed) - wanted)]
            + [f'{path}: stands twice in po/POTFILES.in' for path in sorted({p for p in listed if listed.count(p) > 1})])


run(find_faults, [
    ({'po/POTFILES.in': '# x\nsrc/a.c\n', 'src/a.c': '_("Save")', 'src/b.c': '/* _("x") */'}, None),
    ({'po/POTFILES.in': '', 'src/a.c': 'ngettext ("%u row", "%u rows", n)'}, 'src/a.c: has words'),
    ({'po/POTFILES.in': '', 'resources/ui/a.ui': '<x translatable="yes">Save</x>'}, 'resources/ui/a.ui: has words'),
    ({'po/POTFILES.in': 'src/a.c\n', 'src/a.c': ''}, 'no words'),
    ({'po/POTFILES.in': 'src/gone.c\n'}, 'no words'),
    ({'po/POTFILES.in': 'src/a.c\nsrc/a.c\n', 'src/a.c': '_("Save")'}, 'twice'),
])
