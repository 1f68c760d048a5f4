import {existsSync, globSync, rmSync} from 'node:fs'
import {join} from 'node:path'

const CODE = /(?:\.d)?\.[cm]?[jt]sx?(?:\.map)?$/

/** Removes what the compiler once wrote into `outputs` for files that are no longer in `sources`: a deleted command would live on. */
export function removeStaleOutputs(outputs: string, sources: string): void {
  if (!existsSync(sources)) return
  const stems = new Set(codeIn(sources).map(stemOf))
  for (const file of codeIn(outputs)) if (!stems.has(stemOf(file))) rmSync(join(outputs, file))
}

const codeIn = (folder: string): string[] => globSync('**/*', {cwd: folder}).filter((file) => CODE.test(file))

const stemOf = (file: string): string => file.replace(CODE, '')
