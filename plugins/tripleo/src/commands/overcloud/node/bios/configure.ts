import {Flags, OscCommand, UsageError} from '@osc-cli/core'
import {cleaning, readConfiguration} from '#machine/clean'
import {runOnMachines} from '#machine/command'
import {allManageableFlag, machineArgs, SELECT_CALLS} from '#machine/selected'
import {changeStates, STATE_CALLS} from '#machine/states'

export default class OvercloudNodeBiosConfigure extends OscCommand {
  static override summary = 'Change BIOS settings of machines'
  static override description = 'Runs the step apply_configuration of manual cleaning on machines in state manageable.'
  static override service = 'baremetal'
  static override roles = ['admin']
  static override calls = [...new Set([...SELECT_CALLS, ...STATE_CALLS])]
  static override seeAlso = ['overcloud node bios reset', 'overcloud node manage']
  static override examples = [
    {
      command: `osc overcloud node bios configure --configuration '{"settings": [{"name": "Virtualization", "value": "on"}]}' web-1`,
      description: 'Change a setting of a machine',
    },
  ]
  static override args = machineArgs
  static override flags = {
    ...allManageableFlag,
    configuration: Flags.string({
      description:
        'Settings as JSON or YAML, {"settings": [{"name": NAME, "value": VALUE}]}, or a file with them (required)',
      helpValue: 'CONFIGURATION',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudNodeBiosConfigure)
    // TripleO's client declares the option as optional, and fails without it.
    if (!flags.configuration)
      throw new UsageError('No configuration was specified.', {
        hint: 'Specify BIOS settings, or a file with them, with --configuration.',
      })
    const configuration = await readConfiguration(this, flags.configuration, 'settings')
    const step = {interface: 'bios', step: 'apply_configuration', args: configuration}
    await runOnMachines(this, args.node, flags, (machines, failures) =>
      changeStates(this, machines, cleaning(step), failures),
    )
  }
}
