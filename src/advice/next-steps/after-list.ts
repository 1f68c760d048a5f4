import {wantsHints} from '#advice/next-steps/audience'
import {onCloud} from '#advice/remedies/as-called'
import type {Runtime} from '#runtime'
import {plural} from '#text/plural'

/** What an empty list is of, on stderr, and how to create the first one where there is a command for it. */
export async function afterEmptyList(id: string, runtime: Runtime): Promise<void> {
  const {stderr, env, options, index, program} = runtime
  if (!id.endsWith(' list') || !wantsHints(options.no_hints === true ? ['--no-hints'] : [], stderr, env)) return
  const noun = id.slice(0, -' list'.length)
  const create = `${noun} create`
  const next = Object.hasOwn(index.commands, create)
    ? [`  Next: ${onCloud(program, options.cloud)} help ${create}`]
    : []
  await stderr.write([`No ${plural(noun)} found.`, ...next].map((line) => `${line}\n`).join(''))
}
