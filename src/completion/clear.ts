import {existsSync, readdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'

/** Removes the tables and names that completion keeps below `cacheDir`; the next key press rebuilds them. */
export function clearCompletion(cacheDir: string): void {
  if (!existsSync(cacheDir)) return
  const names = readdirSync(cacheDir, {withFileTypes: true}).filter((file) => file.isFile())
  for (const {name} of names) {
    if (/^completion-(?:names-)?[0-9a-f]{8}\.(?:txt|json)$/.test(name)) rmSync(join(cacheDir, name), {force: true})
  }
}
