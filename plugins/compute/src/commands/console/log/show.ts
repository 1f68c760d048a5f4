import {asText, Flags, Known, OscCommand, pollThroughOutages} from '@osc-cli/core'
import {complete, lastLines, newOutput} from '#console-output'
import {ACTION_CALLS, act, server} from '#server-action'

export default class ConsoleLogShow extends OscCommand {
  static override summary = 'Show the console output of a server'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['console url show', 'server show']
  static override examples = [
    {command: 'osc console log show --lines 20 web', description: 'Show the last 20 lines'},
    {command: 'osc console log show --follow web', description: 'Print new output until interrupted'},
  ]
  static override args = {server}
  static override flags = {
    lines: Flags.integer({
      description: 'Number of lines from the end of the output (default: all)',
      min: 0,
      helpValue: 'NUMBER',
    }),
    follow: Flags.boolean({description: 'Print new output until interrupted'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ConsoleLogShow)
    if (flags.follow) return await this.follow(args.server, flags.lines)
    const request = flags.lines === undefined ? {} : {length: flags.lines}
    const output = asText((await act(this.api, args.server, {'os-getConsoleOutput': request})).output)
    if (output) await this.print(output.replace(/\n$/, ''))
  }

  /** Runs until Ctrl-C. */
  private async follow(nameOrId: string, lines: number | undefined): Promise<void> {
    const id = await this.api(Known.Server).id(nameOrId)
    let [printed, last] = ['', '']
    let isFirst = true
    const poll = async () => {
      const now = asText((await act(this.api, id, {'os-getConsoleOutput': {}})).output) ?? ''
      const settled = complete(now, last)
      const added = newOutput(printed, settled)
      const shown = isFirst && lines !== undefined ? lastLines(added, lines) : added
      if (shown !== '') await this.print(shown.replace(/\n$/, ''))
      ;[printed, last, isFirst] = [settled, now, false]
      return undefined
    }
    await pollThroughOutages(this, poll, () => 2)
  }
}
