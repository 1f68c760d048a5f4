import {childrenOf, isNode, type YamlDocument, type YamlError, type YamlNode} from '#text/yaml-document'

export interface Unclosed {
  /** Where it begins. */
  offset: number
  reason: string
}

/** The list, mapping or quote in which a document breaks off; of several the innermost. undefined where all are closed. */
export function unclosed({contents}: YamlDocument, text: string, error: YamlError): Unclosed | undefined {
  if (error.code !== 'BAD_INDENT' && error.code !== 'MISSING_CHAR') return undefined
  let found: Unclosed | undefined
  const visit = (node: YamlNode): void => {
    const [offset, end] = node.range ?? []
    if (offset !== undefined && end !== undefined && offset <= error.pos[0]) {
      const kind = kindOf(node, text[offset])
      const isClosed = kind === undefined || (end - offset > 1 && text[end - 1] === kind.close)
      if (!isClosed) found = {offset, reason: `the ${kind.name} that begins here is not closed by ${kind.close}`}
    }
    for (const child of childrenOf(node)) visit(child)
  }
  if (isNode(contents)) visit(contents)
  return found
}

const FLOW: Readonly<Record<string, {name: string; close: string}>> = {
  '[': {name: 'list', close: ']'},
  '{': {name: 'mapping', close: '}'},
}

const QUOTED: Readonly<Record<string, {name: string; close: string}>> = {
  '"': {name: 'text in double quotes', close: '"'},
  "'": {name: 'text in single quotes', close: "'"},
}

const kindOf = ({items, flow}: YamlNode, first = '') => (items ? (flow ? FLOW[first] : undefined) : QUOTED[first])
