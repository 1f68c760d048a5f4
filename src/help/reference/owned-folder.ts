import {readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {FileExistsError} from '#errors'
import {makeFolder} from '#files/make-folder'
import {uniqueHex} from '#files/unique-name'
import {asArray, asObject, decodeJson} from '#json'

/** Lists the files of a folder that were written by this, so that those alone are ever removed. */
const LIST = '.osc-docs.json'
const DRAFT = '.osc-docs-'

export interface Written {
  written: number
  unchanged: number
  removed: number
}

/**
 * Makes a folder hold these files, and no longer those that it was made to hold before. Each is whole at any time, and a run
 * that is interrupted leaves nothing behind that the next one would not know as its own. FileExistsError for a folder with
 * files of other people, unless asked to write beside them.
 */
export function fillFolder(folder: string, files: ReadonlyMap<string, string>, {beside}: {beside: boolean}): Written {
  makeFolder(folder)
  const before = listed(folder)
  const foreign = readdirSync(folder).filter((name) => name !== LIST && !name.startsWith(DRAFT) && !before.has(name))
  if (foreign.length > 0 && !beside) {
    const more = foreign.length > 1 ? ` and ${foreign.length - 1} more` : ''
    throw new FileExistsError(`${folder} contains files that do not belong to a reference: ${foreign[0]}${more}.`, {
      hint: 'Choose another folder with --output, or keep these files and write next to them with --force.',
    })
  }
  const list = (names: Iterable<string>) =>
    write(folder, LIST, `${JSON.stringify({files: [...names].sort()}, undefined, 2)}\n`)
  const stale = [...before].filter((name) => !files.has(name))
  list(new Set([...before, ...files.keys()]))
  const changed = [...files].filter(([name, text]) => contentOf(join(folder, name)) !== text)
  for (const [name, text] of changed) write(folder, name, text)
  for (const name of stale) rmSync(join(folder, name), {force: true})
  for (const name of readdirSync(folder)) if (name.startsWith(DRAFT)) rmSync(join(folder, name))
  list(files.keys())
  return {written: changed.length, unchanged: files.size - changed.length, removed: stale.length}
}

/** Names only: whatever the list says, nothing outside the folder is touched. */
function listed(folder: string): Set<string> {
  try {
    const names = asArray(asObject(decodeJson(readFileSync(join(folder, LIST), 'utf8'))).files)
    return new Set(names.filter((name): name is string => typeof name === 'string' && isPlain(name)))
  } catch {
    // None, or one that nobody can read: all files are somebody else's then.
    return new Set()
  }
}

const isPlain = (name: string): boolean => name !== '' && name === basename(name) && !name.startsWith('.')

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function write(folder: string, name: string, text: string): void {
  const draft = join(folder, `${DRAFT}${uniqueHex()}`)
  try {
    writeFileSync(draft, text, {flag: 'wx'})
    renameSync(draft, join(folder, name))
  } catch (error) {
    rmSync(draft, {force: true})
    throw error
  }
}
