import {isObject, type Json, type JsonObject} from '@osc-cli/core'
import type {Path} from '#lint/finding'

/** A workflow of a file, and its path. */
export interface DefinedWorkflow {
  name: string
  spec: JsonObject
  path: Path
}

/** Whether a definition is a workbook: it has a name, and its workflows and actions are below keys of their own. */
export const isWorkbook = (root: JsonObject): boolean =>
  typeof root.name === 'string' && (isObject(root.workflows) || isObject(root.actions))

/** The workflows of a file: its keys, or those of a workbook. */
export function workflowsIn(root: Json | undefined): DefinedWorkflow[] {
  if (!isObject(root)) return []
  const [container, above]: [Json | undefined, Path] = isWorkbook(root) ? [root.workflows, ['workflows']] : [root, []]
  if (!isObject(container)) return []
  return Object.entries(container).flatMap(([name, spec]) =>
    name !== 'version' && isObject(spec) ? [{name, spec, path: [...above, name]}] : [],
  )
}
