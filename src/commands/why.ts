import type {KeptFailure} from '#record/kept-failure'
import {Args, Flags, OscCommand, UsageError} from '#sdk'

export default class Why extends OscCommand {
  static override summary = 'Explain the last failure: cause, evidence, what to do next.'
  static override description =
    'Failures are kept on this machine only, without secrets, the last 20 of them. OSC_RECORD=0 keeps none.'
  static override examples = [
    {command: 'osc why', description: 'The last failure'},
    {command: 'osc why 2', description: 'The one before it'},
    {command: 'osc why --json', description: 'For a program'},
  ]
  static override args = {
    number: Args.integer({description: '1 is the last failure, 2 the one before it.', default: 1, min: 1}),
  }
  static override roles = []
  static override calls = []
  static override seeAlso = ['doctor']
  static override flags = {
    json: Flags.boolean({description: 'Print JSON; null when there is no such failure.'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Why)
    const [{keptFailures}, {failurePage}] = await Promise.all([import('#record/keep'), import('#record/failure-page')])
    const kept = keptFailures(this.runtime.dataDir)
    const failure = kept[args.number - 1]
    if (flags.json) return await this.print(JSON.stringify(failure ? forPrograms(failure) : null, null, 2))
    if (failure) {
      for (const line of failurePage(failure, this.runtime.stdout.width, Date.now())) await this.print(line)
      return
    }
    if (kept.length > 0) throw new UsageError(`There is no failure ${args.number}: ${kept.length} are kept.`)
    await this.note('No failure is kept.')
  }
}

const forPrograms = ({at, exitStatus, evidence: {requestId, ...evidence}, ...rest}: KeptFailure) => ({
  ...rest,
  at: new Date(at).toISOString(),
  exit_status: exitStatus,
  evidence: {...evidence, ...(requestId === undefined ? {} : {request_id: requestId})},
})
