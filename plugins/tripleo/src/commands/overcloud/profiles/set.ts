import {Args, OscCommand} from '@osc-cli/core'
import {runOnMachines} from '#machine/command'
import {machineName} from '#machine/machine'
import {assignProfile} from '#machine/profiles'
import {machinesArg} from '#machine/selected'

export default class OvercloudProfilesSet extends OscCommand {
  static override summary = 'Assign a profile to machines'
  static override description = 'Flavors with the property capabilities:profile use only machines with that profile.'
  static override service = 'baremetal'
  static override roles = ['admin']
  static override calls = ['GET /v1/nodes/{id}', 'PATCH /v1/nodes/{id}']
  static override seeAlso = ['overcloud profiles list', 'overcloud profiles match']
  static override examples = [
    {command: 'osc overcloud profiles set compute web-1 web-2', description: 'Assign the profile compute'},
  ]
  static override args = {
    profile: Args.string({description: 'Profile', required: true}),
    node: machinesArg,
  }

  async run(): Promise<void> {
    const {args} = await this.parse(OvercloudProfilesSet)
    await runOnMachines(this, args.node, {}, (machines, failures) =>
      failures.each(machines, machineName, (machine) => assignProfile(this, machine, args.profile)),
    )
  }
}
