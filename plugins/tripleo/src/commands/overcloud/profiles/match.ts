import {Flags, OscCommand, OscError} from '@osc-cli/core'
import {Machine, machineName} from '#machine/machine'
import {assignProfile, demandFlags, demandsOf, matchProfiles} from '#machine/profiles'

export default class OvercloudProfilesMatch extends OscCommand {
  static override summary = 'Assign profiles to machines'
  static override description =
    'Checks for each flavor whether enough machines have its profile, and assigns the profile to more machines that may get ' +
    'it: available ones with a capability such as compute_profile:1.'
  static override service = 'baremetal'
  static override roles = ['admin']
  static override calls = [
    'GET /v2.1/flavors/detail',
    'GET /v2.1/flavors/{id}/os-extra_specs',
    'GET /v1/nodes',
    'PATCH /v1/nodes/{id}',
  ]
  static override seeAlso = ['overcloud profiles list', 'overcloud profiles set', 'flavor set']
  static override examples = [
    {
      command:
        'osc overcloud profiles match --control-flavor control --control-scale 1 --compute-flavor compute --compute-scale 2',
      description: 'Assign profiles for one controller and two compute servers',
    },
  ]
  static override flags = {
    'dry-run': Flags.boolean({description: 'Only print what would be assigned'}),
    ...demandFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(OvercloudProfilesMatch)
    const demands = await demandsOf(this, flags)
    if (demands.length === 0)
      return await this.note(
        'Nothing to match. Specify a flavor and a number, such as: --compute-flavor FLAVOR --compute-scale COUNT',
      )
    const machines = await Array.fromAsync(this.api(Machine).list({detail: true, maintenance: false}))
    const {assignments, errors, warnings} = matchProfiles(machines, demands)
    for (const warning of warnings) await this.note(warning)
    for (const {machine, profile} of assignments) {
      if (flags['dry-run']) await this.note(`${machineName(machine)} would get the profile ${profile}.`)
      else await assignProfile(this, machine, profile)
    }
    if (errors.length > 0)
      throw new OscError(['Not enough machines match.', ...errors].join('\n  '), {
        code: 'MachinesFailed',
        hint: 'Assign a profile with: osc overcloud profiles set PROFILE MACHINE',
      })
  }
}
