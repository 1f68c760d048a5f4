import {isObject} from '#json'
import type {PluginIndex} from '#plugins/types'

/** The index with what it was made from: each file or folder with what it looked like then. */
export interface StoredIndex {
  made: readonly (readonly [path: string, mark: string])[]
  index: PluginIndex
}

// A file of another format is as good as none; change this when the meaning of the index changes.
const FORMAT = 6

/** A first line that vouches for the rest, then JSON. */
export function encodeIndex(stored: StoredIndex): string {
  const body = JSON.stringify(stored)
  return `osc-plugins ${FORMAT} ${checksum(body)}\n${body}`
}

/** The stored index; undefined when the text is something else, or not all of it, or not as it was written. */
export function decodeIndex(text: string): StoredIndex | undefined {
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  if (end < 0 || text.slice(0, end) !== `osc-plugins ${FORMAT} ${checksum(body)}`) return undefined
  const stored: unknown = JSON.parse(body)
  return isStored(stored) ? stored : undefined
}

/** What the checksum has vouched for was written by `encodeIndex`. */
const isStored = (value: unknown): value is StoredIndex => isObject(value) && isObject(value.index)

/**
 * FNV-1a over the text: finds accidents, does not protect. The file itself is private. Of a long text every eighth character
 * counts: what a disk loses is a block.
 */
export function checksum(text: string): string {
  const step = text.length > 4096 ? 8 : 1
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += step) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return `${text.length.toString(36)}-${(hash >>> 0).toString(16).padStart(8, '0')}`
}
