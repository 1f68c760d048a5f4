import {isCi} from '#advice/next-steps/audience'
import {canExplain, explain, type NamesOf, type RejectedLine} from '#advice/suggest/explain'
import {possible} from '#advice/suggest/missing'
import {mayPrompt, promptForMissing} from '#advice/suggest/prompt'
import {age} from '#context/age'
import {readContext} from '#context/read'
import {commandFacts} from '#help/facts'
import {LineFault} from '#line/fault'
import type {ProcessRuntime} from '#line/make-runtime'
import {splitLine} from '#line/split'
import {sanitize} from '#output/sanitize'

/**
 * Completes a line that lacks something by prompting for it, where that is wanted, and runs the command with `again`;
 * otherwise throws the error, with what to type next.
 */
export async function completeOrReject(
  error: unknown,
  line: RejectedLine,
  io: ProcessRuntime,
  again: (more: readonly string[]) => Promise<number>,
): Promise<number> {
  if (!canExplain(error)) throw error
  const missing = error instanceof LineFault && error.fault.kind === 'missing' ? error.fault.names : []
  const namesOf = missing.length > 0 ? await cachedNames(line.argv, io) : () => undefined
  if (missing.length > 0 && mayPrompt(io)) {
    await io.stderr.write(`${sanitize(error.message)}\n`)
    const more = await promptForMissing(possible(missing, commandFacts(line.id, line.index)?.command, namesOf), io)
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

/** A name that several things have is rejected as ambiguous. */
function onlyOnce(names: readonly string[]): string[] {
  const several = new Set(names.filter((name, at) => names.indexOf(name) !== at))
  return names.filter((name) => !several.has(name))
}
