import {similar} from '#cloud/config/similar'
import {UnknownCommandError} from '#errors'
import {FORMATS, type Format} from '#help/formats'
import {topicNamed, topicWords} from '#help/topics'
import {helpOn} from '#line/help-on'
import {unknownCommand} from '#line/unknown-command'
import {helpOnKnown} from '#plugins/not-installed'
import {Args, Flags, OscCommand, UsageError} from '#sdk'
import {shellWord} from '#text/shell-word'

export default class Help extends OscCommand {
  static override summary = 'Show help for a command, a noun, a plugin or a topic'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc help role assignment list', description: 'A command'},
    {command: 'osc help stack', description: 'Show the verbs of a noun'},
    {command: 'osc help options', description: 'Show the global options'},
    {command: 'osc help stack create --markdown', description: 'Print help as markdown'},
    {command: 'osc help --search rollback', description: 'Search the help'},
  ]
  static override args = {
    cmd: Args.string({description: 'Command, noun, plugin or topic', multiple: true, required: false}),
  }
  static override flags = {
    all: Flags.boolean({description: 'Keep services in their usual place even if this cloud does not offer them'}),
    live: Flags.boolean({description: 'Query the services of the cloud before showing the page (logs in)'}),
    json: Flags.boolean({description: 'Print the page as JSON', exclusive: ['markdown', 'man']}),
    markdown: Flags.boolean({description: 'Print the page as markdown', exclusive: ['json', 'man']}),
    man: Flags.boolean({description: 'Print the page as a manual page', exclusive: ['json', 'markdown']}),
    search: Flags.boolean({description: 'Search the help for these words, as osc search does'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Help)
    const words = args.cmd ?? []
    const {index} = this.runtime
    const format = FORMATS.find((name: Format) => flags[name])
    if (flags.search) {
      if (words.length === 0) throw new UsageError('--search needs words to search for.')
      const {printSearch} = await import('#advice/search/print')
      await printSearch(words, {format, limit: 10}, this.runtime)
      return
    }
    if (flags.live) {
      const {refreshContext} = await import('#context/refresh')
      for (const line of await refreshContext(this.runtime)) await this.note(line)
    }
    const choice = {all: flags.all, format}
    const shown =
      (await helpOn(words, this.runtime, index, choice)) ?? (await helpOnKnown(words, index, this.runtime, choice))
    if (shown === undefined) throw this.#unknown(words)
  }

  /** Suggests a topic of a similar name, else commands, else a search. */
  #unknown(words: readonly string[]): UnknownCommandError {
    const {index, program} = this.runtime
    const topics = words.length === 1 ? similar(words[0] ?? '', topicWords()) : []
    const [topic] = topics.flatMap((word) => topicNamed(word) ?? [])
    const error = unknownCommand(words, index, this.runtime)
    if (topic === undefined && error.hint?.startsWith('Did you mean')) return error
    return new UnknownCommandError(`There is no help for '${words.join(' ')}'.`, {
      hint:
        topic === undefined
          ? `Search the help: ${program} search ${words.map(shellWord).join(' ')}`
          : `Did you mean:\n  ${program} help ${topic}`,
    })
  }
}
