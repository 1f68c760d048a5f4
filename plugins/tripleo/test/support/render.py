#!/usr/bin/env python3
"""Prints what Jinja2 makes of the templates in a folder of tripleo-heat-templates: {file: text} as JSON.

It renders what tripleo-common renders: *.role.j2.yaml for each role, *.network.j2.yaml for each enabled network, and the
others once.
"""
import json
import os
import sys

import jinja2
import yaml

top = sys.argv[1]


def read(name, default=None):
    path = os.path.join(top, name)
    if default is not None and not os.path.exists(path):
        return default
    with open(path, encoding='utf-8') as file:
        return file.read()


def names():
    for folder, folders, files in os.walk(top):
        folders[:] = [one for one in folders if not one.startswith('.')]
        for name in files:
            if name.endswith('.j2.yaml') and not name.startswith('.'):
                yield os.path.relpath(os.path.join(folder, name), top)


def outputs(name, text):
    folder, base = os.path.split(name)
    if base.endswith('.role.j2.yaml'):
        for role in roles:
            file = role['name'].lower() + '-' + base.replace('.role.j2.yaml', '.yaml')
            if 'network/config' in folder:
                file = role.get('deprecated_nic_config_name') or role['name'].lower() + '.yaml'
            given = role if '{{role.name}}' in text else role['name']
            yield os.path.join(folder, file), {'role': given, 'networks': networks}
    elif base.endswith('.network.j2.yaml'):
        word = 'port' if folder.endswith('ports') else 'network'
        for network in enabled:
            file = base.replace('.network.j2.yaml', '.yaml').replace(word, network['name_lower'])
            yield os.path.join(folder, file), {'network': network}
    else:
        yield name.replace('.j2.yaml', '.yaml'), {'roles': roles, 'networks': networks}


roles = yaml.safe_load(read('roles_data.yaml'))
networks = yaml.safe_load(read('network_data.yaml', '[]')) or []
enabled = [network for network in networks if network.get('enabled') is not False]
for index, network in enumerate(networks):
    network['idx'] = index
for network in enabled:
    network['name_lower'] = network.get('name_lower') or network['name'].lower()
excluded = (yaml.safe_load(read('j2_excludes.yaml', '{}')) or {}).get('name') or []

rendered = {}
for name in sorted(names()):
    template = read(name)
    for file, values in outputs(name, template):
        if file not in excluded:
            loader = jinja2.FileSystemLoader([os.path.join(top, os.path.dirname(file)), top])
            rendered[file] = jinja2.Environment(loader=loader).from_string(template).render(**values)
json.dump(rendered, sys.stdout)
