import {DocumentError, type Source} from '#template/document-error'
import {parseJson} from '#template/json-document'
import type {Tree, TreeMap} from '#template/tree'
import {displayUrl} from '#template/urls'
import {parseYaml} from '#template/yaml'

const VERSIONS = ['heat_template_version', 'HeatTemplateFormatVersion', 'AWSTemplateFormatVersion']

/** Parses a template: JSON if it begins with a brace, otherwise YAML. */
export async function parseTemplate(source: Source): Promise<TreeMap> {
  const tree = await parseDocument(source)
  if (!(tree instanceof Map)) throw new DocumentError(`${displayUrl(source.url)}: a template must be a mapping`)
  if (mentionsVersion(tree)) return tree
  throw new DocumentError(`${displayUrl(source.url)}: not a template: the version is missing`, {
    hint: "Add a line such as 'heat_template_version: 2021-04-16'.",
  })
}

/**
 * The value of a file that heatclient treats as a template; undefined for any other file. heatclient looks for the version
 * key in whatever the file contains, so a one-line text or a list with that word counts too and is sent as JSON.
 */
export async function parseIfTemplate(source: Source): Promise<Tree | undefined> {
  // Most files are not templates and need not be parsed.
  if (!VERSIONS.some((version) => source.text.includes(version))) return undefined
  try {
    const tree = await parseDocument(source)
    return mentionsVersion(tree) ? tree : undefined
  } catch (error) {
    if (error instanceof DocumentError) return undefined
    throw error
  }
}

async function parseDocument({url, text}: Source): Promise<Tree> {
  // Whitespace around the document is ignored; leading line breaks stay for the line numbers of errors.
  const content = text.trim()
  const start = text.slice(0, text.length - text.trimStart().length).replace(/[^\n]/g, '')
  if (content.startsWith('{')) return parseJson({url, text: start + content})
  return (await parseYaml({url, text: start + content})) ?? new Map()
}

function mentionsVersion(tree: Tree): boolean {
  if (tree instanceof Map) return VERSIONS.some((version) => tree.has(version))
  return (typeof tree === 'string' || Array.isArray(tree)) && VERSIONS.some((version) => tree.includes(version))
}
