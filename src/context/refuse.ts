import {versionOption} from '#advice/version-option'
import {compareMicroversions} from '#cloud/microversion'
import {offers} from '#context/offers-extension'
import {readContext} from '#context/read'
import {HttpError, UsageError} from '#errors'
import {lacks, needsNote} from '#help/availability'
import {type Needs, servicesOf} from '#help/declare'
import type {Runtime} from '#runtime'

/** UsageError when the cloud is known to lack what the command needs, or lacks what a given option needs. */
export async function refuse(
  named: Named,
  command: Needs,
  options: readonly (readonly [string, Needs])[],
  runtime: Runtime,
): Promise<void> {
  const service = serviceOf(named, runtime)
  if (service === undefined) return
  const wanted: (readonly [string, Needs])[] = [
    [`Command ${named.id}`, command],
    ...options.map(([name, needs]) => [`Option --${name}`, needs] as const),
  ]
  for (const [what, needs] of wanted) await refuseVersion(what, needs, service, runtime)
  const context = await readContext(runtime)
  for (const [what, needs] of wanted) {
    if (!lacks(needs, service, context)) continue
    throw new UsageError(`${what} ${needsNote(needs, service, context)}.`, {
      code: 'NotInThisCloud',
      hint: 'If the cloud has been upgraded, refresh the cached data: osc context refresh',
    })
  }
  // Services ignore options that they do not know. A command that they do not know fails by itself: see orLacking.
  for (const [what, {extension, service: other = service}] of wanted.slice(1))
    if (extension !== undefined && !(await offers(extension, other, runtime))) throw lacking(what, extension)
}

const lacking = (what: string, extension: string): UsageError =>
  new UsageError(`${what} requires extension ${extension}, which this cloud does not have.`, {code: 'NotInThisCloud'})

interface Named {
  id: string
  /** Type of the service, where it is not the plugin's first. */
  service?: string | undefined
}

/** The error of a command that requires an extension, or where the service had no answer (404) that it lacks the extension. */
export async function orLacking(error: unknown, command: Named, extension: string, runtime: Runtime): Promise<unknown> {
  if (!(error instanceof HttpError) || error.failure.status !== 404) return error
  const service = serviceOf(command, runtime)
  const has = service === undefined || (await offers(extension, service, runtime).catch(() => true))
  return has ? error : lacking(`Command ${command.id}`, extension)
}

function serviceOf({id, service}: Named, {index}: Runtime): string | undefined {
  const plugin = index.plugins[index.commands[id] ?? -1]
  return servicesOf({service}, plugin ?? {services: []})[0]
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
