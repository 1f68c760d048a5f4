import type {JsonObject} from '@osc-cli/core'
import {bytesIn, type Records} from '#sandbox/records'

/** The objects of a container as text by name, with their total size; undefined if there is no such container. For Heat. */
export function filesIn(
  records: Records,
  projectId: string,
  name: string,
): {files: JsonObject; bytes: number} | undefined {
  const container = records.container(`AUTH_${projectId}`, name)
  if (!container) return undefined
  const objects = records.objectsIn(container)
  const contents = objects.map((object) => [object.name, records.bytesOf(object).toString()])
  return {files: Object.fromEntries(contents), bytes: bytesIn(objects)}
}
