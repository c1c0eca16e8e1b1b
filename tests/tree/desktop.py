# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed for the desktop fits together: names, icons, the media type by name and by content.

Arguments: desktop file, D-Bus service, metainfo, media type; then the folder of the sources."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

DESKTOP, SERVICE, METAINFO, MEDIA, ROOT = sys.argv[1:]
ID = 'io.github.torikumi.Torikumi'
MIME = '{http://www.freedesktop.org/standards/shared-mime-info}'
ICONS = ROOT + '/data/icons/hicolor'


def read(path):
    return open(path, encoding='utf-8').read()


def key(text, name):
    found = re.search(rf'^{re.escape(name)}=(.*)$', text, flags=re.M)
    return found[1] if found else ''


def find_faults(desktop, service, metainfo, media, icons):
    faults = []
    media_type = media.find(MIME + 'mime-type')
    wanted = {
        'desktop file: Name': ('Torikumi', key(desktop, 'Name')),
        'desktop file: Name in Japanese': ('取組', key(desktop, 'Name[ja]')),
        'desktop file: DBusActivatable': ('true', key(desktop, 'DBusActivatable')),
        'desktop file: MimeType': (media_type.get('type') + ';', key(desktop, 'MimeType')),
        'service: Name': (ID, key(service, 'Name')),
        'service: Exec': ('--gapplication-service', key(service, 'Exec').split(' ')[-1]),
        'metainfo: mediatype': (media_type.get('type'), metainfo.findtext('provides/mediatype')),
        'metainfo: D-Bus name': (ID, metainfo.findtext('provides/dbus')),
        'metainfo: desktop file': (ID + '.desktop', metainfo.findtext('launchable')),
        'media type: parent': ('application/json', media_type.find(MIME + 'sub-class-of').get('type')),
    }
    faults += [f'{what}: {found!r} instead of {good!r}' for what, (good, found) in wanted.items() if good != found]
    if not any(ord(letter) > 0x3000 for letter in key(desktop, 'Keywords[ja]')):
        faults.append('desktop file: no keywords in Japanese')
    for name in (key(desktop, 'Icon'), media_type.find(MIME + 'icon').get('name')):
        for place, ending in (('scalable', ''), ('symbolic', '-symbolic')):
            if not any(f'{place}/' in path and path.endswith(f'/{name}{ending}.svg') for path in icons):
                faults.append(f'icon {name}: no {place} one')
    for image in metainfo.iterfind('screenshots/screenshot/image'):
        if not os.path.exists(ROOT + '/data/screenshots/' + image.text.split('/')[-1]):
            faults.append(f'metainfo: there is no picture {image.text}')
    return faults


def find_type(folder, name, content):
    path = folder + '/' + name
    with open(path, 'wb') as file:
        file.write(content)
    said = subprocess.run(['gio', 'info', '-a', 'standard::content-type', path], capture_output=True, text=True, check=True,
                          env={**os.environ, 'XDG_DATA_DIRS': folder + '/data', 'XDG_DATA_HOME': folder + '/none'}).stdout
    return re.search(r'content-type: (\S+)', said)[1]


def check_types():
    """By its name, and by its content where a mail program has taken the name away."""
    faults = []
    plan = open(ROOT + '/data/samples/shiomihara.torikumi', 'rb').read()
    with tempfile.TemporaryDirectory() as folder:
        packages = folder + '/data/mime/packages'
        os.makedirs(packages)
        shutil.copy(MEDIA, packages)
        shutil.copy('/usr/share/mime/packages/freedesktop.org.xml', packages)
        said = subprocess.run(['update-mime-database', folder + '/data/mime'], capture_output=True, text=True, check=True,
                              env={**os.environ, 'XDG_DATA_DIRS': folder + '/data'})
        faults += said.stderr.splitlines()
        for name, content, good in (('計画.torikumi', b'x', True), ('計画', plan, True), ('other.json', b'{"a": 1}', False),
                                    ('other', b'{"a": 1}', False)):
            found = find_type(folder, name, content)
            if (found == 'application/vnd.torikumi.plan+json') != good:
                faults.append(f'media type: {name} is taken for {found}')
    return faults


def main():
    icons = [os.path.join(top, name) for top, _, names in os.walk(ICONS) for name in names]
    given = [read(DESKTOP), read(SERVICE), xml.parse(METAINFO).getroot(), xml.parse(MEDIA).getroot(), icons]
    for position, broken in ((0, given[0].replace('DBusActivatable', 'X-No')), (1, given[1].replace(ID, 'org.example')),
                             (4, [path for path in icons if 'symbolic' not in path])):
        assert find_faults(*given[:position], broken, *given[position + 1:]), 'the lint itself is broken'
    faults = find_faults(*given) + check_types()
    for path in icons:
        xml.parse(path)
    print('\n'.join(faults) or 'nothing to mend')
    return 1 if faults else 0


sys.exit(main())
