import {existsSync, linkSync, mkdirSync, readdirSync, renameSync, statSync} from 'node:fs'
import {tmpdir, userInfo} from 'node:os'
import {join} from 'node:path'

/**
 * Code that Node compiled for osc in earlier places. Compiling it costs as much as everything else that a short command
 * does, and Node compiles again what has changed.
 */
const COMPILED = join(tmpdir(), `osc-test-code-${userInfo().uid}`)

/** Gives the cache folder of a new place what was compiled before. */
export function giveCompiled(cache: string): void {
  if (existsSync(COMPILED)) linkFiles(COMPILED, join(cache, 'code'))
}

/** Keeps what was compiled in a place that is about to go. */
export function keepCompiled(cache: string): void {
  const code = join(cache, 'code')
  if (existsSync(code)) linkFiles(code, COMPILED)
}

/** One folder for each version of Node, with files below it. Node replaces a file as a whole, so links share nothing that changes. */
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
