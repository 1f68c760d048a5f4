import {install} from '#completion/install/apply'
import {installation, SHELLS, shellOf} from '#completion/install/shells'
import {Flags, OscCommand} from '#sdk'

export default class CompletionInstall extends OscCommand {
  static override summary = 'Complete commands, options and names in your shell.'
  static override description =
    'Names come from what earlier commands saw of the cloud; nothing is asked while you type. What was written is told, and can be undone.'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc completion install --print --shell bash', description: 'The script, to put it somewhere yourself'},
    {command: 'osc completion install --print --shell fish', description: 'The same for another shell'},
  ]
  static override flags = {
    shell: Flags.string({description: 'Shell; by default the one you log in with.', options: [...SHELLS]}),
    print: Flags.boolean({description: 'Print the script and write nothing.'}),
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
    await this.print(done.length > 0 ? done.join('\n') : `Completion in ${shell} is installed already.`)
    await this.print(`Undo: ${program} completion uninstall --shell ${shell}`)
    if (done.length > 0) await this.note(`It works in shells that are started from now on.`)
  }
}
