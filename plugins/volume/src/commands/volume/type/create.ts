import {Args, asText, Cells, type Columns, Flags, projectFlags, projectOf, ShowCommand, UsageError} from '@osc-cli/core'
import {encryptionBody, encryptionFlags, extraSpecs, newEncryption, specFlags} from '#type-flags'
import {encryptionOf, VolumeType, volumeTypeFields} from '#volume-type'

export default class VolumeTypeCreate extends ShowCommand {
  static override summary = 'Create a volume type'
  static override roles = ['admin']
  static override calls = [
    'POST /v3/types',
    'POST /v3/types/{id}/extra_specs',
    'POST /v3/types/{id}/action',
    'POST /v3/types/{id}/encryption',
    'GET /v3/projects?name={name}',
  ]
  static override seeAlso = ['volume type set', 'volume qos associate']
  static override examples = [
    {command: 'osc volume type create --property volume_backend_name=ssd fast', description: 'Create a type for SSDs'},
    {command: 'osc volume type create --private --project demo special', description: 'Create a type for one project'},
  ]
  static override args = {name: Args.string({description: 'Name of the new type', required: true})}
  static override flags = {
    description: Flags.string({description: 'Description'}),
    ...Flags.choices({public: 'All projects can use the type (default)', private: 'Only chosen projects can use it'}),
    property: Flags.keyValues({description: 'Property to set (repeatable)'}),
    ...specFlags('For volumes'),
    ...projectFlags('Project that can use the private type (name or ID)'),
    ...encryptionFlags,
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeTypeCreate)
    if (flags.project !== undefined && !flags.private) throw new UsageError('Option --project also requires --private.')
    const given = encryptionBody(flags)
    const wanted = given && newEncryption(given)
    const project = await projectOf(this.api, flags)
    const types = this.api(VolumeType)
    const type = await types.create({
      name: args.name,
      description: flags.description,
      'os-volume-type-access:is_public': Flags.chosen(flags, {public: true, private: false}),
    })
    const id = asText(type.id) ?? ''
    if (project !== undefined) await types.send(id, 'POST', '/action', {addProjectAccess: {project}})
    const specs = extraSpecs(flags)
    if (specs) await types.send(id, 'POST', '/extra_specs', {extra_specs: specs})
    const answer = wanted && (await types.send(id, 'POST', '/encryption', {encryption: wanted}))
    const {description, ...others} = volumeTypeFields
    const columns: Columns = {
      description,
      ...(answer && {encryption: () => Cells.dict(encryptionOf(answer.encryption))}),
      ...others,
    }
    await this.show(specs ? {...type, extra_specs: specs} : type, columns)
  }
}
