import type {JsonObject, PatchOperation} from '@osc-cli/core'

/** The operations that give a record the values of `wanted` where they differ; keys that are undefined stay. */
export function changesOf(record: JsonObject, wanted: JsonObject): PatchOperation[] {
  return Object.entries(wanted).flatMap(([key, value]): PatchOperation[] => {
    if (value === undefined) return []
    const present = Object.hasOwn(record, key) ? record[key] : undefined
    if (JSON.stringify(value) === JSON.stringify(present)) return []
    const op = present === undefined ? 'add' : 'replace'
    return [{op, path: pointerTo(key), value: value as PatchOperation['value']}]
  })
}

/** The JSON pointer (RFC 6901) to a key of a record. */
export const pointerTo = (key: string): string => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
