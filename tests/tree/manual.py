# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual is the same in both languages, its links and pictures lead somewhere, and what it calls keys and
words of the interface are those of the program."""
import re
import xml.etree.ElementTree as xml
from lint import run

FOLDER = 'data/help/'
NS = '{http://projectmallard.org/1.0/}'
# What tori-help-page.c shows.
KNOWN = {'page', 'info', 'link', 'desc', 'credit', 'name', 'license', 'title', 'p', 'section', 'list', 'steps', 'terms', 'item',
         'table', 'tr', 'td', 'note', 'media', 'screen', 'em', 'gui', 'key', 'keyseq', 'file', 'code', 'cmd', 'input', 'sys'}
KEYS = {'Return': 'Enter', 'Control': 'Ctrl', 'comma': ',', 'question': '?', 'plus': '+', 'minus': '−', 'Escape': 'Esc',
        'Page_Up': 'Page Up', 'Page_Down': 'Page Down', 'Up': '↑', 'Down': '↓', '1...9': '1…9'}


def tags(element):
    """What a translation has to keep: blocks and pictures, not the words between."""
    inline = {'gui', 'key', 'keyseq', 'file', 'code', 'cmd', 'em', 'link'}
    return [(e.tag.replace(NS, ''), e.get('id'), e.get('src')) for e in element.iter() if e.tag.replace(NS, '') not in inline]


def read_words(tree):
    """The words of the interface, plain, by language."""
    words = {'C': set(), 'ja': set()}
    for msgid, msgstr in re.findall(r'^msgid ((?:".*"\n)+)msgstr ((?:".*"\n)+)', tree.get('po/ja.po', ''), flags=re.M):
        for language, text in (('C', msgid), ('ja', msgstr)):
            text = ''.join(re.findall(r'"(.*)"\n', text))
            text = re.sub(r'\(_.\)', '', text).replace('_', '')
            words[language].update({text, text.rstrip('…')})
    return words


def find_keys(window):
    """Each combination of the window of keys, as the manual writes it."""
    for words in re.findall(r'"accelerator">([^/]+)</property>', window):
        for combination in words.replace('&lt;', '<').replace('&gt;', '>').split():
            parts = re.findall(r'<(\w+)>|([^<>]+)', combination)
            parts = [KEYS.get(a or b, a or b) for a, b in parts]
            yield '+'.join(part.upper() if len(part) == 1 else part for part in parts)


def find_faults(tree):
    pages = {path: xml.fromstring(text) for path, text in tree.items() if path.startswith(FOLDER) and path.endswith('.page')}
    names = {path.split('/')[-1] for path in pages}
    words = read_words(tree)
    faults = []
    for path, page in pages.items():
        language = path.split('/')[2]
        twin = pages.get(FOLDER + ('ja/' if language == 'C' else 'C/') + path.split('/')[-1])
        if twin is None:
            faults.append(f'{path}: is not there in the other language')
        elif tags(twin) != tags(page):
            faults.append(f'{path}: has other parts than in the other language')
        for element in page.iter():
            tag, text = element.tag.replace(NS, ''), element.text or ''
            if tag not in KNOWN:
                faults.append(f'{path}: <{tag}> is not shown by the program')
            if tag == 'link' and element.get('xref') and element.get('xref') + '.page' not in names:
                faults.append(f'{path}: there is no page {element.get("xref")}')
            if tag == 'gui' and text.rstrip('…') not in words[language]:
                faults.append(f'{path}: the program has nothing that is called {text}')
    for language in ('C', 'ja'):
        path = f'{FOLDER}{language}/shortcuts.page'
        if path not in pages:
            continue
        said = {'+'.join(key.text for key in element.iter(NS + 'key')).replace('Return', 'Enter')
                for element in pages[path].iter() if element.tag in (NS + 'keyseq', NS + 'key')}
        faults += [f'{path}: says nothing of {keys}' for keys in find_keys(tree.get('resources/ui/tori-shortcuts.ui', ''))
                   if keys not in said]
    return faults


def sample(words, other=None, window=''):
    page = '<page xmlns="http://projectmallard.org/1.0/"><title/>%s</page>'
    return {FOLDER + 'C/a.page': page % words, FOLDER + 'ja/a.page': page % (words if other is None else other),
            FOLDER + 'C/shortcuts.page': page % '<p><key>F9</key></p>', FOLDER + 'ja/shortcuts.page': page % '<p><key>F9</key></p>',
            'resources/ui/tori-shortcuts.ui': f'<property name="accelerator">{window}</property>' if window else '',
            'po/ja.po': 'msgid "_Save"\nmsgstr "保存(_S)"\n'}


run(find_faults, [
    (sample('<p>x</p>', '<p>あ</p>'), None),
    (sample('<p><gui>Save</gui></p>', '<p><gui>保存</gui></p>'), None),
    (sample('<p>x</p>', window='F9'), None),
    (sample('<p>x</p>', ''), 'other parts'),
    (sample('<p><gui>Store</gui></p>', '<p/>'), 'called Store'),
    (sample('<p><link xref="b"/></p>'), 'no page b'),
    (sample('<p><blink/></p>'), 'is not shown'),
    (sample('<p>x</p>', window='&lt;Ctrl&gt;s'), 'nothing of Ctrl+S'),
])
