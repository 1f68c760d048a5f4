import {Cells, ShowCommand} from '@osc-cli/core'
import {importMethods} from '#import-methods'

export default class ImageImportInfo extends ShowCommand {
  static override summary = 'Show the import methods of this cloud'
  static override roles = []
  static override calls = ['GET /v2/info/import']
  static override examples = [{command: 'osc image import info', description: 'List the import methods'}]

  async run(): Promise<void> {
    await this.parse(ImageImportInfo)
    const methods = await importMethods(this)
    await this.show({}, {'import-methods': () => Cells.list(methods)})
  }
}
