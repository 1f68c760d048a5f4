import {Flags, OscCommand} from '@osc-cli/core'
import {runOnMachines} from '#machine/command'
import {concurrencyFlag, INTROSPECT_CALLS, inspectionFlags, introspectMachines} from '#machine/introspect'
import {allManageableFlag, machineArgs, SELECT_CALLS} from '#machine/selected'
import {Change, changeStates} from '#machine/states'

export default class OvercloudNodeIntrospect extends OscCommand {
  static override summary = 'Inspect the hardware of machines'
  static override description =
    'Ironic inspects the machines by the means of their driver, and stores their processors, memory and disks.'
  static override service = 'baremetal'
  static override roles = ['admin']
  static override calls = [...new Set([...SELECT_CALLS, ...INTROSPECT_CALLS])]
  static override seeAlso = ['overcloud node provide', 'overcloud profiles match']
  static override examples = [
    {
      command: 'osc overcloud node introspect --all-manageable --provide',
      description: 'Inspect all manageable machines, and make them available',
    },
  ]
  static override args = machineArgs
  static override flags = {
    ...allManageableFlag,
    provide: Flags.boolean({description: 'Make the machines available afterwards'}),
    'run-validations': Flags.boolean({description: 'Run the validations of the group pre-introspection first'}),
    ...concurrencyFlag,
    ...inspectionFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudNodeIntrospect)
    const limits = {
      concurrency: flags.concurrency,
      timeout: flags['node-timeout'],
      retries: flags['max-retries'],
      validate: flags['run-validations'],
    }
    await runOnMachines(this, args.node, flags, async (machines, failures) => {
      const inspected = await introspectMachines(this, machines, limits, failures)
      if (flags.provide) await changeStates(this, inspected, Change.provide, failures, limits)
    })
  }
}
