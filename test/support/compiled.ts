import {existsSync, linkSync, mkdirSync, readdirSync, renameSync, statSync} from 'node:fs'
import {tmpdir, userInfo} from 'node:os'
import {join} from 'node:path'
import {codeFolder} from '#files/code-folder'

/**
 * Node's compile cache of osc from earlier places. Compiling takes as long as everything else in a short command. Node
 * recompiles files that have changed.
 */
const COMPILED = codeFolder(join(tmpdir(), `osc-test-${userInfo().uid}`))

/** Links the compile cache into the cache folder of a new place. */
export function giveCompiled(cache: string): void {
  if (COMPILED) linkFiles(COMPILED, join(cache, 'code'))
}

/** Keeps the compile cache of a place that is about to be removed. */
export function keepCompiled(cache: string): void {
  const code = join(cache, 'code')
  if (COMPILED && existsSync(code)) linkFiles(code, COMPILED)
}

/** One folder for each version of Node, with files in it. Node replaces files as a whole, so a linked file never changes. */
function linkFiles(from: string, to: string): void {
  for (const version of readdirSync(from)) {
    mkdirSync(join(to, version), {recursive: true, mode: 0o700})
    for (const name of readdirSync(join(from, version))) link(join(from, version, name), join(to, version, name))
  }
}

function link(from: string, to: string): void {
  try {
    if (statSync(to, {throwIfNoEntry: false})?.ino === statSync(from).ino) return
    const fresh = `${to}.${process.pid}`
    linkSync(from, fresh)
    renameSync(fresh, to)
  } catch (error) {
    // Other processes of tests replace these files as well.
    if (!['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}
