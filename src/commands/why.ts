import type {RecordedFailure} from '#advice/failures/recorded-failure'
import {Args, Flags, NotFoundError, OscCommand, UsageError} from '#sdk'

export default class Why extends OscCommand {
  static override summary = 'Explain the last failure or an error code'
  static override description =
    'Shows what failed, the evidence and what to do next. The last 20 failures are recorded on this machine, without secrets. Set OSC_RECORD=0 to record none.'
  static override examples = [
    {command: 'osc why', description: 'Explain the last failure'},
    {command: 'osc why 2', description: 'Explain the one before the last'},
    {command: 'osc why EndpointNotFound', description: 'Explain an error code'},
    {command: 'osc why --json', description: 'Print JSON for scripts'},
  ]
  static override args = {
    which: Args.string({
      description: 'Error code, or number of a recorded failure (1: the last one, default)',
      default: '1',
    }),
  }
  static override roles = []
  static override calls = []
  static override seeAlso = ['doctor']
  static override flags = {
    json: Flags.boolean({description: 'Print JSON (null if no such failure is recorded)'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Why)
    if (!/^\d+$/.test(args.which) || /^[45]\d\d$/.test(args.which)) return await this.explain(args.which, flags.json)
    const number = Number(args.which)
    const [{keptFailures}, {failurePage}] = await Promise.all([
      import('#advice/failures/record'),
      import('#advice/failures/failure-page'),
    ])
    const kept = keptFailures(this.runtime.dataDir)
    const failure = kept[number - 1]
    if (flags.json) return await this.print(JSON.stringify(failure ? forPrograms(failure) : null, null, 2))
    if (failure) {
      const {program, stdout} = this.runtime
      for (const line of failurePage(failure, program, stdout.width, Date.now())) await this.print(line)
      return
    }
    if (kept.length > 0)
      throw new UsageError(`No recorded failure has the number ${number}.`, {
        hint: `Use a number from 1 to ${kept.length}.`,
      })
    await this.note('No failures are recorded.')
  }

  private async explain(code: string, json: boolean): Promise<void> {
    const [{codeRow, errorCodes}, {explainCode, codePage}] = await Promise.all([
      import('#error-codes'),
      import('#advice/failures/code-page'),
    ])
    const row = codeRow(code)
    if (!row) {
      const {similar} = await import('#cloud/config/similar')
      const near = similar(
        code,
        errorCodes().map((each) => each.code),
      )
      const {program} = this.runtime
      throw new NotFoundError(`'${code}' is not an error code.`, {
        hint:
          near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `List error codes with: ${program} help exit-codes`,
      })
    }
    const spelt =
      [row.code, ...row.also].find((each) => each.toLowerCase() === code.toLowerCase()) ??
      code.replace(/^(?:http)?(?=[45]\d\d$)/i, 'Http')
    const {index, program, stdout} = this.runtime
    const explained = await explainCode(spelt, row, index, program)
    if (json) {
      const {exitStatus, ...rest} = explained
      return await this.print(JSON.stringify({...rest, exit_status: exitStatus}, null, 2))
    }
    for (const line of codePage(explained, stdout.width)) await this.print(line)
  }
}

const forPrograms = ({at, exitStatus, evidence: {requestId, ...evidence}, ...rest}: RecordedFailure) => ({
  ...rest,
  at: new Date(at).toISOString(),
  exit_status: exitStatus,
  evidence: {...evidence, ...(requestId === undefined ? {} : {request_id: requestId})},
})
