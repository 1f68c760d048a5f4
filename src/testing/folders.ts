import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {makeFolder} from '#files/make-folder'

/** Folders of one test: nothing of the user's is read, and all of them are removed afterwards. */
export interface Folders {
  root: string
  home: string
  cache: string
  data: string
  /** Where commands run; put files of a test here. */
  work: string
}

export function makeFolders(): Folders {
  const root = mkdtempSync(join(tmpdir(), 'osc-test-'))
  const at = (name: string) => join(root, name)
  const folders = {root, home: at('home'), cache: at('cache'), data: at('data'), work: at('work')}
  for (const folder of Object.values(folders)) makeFolder(folder, 0o700)
  return folders
}

export function removeFolders({root}: Folders): void {
  rmSync(root, {recursive: true, force: true})
}
