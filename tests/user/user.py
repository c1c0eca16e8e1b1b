# SPDX-License-Identifier: GPL-3.0-or-later
"""A user at the keyboard: starts the installed program, presses keys, and reads its windows as a screen reader does."""
import json
import os
import shutil
import subprocess
import tempfile
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20
# Of GTK and of the bus of a bare session, not of the program.
HARMLESS = ('dbind-WARNING', 'dbus-daemon', 'avahi', "Couldn't connect to D-Bus")


def wait(what, look):
    """Looks until there is something true."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = look()
            if found:
                return found
        except GLib.Error:
            pass    # it has gone meanwhile
        time.sleep(0.03)
    raise AssertionError(f'waited in vain for {what}')


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, timeout=30).stdout.strip()


def children(thing):
    for i in range(thing.get_child_count()):
        child = thing.get_child_at_index(i)
        if child is not None:
            yield child


def walk(thing):
    yield thing
    try:
        for child in children(thing):
            yield from walk(child)
    except GLib.Error:
        pass


def is_shown(thing):
    """SHOWING is set of windows only, in GTK 4.8."""
    component = thing.get_component_iface()
    extents = component.get_extents(Atspi.CoordType.WINDOW) if component else None
    return extents is not None and extents.width > 0 and extents.height > 0


class User:
    """Counts the keys that a task takes."""

    def __init__(self, program, sample):
        self.program = program
        self.sample = sample
        self.home = tempfile.mkdtemp(dir=os.environ['HOME'])
        self.state = os.path.join(self.home, 'state')
        self.plan = os.path.join(self.home, '計画.torikumi')
        shutil.copy(sample, self.plan)
        self.log = open(os.path.join(self.home, 'log'), 'w+', encoding='utf-8')
        self.process = None
        self.keys = 0

    # --- The program ---

    def start(self, *files):
        self.process = subprocess.Popen([self.program, *files], stdout=self.log, stderr=self.log,
                                        env={**os.environ, 'XDG_STATE_HOME': self.state})
        self.wait_for_program()

    def wait_for_program(self):
        wait('the program', self.find_program)

    def find_program(self):
        desktop = Atspi.get_desktop(0)
        for program in children(desktop):
            if program.get_process_id() == self.process.pid:
                return program
        return None

    def open(self):
        """The plan in a window, and the focus in its list."""
        self.start(self.plan)
        self.wait_for_window('汐見原市')

    def kill(self):
        self.process.kill()
        self.process.wait()

    def leave(self):
        """By a key, as people do; nothing may be left that asks."""
        self.press('ctrl+q')
        wait('the end of the program', lambda: self.process.poll() is not None)
        assert self.process.returncode == 0, self.process.returncode

    def end(self):
        if self.process is not None and self.process.poll() is None:
            self.kill()
        self.log.seek(0)
        said = [line for line in self.log.read().splitlines() if line and not any(word in line for word in HARMLESS)]
        assert not said, said

    # --- Windows ---

    def find_window(self, title):
        program = self.find_program()
        for window in children(program) if program else ():
            if title in (window.get_name() or ''):
                return window
        return None

    def wait_for_window(self, title):
        """Until it has the focus: keys pressed before that are lost."""
        def look():
            return title in run('xdotool', 'getactivewindow', 'getwindowname') and self.find_window(title)
        return wait(f'the window {title}', look)

    def wait_for_no_window(self, title):
        wait(f'the window {title} to go', lambda: self.find_window(title) is None)

    def find(self, words, window=''):
        """Something that is shown with these words."""
        for thing in walk((self.find_window(window) if window else None) or self.find_program()):
            try:
                if words in (thing.get_name() or '') and is_shown(thing):
                    return thing
            except GLib.Error:
                continue
        return None

    def see(self, words, window=''):
        return wait(f'{words!r}', lambda: self.find(words, window))

    # --- Keys ---

    def press(self, *keys):
        for key in keys:
            run('xdotool', 'key', '--clearmodifiers', key)
            self.keys += 1
            time.sleep(0.05)

    def write(self, text):
        """ASCII by keys; Japanese would come from an input method, and comes by the clipboard here."""
        if text.isascii():
            run('xdotool', 'type', '--delay', '10', text)
        else:
            self.copy(text)
            run('xdotool', 'key', '--clearmodifiers', 'ctrl+v')
            time.sleep(0.2)
        self.keys += len(text)

    def copy(self, text):
        """As from another program."""
        subprocess.run(['xclip', '-selection', 'clipboard', '-i'], input=text.encode(), stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=True)

    def read_clipboard(self):
        return run('xclip', '-selection', 'clipboard', '-o')

    def go_to(self, words):
        """Goes on with Tab until what has the focus, or something in it, has these words."""
        for _ in range(80):
            if words in self.read_focus():
                return
            self.press('Tab')
        raise AssertionError(f'no Tab leads to {words!r}; the last was {self.read_focus()!r}')

    def read_focus(self):
        """What a screen reader would say of where the focus is."""
        time.sleep(0.03)
        name = run('xdotool', 'getactivewindow', 'getwindowname')
        window = self.find_window(name) or self.find_program()
        for thing in walk(window):
            try:
                if thing.get_state_set().contains(Atspi.StateType.FOCUSED):
                    return ' '.join([thing.get_name() or ''] + [child.get_name() or '' for child in children(thing)])
            except GLib.Error:
                continue
        return ''

    # --- Files ---

    def read_plan(self, path=None):
        with open(path or self.plan, encoding='utf-8') as file:
            return json.load(file)

    def save(self):
        before = os.stat(self.plan).st_mtime_ns
        self.press('ctrl+s')
        wait('the save', lambda: os.stat(self.plan).st_mtime_ns != before)

    def read_pdf(self, path):
        wait(path, lambda: os.path.exists(path) and os.path.getsize(path) > 1000)
        return run('pdftotext', '-layout', path, '-')


def initiatives(plan):
    return [initiative for pillar in plan['pillars'] for initiative in pillar['initiatives']]
