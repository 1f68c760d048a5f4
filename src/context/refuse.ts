import {compareMicroversions} from '#cloud/microversion'
import {offers} from '#context/offers-extension'
import {readContext} from '#context/read'
import {UsageError} from '#errors'
import {lacks, needsNote} from '#help/availability'
import {type Needs, servicesOf} from '#help/declare'
import {versionOption} from '#line/version-option'
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
  const wanted: (readonly [string, Needs])[] = [
    [`Command ${id}`, command],
    ...options.map(([name, needs]) => [`Option --${name}`, needs] as const),
  ]
  for (const [what, needs] of wanted) await refuseVersion(what, needs, service, runtime)
  const context = await readContext(runtime)
  for (const [what, needs] of wanted) {
    if (!lacks(needs, service, context)) continue
    throw new UsageError(`${what} ${needsNote(needs, service, context)}.`, {
      code: 'NotInThisCloud',
      hint: 'If the cloud has been upgraded, refresh what osc knows: osc context refresh',
    })
  }
  for (const [what, {extension, service: other = service}] of wanted) {
    if (extension === undefined || (await offers(extension, other, runtime))) continue
    throw new UsageError(`${what} requires extension ${extension}, which this cloud does not have.`, {
      code: 'NotInThisCloud',
    })
  }
}

/** Refuses what the microversion in use lacks: the one that the user chose, or the newest that the service has. */
async function refuseVersion(
  what: string,
  {microversion, until, service: other}: Needs,
  own: string,
  runtime: Runtime,
): Promise<void> {
  if (microversion === undefined && until === undefined) return
  const service = other ?? own
  const inUse = await (await runtime.session()).microversion(service, '999.999')
  if (inUse === undefined) return
  const isOlder = microversion !== undefined && compareMicroversions(inUse, microversion) < 0
  const isNewer = until !== undefined && compareMicroversions(inUse, until) > 0
  if (!isOlder && !isNewer) return
  const wanted = isOlder ? `${microversion} or later` : `${until} or earlier`
  throw new UsageError(`${what} requires ${service} microversion ${wanted}; ${inUse} is in use.`, {
    code: 'NotInThisCloud',
    hint: `Choose a microversion with ${versionOption(service)}.`,
  })
}
