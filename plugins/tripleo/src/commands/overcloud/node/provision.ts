import {Args, Flags, OscCommand, readText, shellWord} from '@osc-cli/core'
import {stringify} from 'yaml'
import {stackFlag} from '#deploy-flags'
import {MachineFailures} from '#machine/failures'
import {readInstances} from '#machine/instances'
import {concurrencyFlag} from '#machine/introspect'
import {PROVISION_CALLS, portMap, provisionInstances} from '#machine/provision'
import {writeOutput} from '#write-output'

export default class OvercloudNodeProvision extends OscCommand {
  static override summary = 'Deploy servers on machines, without Nova'
  static override description =
    'Reads roles from a file such as baremetal_deployment.yaml. Reserves an available machine in Ironic for each server, attaches it ' +
    'to its networks, and writes the image. Servers that are deployed stay as they are, so the command can be repeated after a ' +
    'failure. Writes an environment file with names and addresses, for plans whose templates do not create servers: use it with ' +
    'environments/deployed-server-environment.yaml of the templates of TripleO.'
  static override service = 'baremetal'
  static override roles = ['admin']
  static override calls = [...PROVISION_CALLS, 'GET /v2/images', 'GET /v2/images/{id}']
  static override seeAlso = ['overcloud node unprovision', 'overcloud node provide', 'overcloud profiles list']
  static override examples = [
    {
      command: 'osc overcloud node provision --stack first -o environment.yaml baremetal_deployment.yaml',
      description: 'Deploy the servers in a file',
    },
  ]
  static override args = {
    input: Args.string({description: 'YAML file with roles and their servers', required: true}),
  }
  static override flags = {
    output: Flags.string({
      char: 'o',
      description: 'Environment file to write (default: baremetal_environment.yaml)',
      helpValue: 'FILE',
      default: 'baremetal_environment.yaml',
    }),
    ...stackFlag,
    'overcloud-ssh-user': Flags.string({
      description: 'User that cloud-init creates on the servers (default: heat-admin)',
      helpValue: 'USER',
      default: 'heat-admin',
    }),
    'overcloud-ssh-key': Flags.string({
      description: 'File with the public key of that user (default: no key)',
      helpValue: 'FILE',
    }),
    ...concurrencyFlag,
    timeout: Flags.integer({
      description: 'Seconds that each server may take (default: 3600)',
      helpValue: 'SECONDS',
      default: 3600,
      min: 1,
    }),
    'network-ports': Flags.boolean({description: 'Accepted for compatibility: ports are always created'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudNodeProvision)
    const {wanted, parameters} = await readInstances(this, args.input, flags.stack)
    const file = flags['overcloud-ssh-key']
    const login = {
      user: flags['overcloud-ssh-user'],
      key: file === undefined ? undefined : (await readText(file, this.runtime)).trim(),
    }
    const failures = new MachineFailures()
    const servers = await provisionInstances(this, wanted, login, failures, {
      concurrency: flags.concurrency,
      timeout: flags.timeout,
    })
    failures.refuse(wanted.length)
    const environment = {
      parameter_defaults: {...parameters, DeployedServerPortMap: await portMap(this, servers)},
    }
    await writeOutput(this, flags.output, stringify(environment))
    await this.note(
      `Servers deployed: ${servers.length}.\nAdd them to the plan with: osc overcloud plan set ${shellWord(flags.stack)} -e ${shellWord(flags.output)}`,
    )
  }
}
