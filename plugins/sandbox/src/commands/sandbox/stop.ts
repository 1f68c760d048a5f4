import {OscCommand, OscError} from '@osc-cli/core'
import {askSandbox, findRunning} from '#control-client'

const WAIT = 10

export default class SandboxStop extends OscCommand {
  static override summary = 'Stop the sandbox; its state is kept.'
  static override roles = []
  static override calls = []
  static override examples = [{command: 'osc sandbox stop', description: 'The next start goes on from here'}]

  async run(): Promise<void> {
    await this.parse(SandboxStop)
    const running = await findRunning(this.runtime)
    if (!running) return await this.note('No sandbox is running.')
    await askSandbox(running.run, 'POST', '/stop')
    for (let left = WAIT * 10; left > 0; left -= 1) {
      if (!isAlive(running.run.pid)) return await this.note('The sandbox has stopped.')
      await this.pause(0.1)
    }
    throw new OscError(`The sandbox (process ${running.run.pid}) has not ended after ${WAIT} seconds.`, {
      hint: 'See osc sandbox logs.',
    })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
