import {writePrivate} from '#cloud/cache/files'
import {makeTable} from '#completion/make-table'
import {tableFile} from '#completion/table'
import {makeFolder} from '#files/make-folder'
import type {Places} from '#plugins/candidates'
import {discover} from '#plugins/discover'
import {knownIndex, SET} from '#plugins/known'

/** Writes the table again; false where it cannot be kept, because offering nothing is better than being slow at each key press. */
export function refreshCompletion(places: Places & {cacheDir: string}): boolean {
  const {index, made} = discover(places)
  const files = made.map(([path]) => path)
  try {
    makeFolder(places.cacheDir, 0o700)
  } catch {
    return false
  }
  return writePrivate(
    tableFile(places.cacheDir, places.linkedRoot ?? places.root, places.dataDir),
    makeTable(index, files, [SET, ...knownIndex(places.coreRoot, index).plugins.map(({name}) => name)]),
  )
}
