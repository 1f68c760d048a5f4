"""Runs cliff's formatters: a JSON request a line on stdin, a JSON answer a line on stdout.

Request: {"kind": "list"|"show", "columns": [...], "rows": [[...]] or "values": [...], "args": ["-f", "csv", ...]}.
A cell {"__formatted__": machine, "human": text} is a FormattableColumn. Answer: {"out": text} or {"error": text}.
"""
import io
import json
import logging
import sys

from cliff import columns
from cliff import lister
from cliff import show

logging.disable(logging.CRITICAL)


class Pair(columns.FormattableColumn):
    def __init__(self, machine, human):
        super().__init__(machine)
        self._human = human

    def human_readable(self):
        return self._human


class App:
    NAME = 'cliff'

    def __init__(self):
        self.stdout = io.StringIO()


def cell(value):
    if isinstance(value, dict) and '__formatted__' in value:
        return Pair(value['__formatted__'], value['human'])
    return value


class List(lister.Lister):
    def take_action(self, parsed_args):
        rows = [[cell(value) for value in row] for row in self.request['rows']]
        return self.request['columns'], rows


class Show(show.ShowOne):
    def take_action(self, parsed_args):
        return self.request['columns'], [cell(value) for value in self.request['values']]


def load(kind):
    return (List if kind == 'list' else Show)(App(), None)


commands = {kind: load(kind) for kind in ('list', 'show')}
for line in sys.stdin:
    request = json.loads(line)
    command = commands[request['kind']]
    command.request = request
    command.app.stdout = io.StringIO()
    try:
        command.run(command.get_parser('x').parse_args(request['args']))
        answer = {'out': command.app.stdout.getvalue()}
    except Exception as error:
        answer = {'error': str(error)}
    print(json.dumps(answer), flush=True)
