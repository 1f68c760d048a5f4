import {writePrivate} from '#cloud/cache/files'
import {makeTable} from '#completion/make-table'
import {tableFile} from '#completion/table'
import {makeFolder} from '#files/make-folder'
import type {Places} from '#plugins/candidates'
import {discover} from '#plugins/discover'

/** Makes the table anew; false when it cannot be kept, so that completion offers nothing rather than be slow each time. */
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
    makeTable(index, files),
  )
}
