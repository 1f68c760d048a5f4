import {objectName, onObject, type WithSession} from '#swift'

/** What a POST to an object removes unless it is sent again. */
const REPLACED =
  /^(?:x-object-meta-.*|x-object-manifest|x-delete-at|content-(?:type|encoding|disposition|language)|cache-control|expires|x-robots-tag)$/

type Headers = Record<string, string>

/**
 * Sends `added` headers to an object, and all of its metadata but the properties in `keys`. Swift replaces all metadata of
 * an object, so what is there is read first.
 */
export async function changeObject(
  command: WithSession,
  {container, object}: {container: string; object: string},
  keys: readonly string[],
  added: Headers = {},
): Promise<void> {
  const name = objectName(object)
  const {headers} = await onObject(command, container, name, {method: 'HEAD'})
  const dropped = new Set(keys.map((key) => `x-object-meta-${asKept(key)}`))
  const kept = Object.entries(headers).filter(([header]) => REPLACED.test(header) && !dropped.has(header))
  await onObject(command, container, name, {method: 'POST', headers: {...Object.fromEntries(kept), ...added}})
}

/** A key as it comes back from Swift, which does not keep case or underscores. */
const asKept = (key: string): string => key.toLowerCase().replaceAll('_', '-')
