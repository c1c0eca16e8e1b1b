# SPDX-License-Identifier: GPL-3.0-or-later
"""Every translation is complete: each word of the source, none open, none fuzzy, formats right."""
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.environ['TORIKUMI_SOURCE_ROOT']
# As in meson's preset "glib".
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3',
            'ngettext:1,2']


def collect(out):
    """All words of the source, as a template."""
    subprocess.run(['xgettext', '--from-code=UTF-8', '--add-comments', f'--directory={ROOT}', '-f', ROOT + '/po/POTFILES.in',
                    *('--keyword=' + word for word in KEYWORDS), '-o', out], check=True)


def faults_of(po, template):
    """What gettext's own tools say about one translation."""
    checks = [['msgfmt', '--check', '-o', os.devnull, po], ['msgcmp', po, template]]
    results = [subprocess.run(check, capture_output=True, text=True, env={**os.environ, 'LC_ALL': 'C.UTF-8'})
               for check in checks]
    said = ''.join(result.stderr for result in results if result.returncode)
    # The template is gone when somebody reads this: name the words instead of its lines.
    lines = open(template, encoding='utf-8').read().split('\n')

    def words_at(match):
        return next(line for line in reversed(lines[:int(match[1])]) if line.startswith('msgid '))
    return re.sub(re.escape(template) + r':(\d+)', words_at, said)


def main():
    faults = ''
    with tempfile.TemporaryDirectory() as folder:
        template = folder + '/all.pot'
        collect(template)
        for language in open(ROOT + '/po/LINGUAS', encoding='utf-8').read().split('\n'):
            if not language or language[0] == '#':
                continue
            po = f'{ROOT}/po/{language}.po'
            faults += faults_of(po, template)
            # The lint must find a word that is gone, and one that is open.
            text = open(po, encoding='utf-8').read()
            entry = '\nmsgid "Torikumi"\n'
            assert entry in text, 'the program has a name'
            for broken in (text.replace(entry, '\nmsgid "Torikumi (old)"\n'),
                           text.replace(entry, '\n#, fuzzy' + entry)):
                with open(folder + '/broken.po', 'w', encoding='utf-8') as file:
                    file.write(broken)
                assert faults_of(folder + '/broken.po', template), 'the lint itself is broken'
    print(faults or 'nothing to mend')
    return 1 if faults else 0


sys.exit(main())
