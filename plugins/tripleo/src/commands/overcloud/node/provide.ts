import {OscCommand} from '@osc-cli/core'
import {runOnMachines} from '#machine/command'
import {allManageableFlag, machineArgs, SELECT_CALLS} from '#machine/selected'
import {Change, changeStates, STATE_CALLS} from '#machine/states'

export default class OvercloudNodeProvide extends OscCommand {
  static override summary = 'Make machines available for deployments'
  static override description = 'Where automated cleaning is enabled, Ironic cleans the machines first.'
  static override service = 'baremetal'
  static override roles = ['admin']
  static override calls = [...new Set([...SELECT_CALLS, ...STATE_CALLS])]
  static override seeAlso = ['overcloud node manage', 'overcloud profiles list']
  static override examples = [
    {command: 'osc overcloud node provide --all-manageable', description: 'Make all manageable machines available'},
  ]
  static override args = machineArgs
  static override flags = allManageableFlag

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudNodeProvide)
    await runOnMachines(this, args.node, flags, (machines, failures) =>
      changeStates(this, machines, Change.provide, failures),
    )
  }
}
