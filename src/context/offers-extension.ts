import {extensionsOf} from '#common/extensions'
import {readContext} from '#context/read'
import {asText} from '#json'
import type {Runtime} from '#runtime'

/** Whether the API of a service has an extension: by what is known, else the service is asked for all, which are kept. */
export async function offers(extension: string, service: string, runtime: Runtime): Promise<boolean> {
  const known = runtime.observed.extensions.get(service) ?? (await readContext(runtime)).extensions[service]?.value
  if (known) return known.includes(extension)
  const listed = (await extensionsOf(await runtime.session(), service)) ?? []
  const aliases = listed.flatMap(({alias}) => asText(alias) ?? [])
  runtime.observed.addExtensions(service, aliases)
  return aliases.includes(extension)
}
