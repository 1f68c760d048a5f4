import {OscCommand, OscError} from '@osc-cli/core'
import {isRunning} from '@osc-cli/core/sandbox'
import {callControl} from '#control-client'
import {placeOf} from '#place'
import {type RunFile, readRunFile} from '#run-file'

/** Seconds that a busy sandbox has before it is killed. */
const PATIENCE = 5

export default class SandboxStop extends OscCommand {
  static override summary = 'Stop the sandbox and keep its state'
  static override roles = []
  static override calls = []
  static override examples = [{command: 'osc sandbox stop', description: 'Stop it; the next start continues from here'}]

  async run(): Promise<void> {
    await this.parse(SandboxStop)
    const run = readRunFile(placeOf(this.runtime).run)
    if (!run) return await this.note('No sandbox is running.')
    const isAnswered = await callControl(run, 'POST', '/stop', {timeout: PATIENCE * 1000}).then(
      () => true,
      () => false,
    )
    if (isAnswered && (await this.hasEnded(run))) return await this.note('The sandbox has stopped.')
    if (isRunning(run)) process.kill(run.pid, 'SIGKILL')
    if (await this.hasEnded(run))
      return await this.note('The sandbox did not respond and was killed. Its state is kept.')
    throw new OscError(`The sandbox (process ${run.pid}) did not stop within ${PATIENCE} seconds.`, {
      hint: 'See the log: osc sandbox logs',
    })
  }

  private async hasEnded(run: RunFile): Promise<boolean> {
    for (let left = PATIENCE * 10; left > 0 && isRunning(run); left -= 1) await this.pause(0.1)
    return !isRunning(run)
  }
}
