import {type Audience, audienceOf, wantsHints} from '#advice/next-steps/audience'
import {asCalled} from '#advice/remedies/as-called'
import type {Failure} from '#advice/remedies/types'
import {InterruptedError, OscError} from '#errors'
import {asFileError} from '#files/file-error'
import type {Io} from '#line/make-runtime'
import type {Situation} from '#line/situation'
import {sanitize} from '#output/sanitize'

type Around = Pick<Io, 'stderr' | 'env' | 'cwd' | 'cacheDir' | 'program' | 'version' | 'dataDir'>

/**
 * Tells an error on stderr and gives the exit status: for people with what to do next, in a pipe compact, as one JSON
 * object to those who asked for JSON. It is kept for `osc why`.
 */
export async function report(
  thrown: unknown,
  argv: readonly string[],
  situation: Situation,
  io: Around,
): Promise<number> {
  if (isEpipe(thrown)) return 0
  const {stderr, env} = io
  const error = asFileError(thrown, {OSC_DATA_DIR: io.dataDir, OSC_CACHE_DIR: io.cacheDir}) ?? thrown
  const told = error instanceof InterruptedError ? undefined : await explained(error, argv, situation, io)
  const debug = argv.includes('--debug')
  const lines = linesFor(audienceOf(argv, stderr, env), error, told?.failure, {
    debug,
    culprit: culpritOf(situation),
    program: io.program,
  })
  if (told && wantsHints(argv, stderr, env)) lines.push(...hints(told.failure, lines.join('\n')))
  try {
    await stderr.write(`${lines.join('\n')}\n`)
  } catch {
    // Nobody reads stderr any more: the status is all that is left to say.
  }
  await told?.keep()
  return error instanceof OscError ? error.exitCode : 1
}

/** Whether the reader of what is written has gone. */
export const isEpipe = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EPIPE'

/** The failure with cause and remedy; undefined when telling it fails itself, which must not hide the error. */
async function explained(error: unknown, argv: readonly string[], situation: Situation, io: Around) {
  try {
    const [{recordMask, maskedArgv, sparing}, {explainFailure}, {keepFailure}] = await Promise.all([
      import('#advice/failures/mask'),
      import('#advice/remedies/explain-failure'),
      import('#advice/failures/keep'),
    ])
    const {env, cwd, program, version, dataDir, cacheDir, stderr} = io
    const config = situation.config?.()
    const known = recordMask({argv, env, config, masked: situation.masked})
    const hidden = maskedArgv(argv, sparing([config?.name], known))
    const {failure: plain, facts} = await explainFailure(error, {
      argv: hidden,
      program,
      situation,
      env,
      cwd,
      cacheDir,
      warned: stderr.isTTY,
    })
    const masked = sparing(
      [config?.name, facts.switch, facts.elsewhere, facts.choice, facts.user, facts.project],
      known,
    )
    const failure = maskedFailure(plain, masked)
    const keep = () => {
      if (env.OSC_RECORD === '0' || situation.command === 'why') return
      keepFailure(dataDir, {...failure, at: Date.now(), argv: hidden.map(masked), cloud: config?.name, version})
    }
    return {failure, keep}
  } catch {
    return undefined
  }
}

function maskedFailure(failure: Failure, masked: (text: string) => string): Failure {
  const {message, cause, fix, next, evidence, note, context} = failure
  const shown = Object.entries(evidence).map(([key, value]) => [key, typeof value === 'string' ? masked(value) : value])
  return {
    ...failure,
    message: masked(message),
    cause: masked(cause),
    fix: fix === undefined ? undefined : masked(fix),
    context: context === undefined ? undefined : masked(context),
    next: next.map(masked),
    note: note === undefined ? undefined : sanitize(masked(note)),
    evidence: Object.fromEntries(shown),
  }
}

function linesFor(
  audience: Audience,
  error: unknown,
  failure: Failure | undefined,
  {debug, culprit, program}: {debug: boolean; culprit: string; program: string},
): string[] {
  const stack = debug ? stacks(error) : []
  const plain = failure?.fix ?? (error instanceof OscError ? error.hint : undefined)
  const fix = plain === undefined ? undefined : asCalled(plain, program)
  if (audience === 'json' && failure) return [...stack, asJson({...failure, fix})]
  const message = error instanceof Error ? error.message : String(error)
  const lines = [message, [failure?.note, fix].filter(Boolean).join(' '), failure?.context ?? '']
  if (!(error instanceof OscError) && !debug)
    lines.push(`This is a fault in ${culprit}. Run it again with --debug to see where.`)
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
function hints({next, code}: Failure, said: string): string[] {
  const fresh = next.filter((line) => !said.split('\n').some((each) => each.endsWith(line)))
  return code === 'UnknownCommand' ? [] : fresh.slice(0, 3).map((line) => `  Next: ${line}`)
}

const culpritOf = ({plugin}: Situation): string =>
  plugin && !['core', 'bundled'].includes(plugin.kind) ? `the plugin ${plugin.name} ${plugin.version}` : 'osc'

function stacks(error: unknown): string[] {
  const lines: string[] = []
  for (let cause = error; cause instanceof Error; cause = cause.cause) lines.push(cause.stack ?? cause.message)
  return lines
}
