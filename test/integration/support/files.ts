import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after} from 'mocha'

/** Files for the tests of the surrounding `describe`, removed at its end: the path of a new one with this text. */
export function files(): (text: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'osc-files-'))
  let count = 0
  after(() => rmSync(folder, {recursive: true}))
  return (text) => {
    count += 1
    const path = join(folder, `${count}.yaml`)
    writeFileSync(path, text)
    return path
  }
}
