import {Flags, OscCommand} from '@osc-cli/core'
import {askSandbox, requireRunning} from '#control-client'

export default class SandboxReset extends OscCommand {
  static override summary = 'Empty the sandbox: everything that was made in it is gone.'
  static override roles = []
  static override calls = []
  static override examples = [{command: 'osc sandbox reset --yes', description: 'Begin anew, without being asked'}]
  static override flags = {
    yes: Flags.boolean({description: 'Do not ask.'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(SandboxReset)
    const {run} = await requireRunning(this.runtime)
    if (!flags.yes && !(await this.confirm(`Forget everything in ${run.state}?`))) return
    await askSandbox(run, 'POST', '/reset')
    await this.note('The sandbox is empty.')
  }
}
