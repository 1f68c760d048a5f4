import {Flags, OscCommand} from '@osc-cli/core'
import {cleaning, ERASE_METADATA} from '#machine/clean'
import {runOnMachines} from '#machine/command'
import {allManageableFlag, machineArgs, SELECT_CALLS} from '#machine/selected'
import {Change, changeStates, STATE_CALLS} from '#machine/states'

export default class OvercloudNodeClean extends OscCommand {
  static override summary = 'Erase the partition tables of machines'
  static override description =
    'Runs the step erase_devices_metadata of manual cleaning on machines in state manageable. Data on the disks is lost.'
  static override service = 'baremetal'
  static override roles = ['admin']
  static override calls = [...new Set([...SELECT_CALLS, ...STATE_CALLS])]
  static override seeAlso = ['overcloud node manage', 'overcloud node provide']
  static override examples = [
    {command: 'osc overcloud node clean --provide web-1', description: 'Clean a machine, and make it available'},
  ]
  static override args = machineArgs
  static override flags = {
    ...allManageableFlag,
    provide: Flags.boolean({description: 'Make the machines available afterwards'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudNodeClean)
    await runOnMachines(this, args.node, flags, async (machines, failures) => {
      const clean = await changeStates(this, machines, cleaning(ERASE_METADATA), failures)
      if (flags.provide) await changeStates(this, clean, Change.provide, failures)
    })
  }
}
