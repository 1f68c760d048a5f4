import {Args, asObject, asText, Cells, type Columns, Flags, type JsonObject, ShowCommand} from '@osc-cli/core'
import {encryptionOf, VolumeType, volumeTypeFields} from '#volume-type'

export default class VolumeTypeShow extends ShowCommand {
  static override summary = 'Show a volume type'
  static override roles = []
  static override calls = [
    'GET /v3/types?is_public=None',
    'GET /v3/types/{id}',
    'GET /v3/types/{id}/os-volume-type-access',
    'GET /v3/types/{id}/encryption',
  ]
  static override seeAlso = ['volume type set']
  static override examples = [
    {command: 'osc volume type show fast', description: 'Show properties and, of a private type, its projects'},
  ]
  static override args = {volume_type: Args.string({description: 'Volume type (name or ID)', required: true})}
  static override flags = {
    'encryption-type': Flags.boolean({description: 'Include the encryption (administrators)'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(VolumeTypeShow)
    const types = this.api(VolumeType)
    const type = await types.find(args.volume_type)
    const id = asText(type.id) ?? ''
    const projects = type.is_public === false ? await this.projects(id) : undefined
    const encryption = flags['encryption-type'] && encryptionOf(await types.send(id, 'GET', '/encryption'))
    const {description, id: idField, is_public, name, properties} = volumeTypeFields
    const columns: Columns = {
      access_project_ids: () => (projects ? Cells.list(projects) : null),
      description,
      ...(encryption && {encryption: () => Cells.dict(encryption)}),
      id: idField,
      is_public,
      name,
      properties,
    }
    await this.show(type, columns)
  }

  /** Only administrators see them. */
  private async projects(id: string): Promise<string[] | undefined> {
    const accesses: JsonObject[] = []
    const path = `/types/${id}/os-volume-type-access`
    for await (const access of this.api({...VolumeType, path, collection: 'volume_type_access'}).list())
      accesses.push(asObject(access))
    return accesses.map(({project_id}) => asText(project_id) ?? '')
  }
}
