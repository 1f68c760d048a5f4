import type {Runtime} from '@osc-cli/core'
import {pythonJson} from '#format/python-json'
import {textOf} from '#template/content'
import type {Source} from '#template/document-error'
import {collect, type Network} from '#template/download'
import {addRegistryFiles, mergeEnvironments, parseEnvironment} from '#template/environment'
import {createFiles, type Files} from '#template/files'
import {createReader, type Read, readSource} from '#template/read'
import {parseTemplate} from '#template/template'
import type {TreeMap} from '#template/tree'
import {fileUrl} from '#template/urls'

/** Where a command's reading starts, and what it can reach. */
export type ReadContext = Network & Pick<Runtime, 'cwd' | 'stdin'>

/** One command's reading: where it starts, how it reads, and the files read so far. */
export interface Reading {
  readonly cwd: string
  readonly stdin: Runtime['stdin']
  readonly read: Read
  readonly files: Files
}

export function startReading(context: ReadContext): Reading {
  const read = createReader(context)
  return {cwd: context.cwd, stdin: context.stdin, read, files: createFiles(read)}
}

/** Reads a template (`-`: standard input) and, unless Heat reads them from a container, the files that it names. */
export async function processTemplate(path: string, reading: Reading, {fetchFiles = true} = {}): Promise<TreeMap> {
  const {cwd, stdin, read, files} = reading
  const source = path === '-' ? await standardInput(stdin) : await readSource(path, cwd, read)
  const template = await parseTemplate(source)
  // File names in a template from standard input are relative to the current folder.
  if (fetchFiles) await files.addFrom(template, fileUrl(path, cwd), source.url)
  return template
}

/** Standard input; errors in it do not have a URL to refer to. */
async function standardInput(stdin: Runtime['stdin']): Promise<Source> {
  const url = 'standard input'
  return {url, text: textOf(await collect(stdin(), url), url)}
}

export interface Environments {
  /** All environments merged; later ones take precedence. */
  environment: TreeMap
  /** Their URLs in the order given, for `environment_files`; each one's content is among the files. None without `keepEach`. */
  urls: string[]
}

/** Reads environments and the files that their registries name. */
export async function processEnvironments(
  paths: readonly string[],
  reading: Reading,
  {keepEach = true} = {},
): Promise<Environments> {
  let environment: TreeMap = new Map()
  const urls: string[] = []
  for (const path of paths) {
    const source = await readSource(path, reading.cwd, reading.read)
    const single = await parseEnvironment(source)
    await addRegistryFiles(single, source.url, reading.files)
    environment = mergeEnvironments(environment, single)
    if (!keepEach) continue
    reading.files.set(source.url, pythonJson(single))
    urls.push(source.url)
  }
  return {environment, urls}
}
