import {FORMATS, type Format} from '#help/formats'
import {helpOn} from '#line/help-on'
import {unknownCommand} from '#line/unknown-command'
import {helpOnKnown} from '#plugins/not-installed'
import {Args, Flags, OscCommand, UsageError} from '#sdk'

export default class Help extends OscCommand {
  static override summary = 'Show help for a command, a noun, a plugin or a topic.'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc help role assignment list', description: 'A command'},
    {command: 'osc help stack', description: 'What can be done with stacks'},
    {command: 'osc help options', description: 'The global options'},
    {command: 'osc help stack create --markdown', description: 'The same for another program'},
    {command: 'osc help --search rollback', description: 'What has to do with it'},
  ]
  static override args = {
    cmd: Args.string({description: 'Command, noun, namespace or topic.', multiple: true, required: false}),
  }
  static override flags = {
    all: Flags.boolean({description: 'What this cloud does not offer in its usual place too.'}),
    live: Flags.boolean({description: 'Ask the cloud first what it offers; needs a log-in.'}),
    json: Flags.boolean({description: 'As JSON.', exclusive: ['markdown', 'man']}),
    markdown: Flags.boolean({description: 'As markdown.', exclusive: ['json', 'man']}),
    man: Flags.boolean({description: 'As a manual page.', exclusive: ['json', 'markdown']}),
    search: Flags.boolean({description: 'Search the help for these words, as osc search does.'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Help)
    const words = args.cmd ?? []
    const {index} = this.runtime
    const format = FORMATS.find((name: Format) => flags[name])
    if (flags.search) {
      if (words.length === 0) throw new UsageError('--search wants the words to look for.')
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
    if (shown === undefined) throw unknownCommand(words, index, this.runtime)
  }
}
