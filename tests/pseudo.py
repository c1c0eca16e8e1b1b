# SPDX-License-Identifier: GPL-3.0-or-later
"""pseudo.py PO OUT - a language of nobody: each sentence between brackets and longer by a half, as a catalogue for
gettext. What is seen without brackets was never translated, and what does not fit would not fit in German either."""
import re
import subprocess
import sys


def stretch(text):
    """Formats, mnemonics and line breaks stay; a form of a date stays as it is."""
    if re.fullmatch(r'(%[A-Za-z]|[^A-Za-z])*', text):
        return text
    words = len(re.sub(r'%[\d$]*[a-z]', '', text))
    end = '\\n' if text.endswith('\\n') else ''
    return '[' + text[:len(text) - len(end)] + ' ' + '~' * max(2, words // 2) + ']' + end


def main():
    po, out = sys.argv[1:]
    text = subprocess.run(['msgcat', '--no-wrap', po], capture_output=True, text=True, check=True).stdout
    entries = text.rstrip('\n').split('\n\n')
    entries[0] = re.sub(r'Plural-Forms: [^"]*', r'Plural-Forms: nplurals=2; plural=n != 1;\\n', entries[0])
    for i, entry in enumerate(entries[1:], 1):
        parts = dict(re.findall(r'^(msgid|msgid_plural) "(.*)"$', entry.replace('"\n"', ''), flags=re.M))
        if 'msgid' not in parts:
            continue
        entry = re.sub(r'^msgstr(\[\d\])? ".*"(\n".*")*$', '', entry, flags=re.M).rstrip()
        if 'msgid_plural' in parts:
            entry += '\nmsgstr[0] "%s"\nmsgstr[1] "%s"' % (stretch(parts['msgid']), stretch(parts['msgid_plural']))
        else:
            entry += '\nmsgstr "%s"' % stretch(parts['msgid'])
        entries[i] = entry
    subprocess.run(['msgfmt', '-o', out, '-'], input='\n\n'.join(entries) + '\n', text=True, check=True)


main()
