import {printSearch} from '#advice/search/print'
import {Args, Flags, OscCommand} from '#sdk'

export default class Search extends OscCommand {
  static override summary = 'Search commands, options, examples and topics'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc search rollback', description: 'Find everything about rollbacks'},
    {command: 'osc search grant role --json', description: 'Print the results as JSON'},
  ]
  static override args = {
    words: Args.string({description: 'Words to search for', multiple: true, required: true}),
  }
  static override flags = {
    json: Flags.boolean({description: 'Print results and scores as JSON'}),
    limit: Flags.integer({
      description: 'Maximum number of results (default: 10)',
      helpValue: 'NUMBER',
      default: 10,
      min: 1,
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Search)
    await printSearch(args.words, {limit: flags.limit, format: flags.json ? 'json' : undefined}, this.runtime)
  }
}
