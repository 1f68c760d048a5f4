import {isMap, isScalar, type ParsedNode, parseDocument, visit} from 'yaml'

/** How a file is read, which decides what in it names other files. */
export type Kind = 'template' | 'environment' | 'text'

const isTemplate = (name: string) => /\.(?:yaml|yml|template)$/.test(name)
const isElsewhere = (reference: string) => /^[a-z][a-z+]*:\/\//i.test(reference)

interface Reference {
  value: string
  kind: Kind
  from: number
  to: number
}

/**
 * A template or environment in which `change` has replaced the names of other files; nothing else of its text changes.
 * Those are `get_file`, the `type` of a resource that is a template, and templates in an environment's `resource_registry`.
 */
export function withReferences(text: string, kind: Kind, change: (reference: string, kind: Kind) => string): string {
  if (kind === 'text') return text
  return referencesOf(text, kind)
    .map((reference) => ({...reference, changed: change(reference.value, reference.kind)}))
    .sort((a, b) => b.from - a.from)
    .reduce((out, {from, to, changed}) => out.slice(0, from) + JSON.stringify(changed) + out.slice(to), text)
}

function referencesOf(text: string, kind: Kind): Reference[] {
  const document = parseDocument(text, {version: '1.1', uniqueKeys: false, strict: false, logLevel: 'error'})
  const found: Reference[] = []
  const add = (node: unknown, as: Kind) => {
    if (!isScalar(node) || typeof node.value !== 'string' || !node.range || isElsewhere(node.value)) return
    found.push({value: node.value, kind: as, from: node.range[0], to: node.range[1]})
  }
  visit(document, {
    Pair(_, {key, value}) {
      if (!isScalar(key)) return
      if (key.value === 'get_file') add(value, 'text')
      if (kind === 'template' && key.value === 'type' && isScalar(value) && isTemplate(String(value.value)))
        add(value, 'template')
    },
  })
  if (kind === 'environment')
    for (const node of registryValues(document.get('resource_registry', true))) add(node, 'template')
  return found
}

/** Values of a registry that are templates, also those for single resources. */
function registryValues(registry: unknown): unknown[] {
  if (!isMap<ParsedNode, ParsedNode | null>(registry)) return []
  return registry.items.flatMap(({value}) => {
    if (isMap(value)) return registryValues(value)
    return isScalar(value) && typeof value.value === 'string' && isTemplate(value.value) ? [value] : []
  })
}

/** A reference relative to the file that contains it, from the top; one that leads out of the plan stays as it is. */
export function fromTop(file: string, reference: string): string {
  const parts = file.split('/').slice(0, -1)
  for (const part of reference.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return reference
      parts.pop()
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
