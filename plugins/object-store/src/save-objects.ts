import {resolve} from 'node:path'
import type {JsonObject} from '@osc-cli/core'
import {getObject} from '#get-object'
import {nameOf} from '#listing'
import {type Existing, localPath, Places} from '#local-path'
import type {Context} from '#put-object'

/**
 * A function that downloads objects of a container into a folder, never outside of it. It returns the name of an object
 * that it saved.
 */
export function saver(
  context: Context,
  container: string,
  folder: string,
  existing: Existing,
): (row: JsonObject) => Promise<string | undefined> {
  const places = new Places(resolve(context.runtime.cwd, folder), existing)
  return async (row) => {
    const name = nameOf(row)
    const path = localPath(name)
    if (path.endsWith('/')) {
      places.makeFolder(path)
      return name
    }
    const place = places.reserve(path)
    if (!place) return undefined
    try {
      await getObject(context, container, name, place.file)
      place.keep()
      return name
    } catch (error) {
      place.release()
      throw error
    }
  }
}
