import type {Finding} from '#advice/doctor/finding'
import {sanitize} from '#output/sanitize'
import {Flags, OscCommand, OscError} from '#sdk'

/** The status is that of the worst finding. */
class Unhealthy extends OscError {
  override readonly exitCode: number

  constructor(count: number, of: number, status: number) {
    super(`${count} of ${of} checks failed.`)
    this.exitCode = status
  }
}

export default class Doctor extends OscCommand {
  static override summary = 'Check the configuration, network, endpoints and plugins'
  static override description =
    'Checks the configuration, network, TLS, clock, authentication, endpoints and every plugin command, and prints a fix for each problem. Never prompts. The exit code is 0 if no check fails (warnings are allowed), otherwise that of the most severe problem.'
  static override examples = [
    {command: 'osc doctor', description: 'Print the result of each check, with fixes'},
    {command: 'osc doctor --json', description: 'Print JSON for scripts'},
  ]
  static override roles = []
  static override calls = ['POST /v3/auth/tokens']
  static override seeAlso = ['why', 'whoami', 'configuration show']
  static override flags = {
    json: Flags.boolean({description: 'Print the results as JSON'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(Doctor)
    const [{examine}, {statusOf}] = await Promise.all([
      import('#advice/doctor/examine'),
      import('#advice/doctor/finding'),
    ])
    const findings = await examine(this.runtime, process.argv[1])
    if (flags.json) await this.print(JSON.stringify(findings.map(forPrograms), null, 2))
    else for (const finding of findings) await this.print(sanitize(lines(finding)))
    const errors = findings.filter(({level}) => level === 'error').length
    if (errors > 0) throw new Unhealthy(errors, findings.length, statusOf(findings))
  }
}

const forPrograms = ({check, level, says, fix}: Finding) => ({check, level, says, fix: fix ?? null})

function lines({check, level, says, fix}: Finding): string {
  const line = `${level.padEnd(8)} ${check.padEnd(15)} ${says}`
  return fix === undefined ? line : `${line}\n${' '.repeat(25)}Fix: ${fix}`
}
