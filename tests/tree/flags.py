# SPDX-License-Identifier: GPL-3.0-or-later
"""Every warning flag stands in the list of meson.build, and the whole list is asserted.

meson drops a flag that the compiler does not know without a word when it is asked to filter; a
misspelt one would be gone for years."""
import re
from lint import run

ASSERTED = re.compile(r"foreach (\w+) : warnings\n\s*assert\(cc\.has_argument\(\1\)")


def find_faults(tree):
    faults = []
    for path, text in tree.items():
        if not path.endswith('meson.build'):
            continue
        text = re.sub(r'#.*', '', text)
        if path == 'meson.build':
            if not ASSERTED.search(text):
                faults.append('meson.build: the list of warnings is not asserted')
            text = re.sub(r"warnings \+?= (\[[^]]*\]|'[^']*')", '', text)
        faults += [f'{path}: {flag} is not in the list of warnings' for flag in re.findall(r"'(-W[^'l][^']*)'", text)]
        if 'get_supported_arguments' in text:
            faults.append(f'{path}: get_supported_arguments () drops misspelt flags silently')
    return faults


GOOD = "warnings = ['-Wall']\nwarnings += '-Werror'\nforeach f : warnings\n  assert(cc.has_argument(f), 'x')\nendforeach\n"
run(find_faults, [
    ({'meson.build': GOOD}, None),
    ({'meson.build': GOOD.replace('assert(', 'message(')}, 'not asserted'),
    ({'meson.build': GOOD + "add_project_arguments('-Wshadow')"}, '-Wshadow is not'),
    ({'meson.build': GOOD, 'src/meson.build': "c_args: ['-Wundef']"}, 'src/meson.build: -Wundef'),
    ({'meson.build': GOOD + "cc.get_supported_arguments(x)"}, 'silently'),
])
