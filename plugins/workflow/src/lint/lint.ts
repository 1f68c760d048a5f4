import type {SyntaxFault} from '@osc-cli/core'
import {type Document, isMap, isNode, isScalar, type LineCounter} from 'yaml'
import {expressionFindings} from '#lint/expressions'
import type {Finding, Path} from '#lint/finding'
import {bodyFindings} from '#lint/http-body'
import {inputFindings} from '#lint/inputs'
import {fileFindings, structureFindings} from '#lint/structure'
import {transitionFindings} from '#lint/transitions'
import {workbookFindings} from '#lint/workbook'
import {workflowsIn} from '#lint/workflows'
import {readDocument} from '#yaml'

const RULES = [structureFindings, transitionFindings, expressionFindings, inputFindings, bodyFindings]

/** A problem and where it is; both numbers begin with 1. */
export interface PlacedFinding extends Omit<Finding, 'path' | 'at'> {
  line: number
  column: number
}

/** The problems of a definition of workflows or a workbook, in the order of the text. */
export function lint(text: string): PlacedFinding[] {
  const {document, lines, faults, value} = readDocument(text)
  if (faults.length > 0) return faults.map(syntaxFinding)
  const root = value()
  const findings = [
    ...fileFindings(root),
    ...workbookFindings(root),
    ...workflowsIn(root).flatMap((workflow) => RULES.flatMap((rule) => rule(workflow))),
  ]
  return findings
    .map(({rule, severity, message, path, at}) => ({
      ...positionAt(lines, offsetOf(document, path, at)),
      rule,
      severity,
      message,
    }))
    .sort((a, b) => a.line - b.line || a.column - b.column)
}

const syntaxFinding = ({line, column, reason}: SyntaxFault): PlacedFinding => ({
  line,
  column,
  rule: 'syntax',
  severity: 'error',
  message: `Invalid YAML: ${reason}`,
})

/** The line and column of a path, both from 1. */
export function placeOf({document, lines}: {document: Document; lines: LineCounter}, path: Path) {
  return positionAt(lines, offsetOf(document, path))
}

function positionAt(lines: LineCounter, offset: number) {
  const {line, col} = lines.linePos(offset)
  return {line, column: col}
}

/** Where a value begins that is one word or line; where its key begins for a structure, which may be long. */
function offsetOf(document: Document, path: Path, at?: 'key'): number {
  const node = document.getIn(path, true)
  if (at !== 'key' && isScalar(node) && node.value !== null) return node.range?.[0] ?? 0
  const parent = path.length === 0 ? undefined : document.getIn(path.slice(0, -1), true)
  const key = isMap(parent) && parent.items.find((pair) => isNode(pair.key) && String(pair.key) === path.at(-1))?.key
  return (isNode(key) ? key.range?.[0] : isNode(node) ? node.range?.[0] : undefined) ?? 0
}
