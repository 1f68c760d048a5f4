import {install} from '#completion/install/apply'
import {installation, SHELLS, shellOf} from '#completion/install/shells'
import {Flags, OscCommand} from '#sdk'

export default class CompletionInstall extends OscCommand {
  static override summary = 'Install shell completion'
  static override description =
    'Completes commands, options and names. Names come from the cache; no requests are sent while you type. Changed files are listed, and the installation can be undone.'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc completion install --print --shell bash', description: 'Print the script instead of installing it'},
    {command: 'osc completion install --print --shell fish', description: 'Print the script for another shell'},
  ]
  static override flags = {
    shell: Flags.string({description: 'Shell (default: your login shell)', options: [...SHELLS]}),
    print: Flags.boolean({description: 'Print the script without installing it'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(CompletionInstall)
    const {program, stdout} = this.runtime
    const shell = shellOf(flags.shell, this.runtime.env)
    const parts = installation(shell, program, this.runtime)
    if (flags.print) {
      await stdout.write(parts.script)
      return
    }
    const done = install(parts, program)
    await this.print(done.length > 0 ? done.join('\n') : `Completion for ${shell} is already installed.`)
    await this.print(`Undo: ${program} completion uninstall --shell ${shell}`)
    if (done.length > 0) await this.note('Open a new shell to use it.')
  }
}
