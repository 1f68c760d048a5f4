"""Configures clouds as `openstack` does: reads cases as JSON, writes what each one becomes."""
import importlib
import json
import os
import sys
import warnings

warnings.simplefilter('ignore')

import osc_lib.cli.client_config  # noqa: E402
import openstack.config.loader  # noqa: E402
from openstackclient import shell  # noqa: E402


def words(options):
    for dest, value in options.items():
        stem = dest.removeprefix('os_').replace('_', '-')
        yield from ['--' + stem] if value is True else ['--os-' + stem, value]


def configure(case):
    os.environ.clear()
    os.environ.update(case['env'])
    os.chdir(case['cwd'])
    # The search path is worked out when the module is loaded.
    importlib.reload(openstack.config.loader)
    client_config = importlib.reload(osc_lib.cli.client_config)

    app = shell.OpenStackShell()
    app.options = app.build_option_parser('', '').parse_args(list(words(case['options'])))
    app._final_defaults()
    defaults = {'interface': 'public', 'auth_type': app._auth_type}
    loader = client_config.OSC_Config(override_defaults=defaults)
    # `openstack` hands over '' and so takes no cloud; the library takes the only one.
    cloud = loader.get_one(cloud=app.options.cloud or None, argparse=app.options, validate=False)
    config = cloud.config
    try:
        loader._validate_auth(config, loader._get_auth_loader(config))
    except Exception as error:
        if 'Missing value' not in str(error):
            raise
    verify, cert = cloud.get_requests_verify_args()
    versions = {key: value for key, value in config.items() if key.endswith('_api_version')}
    return {
        'auth': config['auth'],
        'authType': config['auth_type'],
        'region': config['region_name'],
        'interface': config['interface'],
        'verify': verify,
        'cert': cert,
        'forceIpv4': cloud.force_ipv4,
        'versions': versions,
    }


def answer(case):
    try:
        return configure(case)
    except Exception as error:
        return {'error': repr(error)}


json.dump([answer(case) for case in json.load(sys.stdin)], sys.stdout)
