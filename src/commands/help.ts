import {showHelp, showTopic} from '#line/help'
import {isTopic, unknownCommand} from '#line/without-command'
import {matchCommand} from '#line/words'
import {commandNames} from '#plugins/names'
import {Args, Flags, OscCommand} from '#sdk'

const TOPICS = new Set(['options', 'exit-codes'])

export default class Help extends OscCommand {
  static override summary = 'Show help for a command, a noun, a plugin or a topic.'
  static override examples = [
    {command: 'osc help role assignment list', description: 'A command'},
    {command: 'osc help stack', description: 'What can be done with stacks'},
    {command: 'osc help options', description: 'The global options'},
    {command: 'osc help --search rollback', description: 'What has to do with it'},
  ]
  static override args = {
    cmd: Args.string({description: 'Command, noun, namespace or topic.', multiple: true, required: false}),
  }
  static override flags = {
    search: Flags.boolean({description: 'Search the help for these words, as osc search does.'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Help)
    const words = args.cmd ?? []
    const {index} = this.runtime
    if (flags.search) {
      const {printSearch} = await import('#search/print')
      await printSearch(words, {json: false, limit: 10}, this.runtime)
      return
    }
    if (words.length === 0 || TOPICS.has(words[0] ?? '')) {
      await showTopic(words, this.runtime, index)
      return
    }
    const match = matchCommand(words, commandNames(index))
    if (match && 'id' in match && match.length === words.length) await showHelp(match.id, this.runtime, index)
    else if (isTopic(words, index)) await showTopic(words, this.runtime, index)
    else throw unknownCommand(words, index, this.runtime.program)
  }
}
