import {uninstall} from '#completion/install/apply'
import {installation, SHELLS, shellOf} from '#completion/install/shells'
import {Flags, OscCommand} from '#sdk'

export default class CompletionUninstall extends OscCommand {
  static override summary = 'Remove shell completion'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc completion uninstall --shell zsh', description: 'Remove the completion of zsh'},
  ]
  static override flags = {
    shell: Flags.string({description: 'Shell (default: your login shell)', options: [...SHELLS]}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(CompletionUninstall)
    const {program} = this.runtime
    const shell = shellOf(flags.shell, this.runtime.env)
    const done = uninstall(installation(shell, program, this.runtime), program)
    await this.print(done.length > 0 ? done.join('\n') : `Completion in ${shell} is not installed.`)
  }
}
