import {isCi} from '#advice/next-steps/audience'
import {canExplain, explain, type NamesOf, type RefusedLine} from '#advice/suggest/explain'
import {possible} from '#advice/suggest/missing'
import {askMissing, mayAsk} from '#advice/suggest/prompt'
import {age} from '#context/age'
import {readContext} from '#context/read'
import {commandFacts} from '#help/facts'
import {LineFault} from '#line/fault'
import type {ProcessRuntime} from '#line/make-runtime'
import {splitLine} from '#line/split'
import {sanitize} from '#output/sanitize'

/**
 * What comes of a command that failed: what is missing is asked for where that is wanted, and `again` runs the command with
 * it; otherwise the error, with what to type next.
 */
export async function refused(
  error: unknown,
  line: RefusedLine,
  io: ProcessRuntime,
  again: (more: readonly string[]) => Promise<number>,
): Promise<number> {
  if (!canExplain(error)) throw error
  const missing = error instanceof LineFault && error.fault.kind === 'missing' ? error.fault.names : []
  const namesOf = missing.length > 0 ? await cachedNames(line.argv, io) : () => undefined
  if (missing.length > 0 && mayAsk(io)) {
    await io.stderr.write(`${sanitize(error.message)}\n`)
    const more = await askMissing(possible(missing, commandFacts(line.id, line.index)?.command, namesOf), io)
    if (more) return await again(more)
  }
  throw explain(error, line, {namesOf, wide: io.stderr.isTTY && !isCi(io.env)})
}

/** Names that earlier commands saw in the selected cloud; asks nobody. */
async function cachedNames(argv: readonly string[], {env, cwd, cacheDir}: ProcessRuntime): Promise<NamesOf> {
  const {names, now} = await readContext({options: splitLine(argv).options, env, cwd, cacheDir})
  return (noun) => {
    const known = Object.hasOwn(names, noun) ? names[noun] : undefined
    const values = onlyOnce((known?.value ?? []).map(({name}) => name))
    if (!known || values.length === 0) return undefined
    return {values, source: `${known.source}, ${age(known.at, now)}`}
  }
}

/** A name that several things have is refused as ambiguous. */
function onlyOnce(names: readonly string[]): string[] {
  const several = new Set(names.filter((name, at) => names.indexOf(name) !== at))
  return names.filter((name) => !several.has(name))
}
