import {asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {type Book, nameFor} from '#mistral/book'
import type {Step} from '#mistral/steps'
import {allAsYaql} from '#mistral/yaql'
import type {Place} from '#yaml/places'

/** Another workflow of the template: it gets the inputs of the template, those that both have, and those that the step gives. */
export function callTask(value: Json, place: Place, step: Step, book: Book): JsonObject {
  const {workflows, template, faults} = book
  const name = asText(value) ?? asText(asObject(value).workflow) ?? ''
  if (!Object.hasOwn(workflows, name)) {
    faults.add(place, `workflow ${name} is not defined`)
    return {action: 'std.noop'}
  }
  const own = Object.entries(asObject(asObject(workflows[name]).inputs))
  const given = asObject(asObject(value).inputs)
  const names = [
    ...template.inputs.map((input) => input.name),
    ...own.flatMap(([input]) => (step.inputs.includes(input) ? [input] : [])),
  ]
  const spot = {what: `step ${step.name}`, place}
  const known = new Set([...names, ...own.map(([input]) => input)])
  for (const input of Object.keys(given))
    if (!known.has(input)) faults.add(place, `${spot.what}: workflow ${name} has no input ${input}`)
  for (const [input, body] of own)
    if (!names.includes(input) && given[input] === undefined && asObject(body).default === undefined)
      faults.add(place, `${spot.what}: workflow ${name} requires input ${input}`)
  const passed = [...names, 'hosts', 'username', 'private_key'].map((input) => [input, `<% $.get('${input}') %>`])
  return {workflow: nameFor(name), input: {...Object.fromEntries(passed), ...allAsYaql(given, spot, book)}}
}
