import {OscCommand} from '@osc-cli/core'
import {cleaning} from '#machine/clean'
import {runOnMachines} from '#machine/command'
import {allManageableFlag, machineArgs, SELECT_CALLS} from '#machine/selected'
import {changeStates, STATE_CALLS} from '#machine/states'

export default class OvercloudNodeBiosReset extends OscCommand {
  static override summary = 'Reset BIOS settings of machines to factory defaults'
  static override description = 'Runs the step factory_reset of manual cleaning on machines in state manageable.'
  static override service = 'baremetal'
  static override roles = ['admin']
  static override calls = [...new Set([...SELECT_CALLS, ...STATE_CALLS])]
  static override seeAlso = ['overcloud node bios configure', 'overcloud node manage']
  static override examples = [{command: 'osc overcloud node bios reset web-1', description: 'Reset a machine'}]
  static override args = machineArgs
  static override flags = allManageableFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudNodeBiosReset)
    await runOnMachines(this, args.node, flags, (machines, failures) =>
      changeStates(this, machines, cleaning({interface: 'bios', step: 'factory_reset'}), failures),
    )
  }
}
