# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file that should take part does: sources and tests are in a meson.build, resources in a gresource."""
import os
import re
from lint import run


def uncommented(text):
    return re.sub(r'#.*', '', text)


def c_faults(tree):
    for path, text in tree.items():
        folder, name = os.path.split(path)
        if not path.endswith('.c') or folder.split('/')[0] not in ('src', 'tests'):
            continue
        builder = folder
        while builder and builder + '/meson.build' not in tree:
            builder = os.path.dirname(builder)
        words = set(re.findall(r"'([^']*)'", uncommented(tree.get(builder + '/meson.build', ''))))
        relative = os.path.relpath(path, builder) if builder else path
        short = re.sub(r'^(test|bench|fuzz)-|\.c$', '', name)
        if relative not in words and not (name.startswith(('test-', 'bench-', 'fuzz-')) and short in words):
            yield f'{path}: is not in {builder or "any"}/meson.build'


def lint_faults(tree):
    """The lints of this folder themselves."""
    words = re.findall(r"'([^']*)'", uncommented(tree.get('tests/tree/meson.build', '')))
    for path in tree:
        if re.match(r'tests/tree/[^/]*\.py$', path) and path != 'tests/tree/lint.py':
            if os.path.basename(path)[:-3] not in words:
                yield f'{path}: is not in tests/tree/meson.build'


def resource_faults(tree):
    lists = {path: re.findall(r'<file[^>]*>([^<]*)<', text)
             for path, text in tree.items() if path.endswith('.gresource.xml')}
    listed = {os.path.normpath(os.path.join(os.path.dirname(path), name))
              for path, names in lists.items() for name in names}
    for path in tree:
        if path.startswith('resources/') and path.endswith(('.ui', '.css', '.svg')) and path not in listed:
            yield f'{path}: is in no gresource.xml'
    for path in sorted(listed - set(tree)):
        yield f'{path}: is in a gresource.xml, but not there'


def find_faults(tree):
    return [*c_faults(tree), *lint_faults(tree), *resource_faults(tree)]


run(find_faults, [
    ({'src/model/a.c': '', 'src/model/meson.build': "files('a.c')"}, None),
    ({'src/model/a.c': '', 'src/model/meson.build': "# 'a.c'"}, 'a.c: is not in src/model'),
    ({'tests/model/test-a.c': '', 'tests/model/meson.build': "foreach name : [ 'a' ]"}, None),
    ({'tests/model/test-a.c': '', 'tests/model/meson.build': "foreach name : [ 'b' ]"}, 'test-a.c: is not in'),
    ({'tests/tree/b.py': '', 'tests/tree/meson.build': "'a'"}, 'b.py: is not in'),
    ({'resources/ui/a.ui': '', 'resources/x.gresource.xml': '<file>ui/b.ui</file>'}, 'a.ui: is in no'),
    ({'resources/ui/a.ui': '', 'resources/x.gresource.xml': '<file>ui/b.ui</file>'}, 'b.ui: is in a'),
])
