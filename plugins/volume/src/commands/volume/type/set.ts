import {Args, Flags, HttpError, isEmpty, type JsonObject, OscCommand, projectFlags, projectOf} from '@osc-cli/core'
import {makeChanges} from '#changes'
import {encryptionBody, encryptionFlags, extraSpecs, newEncryption, specFlags} from '#type-flags'
import {VolumeType} from '#volume-type'

export default class VolumeTypeSet extends OscCommand {
  static override summary = 'Change a volume type'
  static override roles = ['admin']
  static override calls = [
    'GET /v3/types?is_public=None',
    'PUT /v3/types/{id}',
    'POST /v3/types/{id}/extra_specs',
    'POST /v3/types/{id}/action',
    'PUT /v3/types/{id}/encryption/provider',
    'POST /v3/types/{id}/encryption',
    'GET /v3/projects?name={name}',
  ]
  static override seeAlso = ['volume type unset']
  static override examples = [
    {command: 'osc volume type set --property volume_backend_name=ssd fast', description: 'Set a property'},
    {command: 'osc volume type set --project demo special', description: 'Let a project use a private type'},
  ]
  static override args = {volume_type: Args.string({description: 'Volume type to change (name or ID)', required: true})}
  static override flags = {
    name: Flags.string({description: 'New name', helpValue: 'NAME'}),
    description: Flags.string({description: 'New description'}),
    property: Flags.keyValues({description: 'Property to set (repeatable)'}),
    ...specFlags('For volumes'),
    ...projectFlags('Project that can use the private type (name or ID)'),
    ...Flags.choices({public: 'All projects can use the type', private: 'Only chosen projects can use the type'}),
    ...encryptionFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeTypeSet)
    const types = this.api(VolumeType)
    const id = await types.id(args.volume_type)
    const body = {
      name: flags.name || undefined,
      description: flags.description || undefined,
      is_public: Flags.chosen(flags, {public: true, private: false}),
    }
    const specs = extraSpecs(flags)
    const encryption = encryptionBody(flags)
    await makeChanges((names, work) => this.eachInOrder(names, work), {
      type: !isEmpty(body) && (() => types.update(id, body)),
      properties: specs !== undefined && (() => types.send(id, 'POST', '/extra_specs', {extra_specs: specs})),
      access:
        flags.project !== undefined &&
        (async () =>
          types.send(id, 'POST', '/action', {addProjectAccess: {project: await projectOf(this.api, flags)}})),
      encryption: encryption !== undefined && (() => this.encrypt(id, encryption)),
    })
  }

  /** Cinder answers with 404 (some versions: 400) when the type is not encrypted yet. */
  private async encrypt(id: string, encryption: JsonObject): Promise<void> {
    const types = this.api(VolumeType)
    try {
      // The last part of the path is ignored.
      await types.send(id, 'PUT', '/encryption/provider', {encryption})
    } catch (error) {
      if (!(error instanceof HttpError) || ![400, 404].includes(error.failure.status)) throw error
      await types.send(id, 'POST', '/encryption', {encryption: newEncryption(encryption)})
    }
  }
}
