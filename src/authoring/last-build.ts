import {cpSync, existsSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'

const PARTS = ['dist', 'oclif.manifest.json']

/** Does `build` in the folder of a plugin; when it fails, the plugin is as it was built before. */
export async function orLastBuild(root: string, build: () => Promise<void>): Promise<void> {
  const kept = PARTS.filter((part) => existsSync(join(root, part)))
  const copy = (part: string) => join(root, `.${part}.${process.pid}.tmp`)
  for (const part of kept) cpSync(join(root, part), copy(part), {recursive: true, preserveTimestamps: true})
  try {
    await build()
  } catch (error) {
    for (const part of kept) {
      rmSync(join(root, part), {recursive: true, force: true})
      renameSync(copy(part), join(root, part))
    }
    throw error
  } finally {
    for (const part of kept) rmSync(copy(part), {recursive: true, force: true})
  }
}
