import {Args, Flags, OscCommand} from '@osc-cli/core'
import {cleaning, readConfiguration} from '#machine/clean'
import {runOnMachines} from '#machine/command'
import {Machine, machineName} from '#machine/machine'
import {changeStates, STATE_CALLS} from '#machine/states'

export default class OvercloudRaidCreate extends OscCommand {
  static override summary = 'Create RAID volumes on machines'
  static override description =
    'Stores the configuration, then runs the steps delete_configuration and create_configuration of manual cleaning on ' +
    'machines in state manageable. Data on the disks is lost.'
  static override service = 'baremetal'
  static override roles = ['admin']
  static override calls = ['GET /v1/nodes/{id}', 'PUT /v1/nodes/{id}/states/raid', ...STATE_CALLS]
  static override seeAlso = ['overcloud node manage', 'overcloud node clean']
  static override examples = [
    {
      command: `osc overcloud raid create --node web-1 '{"logical_disks": [{"size_gb": "MAX", "raid_level": "1"}]}'`,
      description: 'Mirror the disks of a machine',
    },
  ]
  static override args = {
    configuration: Args.string({
      description: 'RAID configuration as JSON or YAML, {"logical_disks": [...]}, or a file with it',
      required: true,
    }),
  }
  static override flags = {
    node: Flags.strings({
      description: 'Machine (name or UUID, repeatable)',
      helpValue: 'MACHINE',
      required: true,
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudRaidCreate)
    const configuration = await readConfiguration(this, args.configuration, 'logical_disks')
    const steps = ['delete_configuration', 'create_configuration'].map((step) => ({interface: 'raid', step}))
    await runOnMachines(this, flags.node, {}, async (machines, failures) => {
      const stored = await failures.each(machines, machineName, async (machine) => {
        await this.api(Machine).send(String(machine.uuid), 'PUT', '/states/raid', configuration)
        return machine
      })
      await changeStates(this, stored, cleaning(...steps), failures)
    })
  }
}
