import {shownPath} from '#cloud/config/places'
import {entryFiles, filesNotRead} from '#cloud/entries/files'
import {entries} from '#cloud/entries/listed'
import {homeOf} from '#process'
import {type Columns, ListCommand} from '#sdk'

const columns: Columns = {
  Name: 'name',
  'Selected By': 'selectedBy',
  Regions: 'regions',
  Source: 'place',
}

export default class CloudList extends ListCommand {
  static override summary = 'List the clouds that osc can use'
  static override description =
    'Lists the entries of clouds.yaml, the running sandbox, and the cloud that OS_* variables describe. Selected By shows what selects the cloud in use.'
  static override examples = [
    {command: 'osc cloud list', description: 'List all clouds, where each is defined, and which one is in use'},
    {command: 'osc cloud list -f value -c Name', description: 'Names only'},
  ]
  static override roles = []
  static override calls = []
  static override seeAlso = ['cloud use', 'cloud add', 'whoami']

  async run(): Promise<void> {
    await this.parse(CloudList)
    const {options, env, cwd} = this.runtime
    const input = {options, env, cwd, home: homeOf(env)}
    const found = await entries(input)
    const rows = found.map(({name, selectedBy, regions, place}) => ({
      name,
      selectedBy: selectedBy ?? '',
      regions: regions.join(', '),
      place,
    }))
    await this.table(columns, rows)
    const {clouds} = await entryFiles(input)
    for (const path of filesNotRead(clouds, input)) {
      await this.note(`${shownPath(path, input)} is not read, because ${shownPath(clouds, input)} comes first.`)
    }
    if (found.length === 0) {
      await this.note(
        'No clouds are configured. Add one with: osc cloud add NAME. To try osc without a cloud: osc sandbox start',
      )
    }
  }
}
