import {type Document, isCollection, isScalar, visit, type YAMLError} from 'yaml'

export interface Unclosed {
  /** Where it begins. */
  offset: number
  sentence: string
}

/** The list, mapping or quote in which a document breaks off; of several the innermost. undefined where all are closed. */
export function unclosed(document: Document, text: string, error: YAMLError): Unclosed | undefined {
  if (error.code !== 'BAD_INDENT' && error.code !== 'MISSING_CHAR') return undefined
  let found: Unclosed | undefined
  visit(document, {
    Node(_, node) {
      if (!node.range) return
      const [offset, end] = node.range
      const kind = kindOf(node, text[offset])
      if (kind === undefined || offset > error.pos[0]) return
      const isClosed = end - offset > 1 && text[end - 1] === kind.close
      if (!isClosed) found = {offset, sentence: `the ${kind.name} that begins here is not closed by ${kind.close}`}
    },
  })
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

function kindOf(node: unknown, first = '') {
  if (isCollection(node) && node.flow) return FLOW[first]
  return isScalar(node) ? QUOTED[first] : undefined
}
