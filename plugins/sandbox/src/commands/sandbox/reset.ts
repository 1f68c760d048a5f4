import {Flags, OscCommand} from '@osc-cli/core'
import {callControl, requireRunning} from '#control-client'
import {requireTerminal} from '#require-terminal'

export default class SandboxReset extends OscCommand {
  static override summary = 'Delete everything in the sandbox'
  static override roles = []
  static override calls = []
  static override examples = [{command: 'osc sandbox reset --yes', description: 'Empty the sandbox without asking'}]
  static override flags = {
    yes: Flags.boolean({description: 'Do not ask for confirmation'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(SandboxReset)
    const {run} = await requireRunning(this.runtime)
    if (!flags.yes) {
      requireTerminal(this.runtime, 'sandbox reset')
      if (!(await this.confirm(`Delete everything in ${run.state}?`))) return
    }
    await callControl(run, 'POST', '/reset')
    await this.note('The sandbox is empty.')
  }
}
