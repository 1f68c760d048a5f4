import {type Audience, audienceOf, wantsHints} from '#advice/next-steps/audience'
import {asCalled, type CalledAs} from '#advice/remedies/as-called'
import type {Failure} from '#advice/remedies/types'
import {causes, InterruptedError, OscError} from '#errors'
import {asFileError} from '#files/file-error'
import type {ProcessRuntime} from '#line/make-runtime'
import type {RunState} from '#line/run-state'
import {sanitize} from '#output/sanitize'
import {ReaderGoneError} from '#output/sink'

type ReportRuntime = Pick<ProcessRuntime, 'stderr' | 'env' | 'cwd' | 'cacheDir' | 'program' | 'version' | 'dataDir'>

/** A line that failed, without its secrets, and what hides them elsewhere. */
interface HiddenRun {
  argv: readonly string[]
  /** For what is stored: hides every secret of the run, but not in these names. */
  masked: (text: string, names?: readonly (string | undefined)[]) => string
  /** For what is stored, on top: values that may be secret. */
  maskedValues: (text: string) => string
  /** For what somebody else said: hides what is long enough not to be a word of any sentence. */
  shown: (text: string) => string
  /** For our own words, which may only repeat the line. */
  hint: (text: string) => string
}

/**
 * Reports an error on stderr and gives the exit status: for people with what to do next, in a pipe compact, as one JSON
 * object to those who asked for JSON. It is kept for `osc why`.
 */
export async function report(
  thrown: unknown,
  argv: readonly string[],
  state: RunState,
  io: ReportRuntime,
): Promise<number> {
  if (thrown instanceof ReaderGoneError) return 0
  const {stderr, env} = io
  const error = asFileError(thrown, {OSC_DATA_DIR: io.dataDir, OSC_CACHE_DIR: io.cacheDir}) ?? thrown
  const debug = argv.includes('--debug')
  const run = await hiddenRun(argv, state, env, debug)
  const explained = error instanceof InterruptedError ? undefined : await explain(error, run, state, io)
  const lines = linesFor(audienceOf(argv, stderr, env), error, explained?.failure, run, {
    debug,
    culprit: culpritOf(state),
    program: io.program,
    withCloud: explained?.facts.program,
    index: state.index,
  })
  if (explained && wantsHints(argv, stderr, env)) lines.push(...hints(explained.failure, lines.join('\n')))
  try {
    await stderr.write(`${lines.join('\n')}\n`)
  } catch {
    // Nobody reads stderr any more: the status is all that is left to say.
  }
  explained?.keep()
  // That of a plugin's error may be anything.
  return error instanceof OscError && isStatus(error.exitCode) ? error.exitCode : 1
}

const isStatus = (code: unknown): boolean => Number.isInteger(code) && Number(code) > 0 && Number(code) < 256

/** Values that are shorter are words, and show in any sentence: a password `demo`. */
const SHORTEST_SHOWN = 6
const SHORTEST_VALUE = 4

async function hiddenRun(
  argv: readonly string[],
  {index, config: configOf, masked: ofTrace}: RunState,
  env: ReportRuntime['env'],
  debug: boolean,
): Promise<HiddenRun> {
  const [{secretMask, maskExcept}, {secretsOf}] = await Promise.all([
    import('#advice/secrets/failure-mask'),
    import('#advice/secrets/read-line'),
  ])
  const config = configOf?.()
  const line = secretsOf(argv, index)
  const all = secretMask({line, env, config, masked: ofTrace})
  const masked: HiddenRun['masked'] = (text, names = []) => maskExcept([config?.name, ...names], all)(text)
  const values = {secrets: line.values}
  return {
    argv: line.words.map((word) => masked(word)),
    masked,
    maskedValues: secretMask({line: values, env: {}, config: undefined, masked: undefined}, SHORTEST_VALUE),
    shown: maskExcept([config?.name], debug ? all : secretMask({line, env, config, masked: ofTrace}, SHORTEST_SHOWN)),
    hint: secretMask({line, env: {}, config: undefined, masked: undefined}, SHORTEST_SHOWN),
  }
}

/** The failure with cause and remedy; undefined when explaining it fails itself, which must not hide the error. */
async function explain(error: unknown, run: HiddenRun, state: RunState, io: ReportRuntime) {
  try {
    const [{explainFailure}, {recordFailure}] = await Promise.all([
      import('#advice/remedies/explain-failure'),
      import('#advice/failures/record'),
    ])
    const {env, cwd, program, version, dataDir, cacheDir, stderr} = io
    const {argv} = run
    const {failure: plain, facts} = await explainFailure(error, {
      argv,
      program,
      state,
      env,
      cwd,
      cacheDir,
      warned: stderr.isTTY,
    })
    const names = [facts.switch, facts.elsewhere, facts.choice, facts.user, facts.project]
    const failure = maskedFailure(plain, (text) => run.masked(text, names))
    const keep = () => {
      if (env.OSC_RECORD === '0' || state.command === 'why') return
      const stored = maskedFailure(failure, run.maskedValues)
      recordFailure(dataDir, {...stored, at: Date.now(), argv, cloud: state.config?.()?.name, version})
    }
    return {failure, facts, keep}
  } catch {
    return undefined
  }
}

function maskedFailure(failure: Failure, masked: (text: string) => string): Failure {
  const {message, cause, fix, next, evidence, note, context} = failure
  const optional = (text: string | undefined) => (text === undefined ? undefined : masked(text))
  const shown = Object.entries(evidence).map(([key, value]) => [key, typeof value === 'string' ? masked(value) : value])
  return {
    ...failure,
    message: masked(message),
    cause: masked(cause),
    fix: optional(fix),
    context: optional(context),
    next: next.map(masked),
    note: note === undefined ? undefined : sanitize(masked(note)),
    evidence: Object.fromEntries(shown),
  }
}

function linesFor(
  audience: Audience,
  error: unknown,
  failure: Failure | undefined,
  run: HiddenRun,
  {debug, culprit, ...called}: CalledAs & {debug: boolean; culprit: string},
): string[] {
  const stack = debug ? stacks(error).map((text) => sanitize(run.shown(text))) : []
  const advice = failure?.fix ?? (error instanceof OscError ? error.hint : undefined)
  const fix = advice === undefined ? undefined : run.hint(asCalled(advice, called))
  if (audience === 'json' && failure) return [...stack, asJson({...failure, fix})]
  const message = run.shown(error instanceof Error ? error.message : String(error))
  const lines = [message, [failure?.note, fix].filter(Boolean).join(' '), failure?.context ?? '']
  if (!(error instanceof OscError) && !debug)
    lines.push(`This is a bug in ${culprit}. For a stack trace, repeat the command with --debug.`)
  return [...lines.filter(Boolean).map(sanitize), ...stack]
}

function asJson({code, exitStatus, message, cause, fix, next, evidence, context}: Failure): string {
  const {status, requestId: request_id, rule, state} = evidence
  return JSON.stringify({
    code,
    message,
    cause,
    fix,
    context,
    next,
    exit_status: exitStatus,
    status,
    request_id,
    rule,
    state,
  })
}

/** At most three lines: what to do next, as far as it was not said. */
function hints({next, code}: Failure, shown: string): string[] {
  const fresh = next.filter((line) => !shown.split('\n').some((each) => each.endsWith(line)))
  return code === 'UnknownCommand' ? [] : fresh.slice(0, 3).map((line) => `  Next: ${line}`)
}

const culpritOf = ({plugin}: RunState): string =>
  plugin && !['core', 'bundled'].includes(plugin.kind) ? `the plugin ${plugin.name} ${plugin.version}` : 'osc'

const stacks = (error: unknown): string[] => causes(error).map(({stack, message}) => stack ?? message)
