import {Flags, OscCommand, UsageError} from '#sdk'
import {globalWords} from '#shell/global-words'
import {INSIDE} from '#shell/lines-io'

export default class Shell extends OscCommand {
  static override summary = 'Run commands line by line: at a prompt, or from standard input.'
  static override description =
    'Global options that it is given hold for every line, unless the line has its own. At the prompt Tab completes, and lines are ' +
    'remembered, without secrets; exit, quit and Ctrl-D leave. From a pipe or file all lines are run, errors name ' +
    'the line, and the exit status is that of the first that failed.'
  static override roles = []
  static override calls = []
  static override seeAlso = ['completion install']
  static override examples = [
    {command: 'osc shell', description: 'A prompt, or the lines on standard input'},
    {command: 'osc --no-hints shell --stop-on-error', description: 'Lines that build on each other'},
  ]
  static override flags = {
    'stop-on-error': Flags.boolean({description: 'From a pipe or file: run nothing behind the first line that fails.'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(Shell)
    const {runtime} = this
    if (runtime.env[INSIDE]) {
      throw new UsageError("This is a line of osc's shell already.", {hint: 'Type the command itself; exit leaves.'})
    }
    const globals = globalWords(runtime)
    if (runtime.stdin().isTTY && runtime.stdout.isTTY) {
      const {runInteractive} = await import('#shell/interactive')
      this.exitStatus = await runInteractive(runtime, globals)
      return
    }
    const {runPiped} = await import('#shell/piped')
    this.exitStatus = (await runPiped(runtime, {globals, stops: flags['stop-on-error']})).status
  }
}
