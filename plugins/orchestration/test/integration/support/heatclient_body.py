"""Prints what heatclient would send for each of the inputs that it reads as JSON, or why it sends nothing."""
import json
import sys
from urllib import request

from heatclient.common import template_utils
from heatclient.common import utils
from oslo_serialization import jsonutils


def with_token(token):
    def read(method, url):
        asked = request.Request(url, method=method, headers={'X-Auth-Token': token})
        return request.urlopen(asked).read()
    return read


def body(case):
    container = case.get('filesContainer')
    template_files, template = template_utils.process_template_path(
        case.get('template'), object_request=with_token(case.get('token', '')),
        existing=case.get('existing', False), fetch_child=container is None)
    urls = []
    environment_files, environment = template_utils.process_multiple_environments_and_files(
        env_paths=case.get('environments'), env_list_tracker=urls, fetch_env_files=container is None)
    parameters = utils.format_all_parameters(
        case.get('parameters'), case.get('parameterFiles'), case.get('template'))
    hooks = case.get('hooks')
    if hooks:
        template_utils.hooks_to_env(environment, hooks['resources'], hooks['hook'])
    fields = {
        'template': template,
        'files': dict(list(template_files.items()) + list(environment_files.items())),
        'environment': environment,
        'parameters': parameters,
    }
    if urls:
        fields['environment_files'] = urls
    if container:
        fields['files_container'] = container
    return fields


def answer(case):
    try:
        return {'body': jsonutils.dumps(body(case))}
    except RecursionError:
        return {'error': 'RecursionError'}
    except Exception as error:
        return {'error': '%s: %s' % (type(error).__name__, error)}


json.dump([answer(case) for case in json.load(sys.stdin)], sys.stdout)
