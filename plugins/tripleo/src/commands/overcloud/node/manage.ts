import {OscCommand} from '@osc-cli/core'
import {runOnMachines} from '#machine/command'
import {machinesArg, SELECT_CALLS} from '#machine/selected'
import {Change, changeStates, STATE_CALLS} from '#machine/states'

export default class OvercloudNodeManage extends OscCommand {
  static override summary = 'Make machines manageable'
  static override description =
    'A manageable machine can be inspected, configured and cleaned. It is not used for deployments. This also brings back a ' +
    'machine whose inspection or cleaning failed.'
  static override service = 'baremetal'
  static override roles = ['admin']
  static override calls = [...new Set([...SELECT_CALLS, ...STATE_CALLS])]
  static override seeAlso = ['overcloud node provide', 'overcloud node introspect']
  static override examples = [{command: 'osc overcloud node manage web-1 web-2', description: 'Take two machines back'}]
  static override args = {node: machinesArg}

  async run(): Promise<void> {
    const {args} = await this.parse(OvercloudNodeManage)
    await runOnMachines(this, args.node, {}, (machines, failures) =>
      changeStates(this, machines, Change.manage, failures),
    )
  }
}
