import {asText, Cells, type Columns, Flags, Formatted, type JsonObject, ListCommand, pythonText} from '@osc-cli/core'
import {extraSpecs, specFlags} from '#type-flags'
import {encryptionOf, VolumeType, volumeTypeColumns, volumeTypeLongColumns} from '#volume-type'

export default class VolumeTypeList extends ListCommand {
  static override summary = 'List volume types'
  static override roles = []
  static override calls = ['GET /v3/types', 'GET /v3/types/default', 'GET /v3/types/{id}/encryption']
  static override needs = {
    property: {microversion: '3.52'},
    multiattach: {microversion: '3.52'},
    cacheable: {microversion: '3.52'},
    replicated: {microversion: '3.52'},
    'availability-zone': {microversion: '3.52'},
  }
  static override seeAlso = ['volume type show', 'volume create']
  static override examples = [
    {command: 'osc volume type list', description: 'List the types that you can use'},
    {command: 'osc volume type list --long --encryption-type', description: 'Include properties and encryption'},
  ]
  static override flags = {
    long: Flags.boolean({description: 'Include description and properties'}),
    ...Flags.choices({
      default: 'Show only the default type',
      public: 'List public types only',
      private: 'List private types only (administrators)',
    }),
    'encryption-type': Flags.boolean({description: 'Include the encryption (administrators)'}),
    property: Flags.keyValues({description: 'List types with this property (repeatable)'}),
    ...specFlags('List types of volumes'),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(VolumeTypeList)
    const specs = extraSpecs(flags)
    // Only the filter by properties needs a microversion.
    const types = this.api(specs ? {...VolumeType, newest: '3.52'} : VolumeType)
    const rows = flags.default
      ? [await types.get('default')]
      : types.list({
          is_public: Flags.chosen(flags, {public: 'True', private: 'False'}) ?? 'None',
          // Cinder reads this filter as a Python dict.
          extra_specs: specs && pythonText(specs),
        })
    const columns = flags.long ? volumeTypeLongColumns : volumeTypeColumns
    if (!flags['encryption-type']) {
      await this.table(columns, rows)
      return
    }
    const found = await Array.fromAsync(rows)
    const encryptions = new Map<string, JsonObject>()
    await this.each(
      found.map(({id}) => asText(id) ?? ''),
      async (id) => encryptions.set(id, encryptionOf(await types.send(id, 'GET', '/encryption'))),
    )
    await this.table({...columns, Encryption: encryptionColumn(encryptions)}, found)
  }
}

const encryptionColumn =
  (encryptions: ReadonlyMap<string, JsonObject>): Columns[string] =>
  ({id}) => {
    const encryption = encryptions.get(asText(id) ?? '') ?? {}
    const isEncrypted = Object.keys(encryption).length > 0
    return new Formatted(encryption, () => (isEncrypted ? Cells.dict(encryption).human : '-'))
  }
