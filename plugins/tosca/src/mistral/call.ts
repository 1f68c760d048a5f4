import {asObject, type JsonObject} from '@osc-cli/core'
import {type Book, nameFor} from '#mistral/book'
import {allAsYaql} from '#mistral/yaql'
import type {Activity, Step, Workflow} from '#model/model'

/** Another workflow of the template: it gets the inputs of the template, those that both have, and those that the step gives. */
export function callTask(
  called: string,
  {value, placeOfValue: place}: Activity,
  step: Step,
  caller: Workflow,
  book: Book,
): JsonObject {
  const {workflows, inputs} = book.template
  const workflow = workflows.find(({name}) => name === called)
  if (!workflow) {
    book.faults.add(place, `step ${step.name}: the template has no workflow ${called} to delegate to`)
    return {action: 'std.noop'}
  }
  const own = workflow.inputs.filter(({name}) => caller.inputs.some((each) => each.name === name))
  const names = [...inputs, ...own].map(({name}) => name)
  const passed = [...names, 'hosts', 'username', 'private_key'].map((input) => [input, `<% $.get('${input}') %>`])
  const given = allAsYaql(asObject(asObject(value).inputs), {what: `step ${step.name}`, place}, book)
  return {workflow: nameFor(called), input: {...Object.fromEntries(passed), ...given}}
}
