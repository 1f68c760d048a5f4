import {type JsonObject, type PatchOperation, pointer} from '@osc-cli/core'

/** The operations that give a record the values of `wanted` where they differ; keys that are undefined stay. */
export function changesOf(record: JsonObject, wanted: JsonObject): PatchOperation[] {
  return Object.entries(wanted).flatMap(([key, value]): PatchOperation[] => {
    if (value === undefined) return []
    const present = Object.hasOwn(record, key) ? record[key] : undefined
    if (JSON.stringify(value) === JSON.stringify(present)) return []
    return [{op: present === undefined ? 'add' : 'replace', path: pointer(key), value}]
  })
}
