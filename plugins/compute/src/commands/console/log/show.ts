import {asText, Flags, OscCommand} from '@osc-cli/core'
import {ACTION_CALLS, act, server} from '#server-action'

export default class ConsoleLogShow extends OscCommand {
  static override summary = 'Show the console output of a server'
  static override roles = ['member']
  static override calls = ACTION_CALLS
  static override seeAlso = ['console url show', 'server show']
  static override examples = [{command: 'osc console log show --lines 20 web', description: 'Show the last 20 lines'}]
  static override args = {server}
  static override flags = {
    lines: Flags.integer({
      description: 'Number of lines from the end of the output (default: all)',
      min: 0,
      helpValue: 'NUMBER',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(ConsoleLogShow)
    const request = flags.lines === undefined ? {} : {length: flags.lines}
    const output = asText((await act(this.api, args.server, {'os-getConsoleOutput': request})).output)
    if (output) await this.print(output.replace(/\n$/, ''))
  }
}
