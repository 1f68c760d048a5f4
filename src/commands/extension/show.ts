import {pathSegment} from '#cloud/path'
import {Args, asObject, asText, type Columns, HttpError, type JsonObject, NotFoundError, ShowCommand} from '#sdk'

const columns: Columns = {alias: 'alias', description: 'description', name: 'name', updated_at: 'updated'}

export default class ExtensionShow extends ShowCommand {
  static override summary = 'Show an extension of the network API'
  static override roles = []
  static override calls = ['GET /v2.0/extensions/{alias}', 'GET /v2.0/extensions']
  static override examples = [{command: 'osc extension show router', description: 'Show an extension by its alias'}]
  static override args = {
    extension: Args.string({description: 'Extension (alias or name)', required: true}),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(ExtensionShow)
    await this.show((await this.byAlias(args.extension)) ?? (await this.byName(args.extension)), columns)
  }

  private async byAlias(alias: string): Promise<JsonObject | undefined> {
    try {
      const answer = await (await this.session()).get('network', `/extensions/${pathSegment(alias, 'extension')}`)
      return asObject(answer.extension)
    } catch (error) {
      if (HttpError.is(error, 404)) return undefined
      throw error
    }
  }

  private async byName(name: string): Promise<JsonObject> {
    const all = (await this.session()).list('network', '/extensions', 'extensions')
    for await (const extension of all) if (asText(extension.name) === name) return extension
    throw new NotFoundError(`No extension found for '${name}'.`, {
      hint: 'List them with: osc extension list --network',
    })
  }
}
