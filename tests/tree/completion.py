# SPDX-License-Identifier: GPL-3.0-or-later
"""The shell's completion and the manual pages know the commands and options that the program has.

Arguments: the program, the completion, and the manual pages."""
import os
import re
import subprocess
import sys

PROGRAM, COMPLETION, *PAGES = sys.argv[1:]
# What bash-completion would bring: the words of the line, and names of files.
STUBS = '''
_init_completion () { words=("${line[@]}"); cword=$((${#line[@]} - 1)); cur=${line[cword]}; prev=${line[cword - 1]}; }
_filedir () { COMPREPLY+=(FILE); }
'''


def say(*words):
    return subprocess.run([PROGRAM, *words, '--help'], capture_output=True, text=True, check=True,
                          env={**os.environ, 'LANGUAGE': 'en', 'LC_ALL': 'C.UTF-8'}).stdout


def read_commands():
    """What --help says: {command: its options}."""
    commands = re.findall(r'^  ([a-z-]+) {2,}\S', say(), flags=re.M)
    return {name: set(re.findall(r'--[a-z-]+', say(name).split('Options:')[1])) for name in commands}


def complete(text, line):
    script = STUBS + text + f'\nline=({line}); _torikumi; printf "%s\\n" "${{COMPREPLY[@]}}"'
    return set(subprocess.run(['bash', '-c', script], capture_output=True, text=True, check=True).stdout.split())


def find_faults(commands, completion, pages):
    faults = []
    offered = complete(completion, "torikumi ''") - {'FILE', '--help'}
    if offered != set(commands):
        faults.append(f'completion: offers the commands {sorted(offered)}')
    for name, options in commands.items():
        found = complete(completion, f'torikumi {name} --')
        if found != options:
            faults.append(f'completion: {name}: offers {sorted(found ^ options)} wrongly or not')
        for path, page in pages.items():
            plain = page.replace('\\-', '-')
            if f'"{name} "' not in plain:
                faults.append(f'{path}: says nothing of {name}')
            for option in sorted(options - {'--help', '--output'}):
                if option not in plain:
                    faults.append(f'{path}: says nothing of {option}')
    return faults


def main():
    commands = read_commands()
    assert len(commands) >= 7, commands
    completion = open(COMPLETION, encoding='utf-8').read()
    pages = {path: open(path, encoding='utf-8').read() for path in PAGES}
    for broken, page in ((completion.replace('--scale --by', '--by'), pages), (completion.replace(' diff ', ' '), pages),
                         (completion, {path: text.replace('division', '') for path, text in pages.items()})):
        assert find_faults(commands, broken, page), 'the lint itself is broken'
    faults = find_faults(commands, completion, pages)
    print('\n'.join(faults) or 'nothing to mend')
    return 1 if faults else 0


sys.exit(main())
