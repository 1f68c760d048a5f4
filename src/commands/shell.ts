import {Flags, OscCommand, UsageError} from '#sdk'
import {globalWords} from '#shell/global-words'
import {INSIDE} from '#shell/line-runtime'

export default class Shell extends OscCommand {
  static override summary = 'Run commands from a prompt or from standard input'
  static override description =
    'Global options apply to every line that does not set its own. The prompt has tab completion and a history without ' +
    'secrets. Leave it with exit, quit or Ctrl-D. Standard input is run to the end: errors name the line, and the exit ' +
    'code is that of the first line that failed.'
  static override roles = []
  static override calls = []
  static override seeAlso = ['completion install']
  static override examples = [
    {command: 'osc shell', description: 'Open a prompt, or run the lines on standard input'},
    {command: 'osc shell --jobs 8', description: 'Run eight lines of standard input at once'},
    {command: 'osc --no-hints shell --stop-on-error', description: 'Stop at the first command that fails'},
  ]
  static override flags = {
    'stop-on-error': Flags.boolean({description: 'Stop at the first line that fails (standard input only)'}),
    jobs: Flags.integer({
      description: 'Number of lines to run at once (standard input only); their output keeps its order',
      helpValue: 'NUMBER',
      min: 1,
      default: 1,
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(Shell)
    const {runtime} = this
    if (runtime.env[INSIDE]) {
      throw new UsageError('The osc shell cannot be started from the osc shell.', {
        hint: 'Type the command without `shell`, or leave with: exit',
      })
    }
    const globals = globalWords(runtime)
    if (runtime.stdin().isTTY && runtime.stdout.isTTY) {
      const {runInteractive} = await import('#shell/interactive')
      this.exitStatus = await runInteractive(runtime, globals)
      return
    }
    const {runPiped} = await import('#shell/piped')
    this.exitStatus = (await runPiped(runtime, {globals, stops: flags['stop-on-error'], jobs: flags.jobs})).status
  }
}
