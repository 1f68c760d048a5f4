import {Args, asObject, asText, Flags, OscCommand, pathSegment, projectFlags, projectOf} from '@osc-cli/core'
import {makeChanges} from '#changes'
import {VolumeType} from '#volume-type'

export default class VolumeTypeUnset extends OscCommand {
  static override summary = 'Remove settings of a volume type'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/types?is_public=None',
    'DELETE /v3/types/{id}/extra_specs/{key}',
    'POST /v3/types/{id}/action',
    'GET /v3/types/{id}/encryption',
    'DELETE /v3/types/{id}/encryption/{encryption}',
    'GET /v3/projects?name={name}',
  ]
  static override seeAlso = ['volume type set']
  static override examples = [
    {command: 'osc volume type unset --encryption-type fast', description: 'Stop encrypting new volumes'},
  ]
  static override args = {volume_type: Args.string({description: 'Volume type to change (name or ID)', required: true})}
  static override flags = {
    property: Flags.strings({description: 'Property to remove (repeatable)', helpValue: 'KEY'}),
    ...projectFlags('Project that can no longer use the type (name or ID)'),
    'encryption-type': Flags.boolean({description: 'Remove the encryption'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeTypeUnset)
    const types = this.api(VolumeType)
    const id = await types.id(args.volume_type)
    const properties = (flags.property ?? []).map((key) => [
      `property ${key}`,
      () => types.send(id, 'DELETE', `/extra_specs/${pathSegment(key, 'property')}`),
    ])
    await makeChanges((names, work) => this.eachInOrder(names, work), {
      ...Object.fromEntries(properties),
      access:
        flags.project !== undefined &&
        (async () =>
          types.send(id, 'POST', '/action', {removeProjectAccess: {project: await projectOf(this.api, flags)}})),
      encryption: flags['encryption-type'] && (() => this.decrypt(id)),
    })
  }

  private async decrypt(id: string): Promise<void> {
    const types = this.api(VolumeType)
    const {encryption_id} = asObject(await types.send(id, 'GET', '/encryption'))
    await types.send(id, 'DELETE', `/encryption/${asText(encryption_id) ?? 'provider'}`)
  }
}
