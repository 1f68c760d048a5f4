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
  static override summary =
    'Check configuration, network, TLS, clock, log-in, endpoints and plugins; say how to mend each.'
  static override description =
    'Never asks for anything; loads every command of the plugins. The exit status is 0 when no check fails (warnings are fine), else that of the worst finding.'
  static override examples = [
    {command: 'osc doctor', description: 'A line for each thing, and a fix where one is needed'},
    {command: 'osc doctor --json', description: 'For a program'},
  ]
  static override roles = []
  static override calls = ['POST /v3/auth/tokens']
  static override seeAlso = ['why', 'whoami', 'configuration show']
  static override flags = {
    json: Flags.boolean({description: 'Print the findings as JSON.'}),
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
