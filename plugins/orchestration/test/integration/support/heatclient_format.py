"""Prints what heatclient's formatters make of the values that it reads as JSON."""
import io
import json
import sys
import types

from heatclient.common import format_utils
from heatclient.common import resource_formatter
from heatclient.common import utils


def dot(resources):
    out = io.StringIO()
    resource_formatter.ResourceDotWriter([types.SimpleNamespace(**r) for r in resources], out)\
        .write()
    return out.getvalue()


def log(batches):
    context = utils.EventLogContext()
    return '\n'.join(
        utils.event_log_formatter([types.SimpleNamespace(**e) for e in events], context)
        for events in batches)


def output(arguments):
    out = io.StringIO()
    format_utils.print_software_deployment_output(out=out, **arguments)
    return out.getvalue()


def reason(arguments):
    text = format_utils.indent_and_truncate(
        arguments['text'], spaces=4, truncate=not arguments['long'], truncate_prefix='...\n')
    return '%s\n' % text


FORMATTERS = {
    'json': utils.json_formatter,
    'yaml': utils.yaml_formatter,
    'links': utils.link_formatter,
    'wrapped': utils.text_wrap_formatter,
    'dot': dot,
    'log': log,
    'output': output,
    'reason': reason,
}

json.dump([FORMATTERS[kind](value) for kind, value in json.load(sys.stdin)], sys.stdout)
