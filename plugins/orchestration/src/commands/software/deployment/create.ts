import {Args, Flags, ShowCommand, showFormat} from '@osc-cli/core'
import {createSoftware} from '#create-software'
import {derivedConfig} from '#deployment'
import {parameterMap} from '#parameters'
import {SoftwareConfig} from '#software-config'
import {SoftwareDeployment} from '#software-deployment'
import {createTempUrl} from '#temp-url'

export default class SoftwareDeploymentCreate extends ShowCommand {
  static override summary = 'Deploy a software config to a server'
  static override roles = ['member']
  static override calls = [
    'GET /v1/{project_id}/software_configs/{id}',
    'POST /v1/{project_id}/software_configs',
    'POST /v1/{project_id}/software_deployments',
    // Of Swift, for a signal by a temporary URL.
    'HEAD /v1/{account}',
    'POST /v1/{account}',
    'PUT /v1/{account}/{container}',
    'PUT /v1/{account}/{container}/{object}',
  ]
  static override examples = [
    {
      command:
        'osc software deployment create --server 6d1f0f5e-6f0c-4c8f-9b44-0ec2ed3a2d37 --signal-transport NO_SIGNAL --input-value who=me hello',
      description: 'Deploy without a signal from the server',
    },
  ]
  static override args = {
    name: Args.string({
      description: 'Name of the deployment; a server applies its deployments in order of name',
      required: true,
    }),
  }
  static override flags = {
    format: showFormat({byDefault: 'yaml'}),
    'input-value': Flags.strings({description: 'Input value (repeatable)', helpValue: 'KEY=VALUE', secret: true}),
    action: Flags.string({
      description: 'Action: CREATE, UPDATE, DELETE, SUSPEND, RESUME or a custom one (default: UPDATE)',
      helpValue: 'ACTION',
      default: 'UPDATE',
    }),
    config: Flags.string({description: 'Software config to deploy (ID)', helpValue: 'CONFIG'}),
    'signal-transport': Flags.string({
      description:
        'How the server reports its outputs: TEMP_URL_SIGNAL (to a temporary Swift URL, default) or NO_SIGNAL',
      helpValue: 'TRANSPORT',
      default: 'TEMP_URL_SIGNAL',
    }),
    container: Flags.string({
      description: 'Swift container for the temporary URL (default: a new one)',
      helpValue: 'CONTAINER',
    }),
    timeout: Flags.integer({
      description: 'Lifetime of the temporary URL in minutes (default: 60)',
      helpValue: 'MINUTES',
      default: 60,
      min: 1,
    }),
    server: Flags.string({description: 'Server to deploy to (ID)', helpValue: 'SERVER', required: true}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(SoftwareDeploymentCreate)
    const {action, server, 'signal-transport': transport} = flags
    const source = flags.config === undefined ? {} : await this.api(SoftwareConfig).find(flags.config)
    const derivation = {
      name: args.name,
      action,
      server,
      transport,
      values: parameterMap(flags['input-value'] ?? [], {split: false}),
    }
    // Checks the transport before anything is made in Swift.
    derivedConfig(source, {...derivation, signalId: undefined})
    const session = await this.session()
    const signalId =
      transport === 'TEMP_URL_SIGNAL'
        ? await createTempUrl(session, {
            name: args.name,
            container: flags.container,
            minutes: flags.timeout,
          })
        : undefined
    const config = await createSoftware(session, SoftwareConfig, derivedConfig(source, {...derivation, signalId}))
    const body = {config_id: config.id, server_id: server, action, status: 'IN_PROGRESS'}
    await this.show(await createSoftware(session, SoftwareDeployment, body))
  }
}
