import {Flags, OscCommand, UsageError} from '@osc-cli/core'
import {deployImages} from '#machine/boot'
import {DISCOVER_CALLS, discoverMachines} from '#machine/discover'
import {MachineFailures} from '#machine/failures'
import {concurrencyFlag, INTROSPECT_CALLS, inspectionFlags, introspectMachines} from '#machine/introspect'
import {Change, changeStates} from '#machine/states'

const exactlyOne = ['ip', 'range']

export default class OvercloudNodeDiscover extends OscCommand {
  static override summary = 'Search addresses for machines, and register them'
  static override description =
    'A workflow of tripleo-common searches the addresses for management controllers (BMCs), tries to log in to each, and ' +
    'registers the machines in Ironic. Only an undercloud with tripleo-common has this workflow.'
  static override service = 'baremetal'
  static override roles = ['admin']
  static override calls = [...new Set([...DISCOVER_CALLS, ...INTROSPECT_CALLS])]
  static override seeAlso = ['overcloud node import', 'overcloud node introspect', 'overcloud node provide']
  static override examples = [
    {
      command: 'osc overcloud node discover --range 192.0.2.0/24 --credentials admin:SECRET --introspect --provide',
      description: 'Search a network, inspect the machines that are found, and make them available',
    },
  ]
  static override flags = {
    ip: Flags.string({description: 'Address to search (repeatable)', helpValue: 'ADDRESS', multiple: true, exactlyOne}),
    range: Flags.string({
      description: 'Range of addresses to search, in CIDR notation',
      helpValue: 'RANGE',
      exactlyOne,
    }),
    credentials: Flags.string({
      description: 'User and password to try (repeatable)',
      helpValue: 'USER:PASSWORD',
      multiple: true,
      required: true,
      secret: true,
    }),
    port: Flags.integer({
      description: 'Port of management controllers (repeatable, default: 623)',
      helpValue: 'PORT',
      multiple: true,
      min: 1,
      max: 65_535,
    }),
    introspect: Flags.boolean({description: 'Inspect the machines after registering them'}),
    'run-validations': Flags.boolean({
      description: 'Run the validations of the group pre-introspection before the introspection',
    }),
    provide: Flags.boolean({description: 'Make the machines available afterwards'}),
    'no-deploy-image': Flags.boolean({description: 'Do not set the kernel and ramdisk for deployments'}),
    'instance-boot-option': Flags.string({
      description: 'How deployed servers boot: from their disk or from the network (default: local)',
      helpValue: 'OPTION',
      options: ['local', 'netboot'],
      default: 'local',
    }),
    ...concurrencyFlag,
    ...inspectionFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudNodeDiscover)
    const machines = await discoverMachines(this, {
      addresses: flags.range ?? flags.ip ?? [],
      credentials: flags.credentials.map(credentialsOf),
      ports: flags.port,
      bootOption: flags['instance-boot-option'],
      images: flags['no-deploy-image'] ? undefined : deployImages(),
    })
    await this.note(`Machines registered: ${machines.length}.`)
    const failures = new MachineFailures()
    const limits = {
      concurrency: flags.concurrency,
      timeout: flags['node-timeout'],
      retries: flags['max-retries'],
      validate: flags['run-validations'],
    }
    const inspected = flags.introspect ? await introspectMachines(this, machines, limits, failures) : machines
    if (flags.provide) await changeStates(this, inspected, Change.provide, failures, limits)
    failures.refuse(machines.length)
  }
}

/** `admin:secret`; the error does not repeat it. */
function credentialsOf(text: string): [user: string, password: string] {
  const [user = '', ...rest] = text.split(':')
  if (user !== '' && rest.length > 0) return [user, rest.join(':')]
  throw new UsageError('--credentials: Expected USER:PASSWORD.')
}
