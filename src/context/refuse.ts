import {readContext} from '#context/read'
import {UsageError} from '#errors'
import {lacks, needsNote} from '#help/availability'
import {type Needs, servicesOf} from '#help/declare'
import type {Runtime} from '#runtime'

/** UsageError when the cloud is known to lack what the command or a given option needs; nothing is asked for it. */
export async function refuse(
  {id, service: own}: {id: string; service?: string | undefined},
  command: Needs,
  options: readonly (readonly [string, Needs])[],
  runtime: Runtime,
): Promise<void> {
  const {index} = runtime
  const plugin = index.plugins[index.commands[id] ?? -1]
  const [service] = servicesOf({service: own}, plugin ?? {services: []})
  if (service === undefined) return
  const context = await readContext(runtime)
  const wanted: (readonly [string, Needs])[] = [
    [`Command ${id}`, command],
    ...options.map(([name, needs]) => [`Option --${name}`, needs] as const),
  ]
  for (const [what, needs] of wanted) {
    if (!lacks(needs, service, context)) continue
    throw new UsageError(`${what} ${needsNote(needs, service, context)}.`, {
      code: 'NotInThisCloud',
      hint: 'If the cloud has it by now: osc context refresh.',
    })
  }
}
