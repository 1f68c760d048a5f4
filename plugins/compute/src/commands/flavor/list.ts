import {Flags, firstOf, ListCommand, pageFlags} from '@osc-cli/core'
import {Flavor, flavorColumns, longFlavorColumns} from '#flavor'
import {allWithSpecs} from '#flavor-specs'

export default class FlavorList extends ListCommand {
  static override summary = 'List flavors'
  static override roles = ['reader']
  static override columns = Object.keys({...flavorColumns, ...longFlavorColumns})
  static override calls = ['GET /v2.1/flavors/detail', 'GET /v2.1/flavors/{id}/os-extra_specs']
  static override seeAlso = ['server create']
  static override examples = [
    {command: 'osc flavor list --min-ram 2048', description: 'List flavors with at least 2 GiB of memory'},
  ]
  static override flags = {
    ...Flags.choices({
      public: 'List only public flavors (default)',
      private: 'List only private flavors',
      all: 'List public and private flavors',
    }),
    'min-disk': Flags.integer({description: 'Minimum disk size in GiB', helpValue: 'GIB'}),
    'min-ram': Flags.integer({description: 'Minimum memory in MiB', helpValue: 'MIB'}),
    long: Flags.boolean({description: 'Include swap, RXTX factor and properties'}),
    ...pageFlags,
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(FlavorList)
    const query = {
      is_public: flags.all ? 'None' : flags.private ? 'False' : 'True',
      minDisk: flags['min-disk'] || undefined,
      minRam: flags['min-ram'] || undefined,
      marker: flags.marker,
      limit: flags.limit || undefined,
    }
    const singlePage = Boolean(flags.limit || flags.marker)
    const flavors = this.api(Flavor).list(query, {singlePage})
    const rows = firstOf(flavors, flags['max-items'])
    await this.table(flags.long ? longFlavorColumns : flavorColumns, flags.long ? allWithSpecs(this.api, rows) : rows)
  }
}
