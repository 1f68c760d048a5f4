import {bashScript, shellData} from '#completion/bash'
import {completionTable} from '#completion/words'
import {globalOptions} from '#line/global-options'
import {sanitize} from '#output/sanitize'
import {Flags, OscCommand} from '#sdk'

export default class Complete extends OscCommand {
  static override summary = 'Print a shell completion script'
  static override roles = []
  static override calls = []
  static override examples = [
    {
      command: 'osc complete',
      description: 'Print the script for bash, to source from ~/.bashrc or install in /etc/bash_completion.d',
    },
    {command: 'osc complete --name openstack', description: 'Print a script for a link with that name'},
  ]
  static override flags = {
    name: Flags.string({
      description: 'Program to complete (default: the name osc was started with)',
      helpValue: 'NAME',
    }),
    shell: Flags.string({
      description: 'Shell, or none for the data only',
      options: ['bash', 'none'],
      default: 'bash',
    }),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(Complete)
    const table = completionTable(this.runtime.index)
    const takesValue = globalOptions().flatMap((option) => (option.value ? [option.name] : []))
    const name = flags.name ?? this.runtime.program
    const {stdout} = this.runtime
    const script = flags.shell === 'none' ? shellData(table) : bashScript(name, table, takesValue)
    await stdout.write(stdout.isTTY ? sanitize(script) : script)
  }
}
