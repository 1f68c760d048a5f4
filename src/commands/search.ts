import {helpWidth} from '#help/layout'
import {Args, Flags, NotFoundError, OscCommand} from '#sdk'
import {searchPage, searchRecords} from '#search/report'
import {search} from '#search/search'
import {searchSources} from '#search/sources'

export default class Search extends OscCommand {
  static override summary = 'Search commands, options, examples and topics.'
  static override examples = [
    {command: 'osc search rollback', description: 'What has to do with it'},
    {command: 'osc search grant role --json', description: 'For a script'},
  ]
  static override args = {
    words: Args.string({description: 'Words to look for.', multiple: true, required: true}),
  }
  static override flags = {
    json: Flags.boolean({description: 'Print what was found, where and how well it fits as JSON.'}),
    limit: Flags.integer({description: 'Print at most so many.', helpValue: 'NUMBER', default: 10, min: 1}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Search)
    const {index, program, stdout} = this.runtime
    const words = args.words.join(' ')
    const hits = search(words, searchSources(index)).slice(0, flags.limit)
    if (flags.json) await this.print(JSON.stringify(searchRecords(hits, program), undefined, 2))
    else if (hits.length > 0) await this.print(searchPage(hits, program, helpWidth(stdout.width)).join('\n'))
    if (hits.length > 0) return
    throw new NotFoundError(`Nothing in the help of the installed plugins has '${words}'.`, {
      hint: `All commands: ${program} command list`,
    })
  }
}
