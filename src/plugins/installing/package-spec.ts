import {createHash} from 'node:crypto'
import {cpSync, existsSync, readFileSync, statSync} from 'node:fs'
import {basename, join, resolve} from 'node:path'
import {UsageError} from '#errors'
import {makeFolder} from '#files/make-folder'

/** What to install, as npm takes it. */
export interface PackageSpec {
  /** Package name; undefined for a file or an address, which say it themselves. */
  name: string | undefined
  spec: string
  /** Version, range or tag. */
  tag?: string
}

const NAME = /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*$/

/**
 * Reads `NAME`, `NAME@RANGE`, a packed file, a git address or `OWNER/REPOSITORY` of GitHub. A file is copied into `stage`, because npm goes on to look
 * for it whenever something else is installed.
 */
export function parsePackageSpec(text: string, stage: string, cwd: string): PackageSpec {
  if (/\.(tgz|tar\.gz)$/.test(text) && !text.includes('://')) return packedFile(resolve(cwd, text), stage)
  if (/^(git\+|git:|https?:|ssh:|github:)/.test(text) || text.endsWith('.git')) return {name: undefined, spec: text}
  if (/^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(text) && !existsSync(resolve(cwd, text)))
    return {name: undefined, spec: `github:${text}`}
  const at = text.indexOf('@', 1)
  const [name, tag] = at < 0 ? [text, 'latest'] : [text.slice(0, at), text.slice(at + 1)]
  if (NAME.test(name) && tag !== '') return {name, spec: `${name}@${tag}`, tag}
  if (existsSync(resolve(cwd, text))) {
    throw new UsageError(`'${text}' is a folder.`, {hint: `Link the folder: osc plugins link ${text}`})
  }
  throw new UsageError(`'${text}' is not a package name, a packed file (.tgz) or a git URL.`)
}

function packedFile(file: string, stage: string): PackageSpec {
  if (!statSync(file, {throwIfNoEntry: false})?.isFile()) throw new UsageError(`File ${file} was not found.`)
  const mark = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12)
  const name = `${mark}-${basename(file)}`
  makeFolder(join(stage, 'packages'))
  cpSync(file, join(stage, 'packages', name))
  return {name: undefined, spec: `file:packages/${name}`}
}
