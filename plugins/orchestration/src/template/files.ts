import {ConnectionError} from '@osc-cli/core'
import {pythonJson} from '#format/python-json'
import {contentOf} from '#template/content'
import {DocumentError} from '#template/document-error'
import type {Read} from '#template/read'
import {parseIfTemplate} from '#template/template'
import type {Tree} from '#template/tree'
import {directoryOf, displayUrl, isFile, isHttp, joinUrl} from '#template/urls'

/** The files that templates and environments name, by URL, with the content that Heat is sent. */
export interface Files {
  /** Reads the file that `reference` names and, if it is a template, the files that it names in turn. Returns its URL. */
  add(reference: string, from: Place): Promise<string>
  /** Adds the files that `get_file` and `type` name in a template and replaces the names by URLs. Errors refer to `document`. */
  addFrom(template: Tree, url: string, document?: string): Promise<void>
  set(url: string, content: string): void
  toObject(): Record<string, string>
}

/** The place of a reference: its document, its key and the directory it is relative to. */
export interface Place {
  document: string
  key: string
  directory: string
}

export function createFiles(read: Read): Files {
  const contents = new Map<string, string>()

  async function addFrom(tree: Tree, url: string, document = url, parents: readonly string[] = []): Promise<void> {
    const directory = directoryOf(url)
    const chain = [...parents, url]
    for (const {map, key, value, path} of references(tree))
      map.set(key, await add(value, {document, key: path, directory}, chain))
  }

  async function add(reference: string, place: Place, chain: readonly string[] = [place.document]): Promise<string> {
    const url = joinUrl(place.directory, reference)
    refuseLocal(url, place)
    if (contents.has(url)) return url
    if (chain.includes(url))
      throw new DocumentError(`${[...chain, url].map(displayUrl).join(' names ')}: a template cannot contain itself`)
    const content = contentOf(await readFor(url, place))
    const template = await parseIfTemplate({url, text: content})
    if (template !== undefined) await addFrom(template, url, url, chain)
    contents.set(url, template === undefined ? content : pythonJson(template))
    return url
  }

  async function readFor(url: string, {document, key}: Place): Promise<Buffer> {
    try {
      return await read(url)
    } catch (error) {
      if (!(error instanceof DocumentError || error instanceof ConnectionError)) throw error
      throw new DocumentError(`${displayUrl(document)}: ${key}: ${error.message}`, {hint: error.hint, cause: error})
    }
  }

  return {
    add: (reference, place) => add(reference, place),
    addFrom: (template, url, document) => addFrom(template, url, document),
    set: (url, content) => contents.set(url, content),
    toObject: () => Object.fromEntries(contents),
  }
}

/** A document from the network must not read the files of this machine, which Heat would be sent. */
function refuseLocal(url: string, {document, key}: Place): void {
  if (!isHttp(document) || !isFile(url)) return
  throw new DocumentError(
    `${displayUrl(document)}: ${key}: a document from the network cannot name the local file ${url}`,
    {
      hint: 'Download the document and check it, then use the local copy.',
    },
  )
}

interface Reference {
  map: Map<string, Tree>
  key: string
  value: string
  /** The path to it, for messages: `resources.web.properties.user_data.get_file`. */
  path: string
}

/** All files that a template names, innermost first; a part repeated by aliases is visited once. */
function* references(tree: Tree, path = '', visited = new Set<Tree>()): Generator<Reference> {
  if (typeof tree !== 'object' || tree === null || visited.has(tree)) return
  visited.add(tree)
  const below = (key: string | number): string => (path ? `${path}.${key}` : String(key))
  if (Array.isArray(tree)) for (const [index, item] of tree.entries()) yield* references(item, below(index), visited)
  if (!(tree instanceof Map)) return
  for (const [key, value] of tree) yield* references(value, below(key), visited)
  for (const [key, value] of tree) if (namesFile(key, value)) yield {map: tree, key, value, path: below(key)}
}

function namesFile(key: string, value: Tree): value is string {
  if (typeof value !== 'string') return false
  return key === 'get_file' || (key === 'type' && /\.(?:yaml|template)$/.test(value))
}
