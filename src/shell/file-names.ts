import {readdirSync} from 'node:fs'
import {basename, dirname, resolve} from 'node:path'
import type {Candidate} from '#completion/candidates'

/** Files that a path may go on to, folders with a slash after; hidden ones only after a dot. */
export function fileNames(current: string, cwd: string): Candidate[] {
  const start = current.endsWith('/') ? '' : basename(current)
  const folder = current.slice(0, current.length - start.length)
  try {
    return readdirSync(resolve(cwd, folder === '' ? '.' : dirname(`${folder}x`)), {withFileTypes: true})
      .filter(({name}) => name.startsWith(start) && (start.startsWith('.') || !name.startsWith('.')))
      .map((file) => ({value: `${folder}${file.name}${file.isDirectory() ? '/' : ''}`, summary: ''}))
      .sort((a, b) => (a.value < b.value ? -1 : 1))
  } catch {
    return []
  }
}
