import {Args, Flags, OscCommand} from '@osc-cli/core'
import {stackFlag, yesFlag} from '#deploy-flags'
import {MachineFailures} from '#machine/failures'
import {readInstances} from '#machine/instances'
import {PROVISION_CALLS, unprovisionInstances} from '#machine/provision'

export default class OvercloudNodeUnprovision extends OscCommand {
  static override summary = 'Release machines that were deployed without Nova'
  static override description =
    'Reads the same file as `overcloud node provision`. Deletes the servers that it marks with `provisioned: false`, or all of ' +
    'them with --all. Their data is lost. Ironic cleans the machines and makes them available.'
  static override service = 'baremetal'
  static override roles = ['admin']
  static override calls = PROVISION_CALLS
  static override seeAlso = ['overcloud node provision', 'overcloud profiles list']
  static override examples = [
    {
      command: 'osc overcloud node unprovision --stack first --all --yes baremetal_deployment.yaml',
      description: 'Release the machines of all servers',
    },
  ]
  static override args = {
    input: Args.string({description: 'YAML file with roles and their servers', required: true}),
  }
  static override flags = {
    ...stackFlag,
    all: Flags.boolean({description: 'Delete all servers of the file'}),
    ...yesFlag,
    'network-ports': Flags.boolean({description: 'Accepted for compatibility: ports are always deleted'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudNodeUnprovision)
    const {wanted, unwanted} = await readInstances(this, args.input, flags.stack)
    const hostnames = [...unwanted, ...(flags.all ? wanted : [])].map(({hostname}) => hostname)
    if (hostnames.length === 0)
      return await this.note(`${args.input} does not mark a server with provisioned: false. Select all with --all.`)
    if (!flags.yes && !(await this.confirm(`Delete the servers ${hostnames.join(', ')}?`)))
      return await this.note('Cancelled.')
    const failures = new MachineFailures()
    await unprovisionInstances(this, hostnames, failures)
    failures.refuse(hostnames.length)
  }
}
