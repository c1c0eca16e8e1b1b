# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints of this folder share.

A lint is a function that takes the tree as {path: text} and gives a list of faults, each beginning
with a path. Beside it stand small planted trees with the fault that each must give: a lint that finds
nothing in those is broken, and would find nothing anywhere.
"""
import os
import re
import sys

FOLDERS = ('data', 'po', 'resources', 'src', 'tests', 'tools')


def read_tree(root):
    """The text of the project's own files, by path."""
    tree = {}
    places = [root] + [folder for top in FOLDERS for folder, _, _ in os.walk(os.path.join(root, top))]
    for folder in places:
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                try:
                    tree[os.path.relpath(path, root)] = open(path, encoding='utf-8').read()
                except UnicodeDecodeError:
                    pass    # a picture, or a test file that is broken on purpose
    return tree


def without_comments(text):
    """C without its comments, line numbers kept."""
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"',
                  lambda m: m[0] if m[0][0] == '"' else re.sub(r'[^\n]', ' ', m[0]), text, flags=re.S)


def run(find_faults, planted):
    """planted: list of (tree, part of the fault expected; None for a tree without fault)."""
    for tree, expected in planted:
        faults = find_faults(tree)
        if expected is None and faults or expected and not any(expected in fault for fault in faults):
            sys.exit(f'the lint itself is broken: expected {expected!r}, found {faults} in {tree}')
    faults = find_faults(read_tree(os.environ['TORIKUMI_SOURCE_ROOT']))
    print('\n'.join(faults) or 'nothing to mend')
    sys.exit(1 if faults else 0)
