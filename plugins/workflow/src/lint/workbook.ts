import {asObject, asText, type Json} from '@osc-cli/core'
import {error, type Finding} from '#lint/finding'
import {isWorkbook, workflowsIn} from '#lint/workflows'

/** Tasks that run a workflow of their own workbook, `WORKBOOK.WORKFLOW`, which it does not define. */
export function workbookFindings(root: Json | undefined): Finding[] {
  const book = asObject(root)
  if (!isWorkbook(book)) return []
  const workflows = workflowsIn(book)
  const prefix = `${book.name}.`
  const known = new Set(workflows.map(({name}) => `${prefix}${name}`))
  return workflows.flatMap(({spec, path}) =>
    Object.entries(asObject(spec.tasks)).flatMap(([task, value]) => {
      const called = (asText(asObject(value).workflow) ?? '').split(/\s/)[0] ?? ''
      if (!called.startsWith(prefix) || called.includes('<%') || known.has(called)) return []
      const message = `The workbook does not define the workflow '${called.slice(prefix.length)}'.`
      return [error('unknown-workflow', [...path, 'tasks', task, 'workflow'], message)]
    }),
  )
}
