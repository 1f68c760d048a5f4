import {rmSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {asText, type CommandContext, type JsonObject} from '@osc-cli/core'
import {md5Of} from '#large-object'
import {nameOf, pages} from '#listing'
import {filesIn, oneFile, statsOf} from '#local-files'
import {cannotBe, localPath} from '#local-path'
import {putFile, withoutProgress} from '#put-object'
import {saver} from '#save-objects'
import {onContainer, onObject} from '#swift'

/** A folder and a container to synchronize. */
export interface Pair {
  folder: string
  container: string
}

/** A file or object that may differ on the other side; `row` is that of the container's list. */
export interface Candidate {
  name: string
  row?: JsonObject | undefined
}

/** The steps of a synchronization: transfers first, then the deletion of what the source does not have. */
export interface Sync {
  transfers(): AsyncGenerator<Candidate>
  /** Undefined for what is the same on both sides. */
  transfer(candidate: Candidate, isDry: boolean): Promise<'create' | 'replace' | undefined>
  surplus(): AsyncGenerator<string>
  remove(name: string): Promise<void>
}

const rowsOf = (command: CommandContext, container: string) =>
  pages((query) => onContainer(command, container, {query}), {}, true)

/** From a folder to a container. */
export function syncUp(command: CommandContext, {folder, container}: Pair): Sync {
  const context = withoutProgress(command)
  const objects = new Map<string, JsonObject>()
  return {
    async *transfers() {
      for await (const row of rowsOf(command, container)) objects.set(nameOf(row), row)
      for await (const name of filesIn(folder, command)) {
        const row = objects.get(name)
        objects.delete(name)
        yield {name, row}
      }
    },
    async transfer({name, row}, isDry) {
      if (row && (await isSame(command, folder, name, row))) return undefined
      if (!isDry) await putFile(context, oneFile(join(folder, name), command), {container, name})
      return row ? 'replace' : 'create'
    },
    async *surplus() {
      yield* objects.keys()
    },
    remove: async (name) => void (await onObject(command, container, name, {method: 'DELETE'})),
  }
}

/** From a container to a folder. */
export function syncDown(command: CommandContext, {folder, container}: Pair): Sync {
  const save = saver(withoutProgress(command), container, folder, 'overwrite')
  const root = resolve(command.runtime.cwd, folder)
  const paths = new Set<string>()
  return {
    async *transfers() {
      for await (const row of rowsOf(command, container)) {
        const name = nameOf(row)
        paths.add(name.replace(/^\/+/, ''))
        yield {name, row}
      }
    },
    async transfer({name, row = {}}, isDry) {
      const path = localPath(name)
      const exists = statsOf(join(root, path)) !== undefined
      if (exists && (path.endsWith('/') || (await isSame(command, folder, path, row)))) return undefined
      if (!isDry) await save(row)
      return exists ? 'replace' : 'create'
    },
    async *surplus() {
      if (statsOf(root) === undefined) return
      // Broken links stay: their content is not in this folder.
      for await (const path of filesIn(folder, command)) if (!paths.has(path) && statsOf(join(root, path))) yield path
    },
    async remove(path) {
      try {
        rmSync(join(root, path))
      } catch (error) {
        throw cannotBe('removed', join(folder, path), error)
      }
    },
  }
}

/** Whether a file has the content of the object in this row; objects in segments are compared by size only. */
async function isSame(command: CommandContext, folder: string, path: string, row: JsonObject): Promise<boolean> {
  const file = join(folder, path)
  const stats = statsOf(resolve(command.runtime.cwd, file))
  if (!stats?.isFile() || stats.size !== Number(row.bytes)) return false
  if (row.slo_etag !== undefined) return true
  return (await md5Of(oneFile(file, command).source)) === asText(row.hash)
}
