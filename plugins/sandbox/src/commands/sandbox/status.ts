import {asArray, asText, Formatted, NotFoundError, ShowCommand} from '@osc-cli/core'
import {CLOUDS} from '#clouds-file'
import {findRunning} from '#control-client'

export default class SandboxStatus extends ShowCommand {
  static override summary = 'Show whether the sandbox runs, its address and its services'
  static override roles = []
  static override calls = []
  static override examples = [
    {command: 'osc sandbox status -f value -c url', description: 'Print the address, for a script'},
  ]

  async run(): Promise<void> {
    await this.parse(SandboxStatus)
    const running = await findRunning(this.runtime)
    if (!running) throw new NotFoundError('No sandbox is running.', {hint: 'Start one with: osc sandbox start'})
    const {run, status} = running
    const list = (values: readonly string[]) => () => new Formatted([...values], () => values.join(', '))
    const texts = (key: string) => asArray(status[key]).map((value) => asText(value) ?? '')
    await this.show(
      {url: run.url, pid: run.pid, started_at: run.startedAt, state: run.state, log: run.log},
      {
        url: 'url',
        clouds: list(CLOUDS),
        services: list(texts('services')),
        faults: list(texts('faults')),
        pid: 'pid',
        started_at: 'started_at',
        state: 'state',
        log: 'log',
      },
    )
  }
}
