import {asObject, type JsonObject} from '@osc-cli/core'
import type {Book} from '#mistral/book'
import {isEvaluated} from '#mistral/expressions'
import {scriptTask} from '#mistral/script'
import {allAsYaql, asYaql, type Spot} from '#mistral/yaql'
import type {Activity, Node, Operation, Step, Workflow} from '#model/model'
import {operationCalled, operationOf} from '#model/workflow-activities'
import {isUrl} from '#read/source'
import {placeOfKey} from '#yaml/places'

const NOOP: JsonObject = {action: 'std.noop'}

/**
 * The task of an operation, by its artifact: a URL is called (std.http), a text file is printed (std.echo), any other file is
 * a script for the server of the node (std.ssh). An operation without an artifact does nothing.
 */
export async function operationTask(
  activity: Activity,
  nodeName: string,
  step: Step,
  workflow: Workflow,
  book: Book,
): Promise<JsonObject> {
  const {template} = book
  const node = template.nodeNamed.get(nodeName)
  const operation = node && operationOf(node, operationCalled(activity), step)
  if (!node || operation?.implementation === undefined) return NOOP
  noteLeftOut(node, operation, activity, step, workflow, book)
  const spot = {node, what: `node ${node.name}`, place: placeOfKey(node.body, 'type')}
  const inputs = {...operation.inputs, ...asObject(asObject(activity.value).inputs)}
  const file = node.artifacts.get(operation.implementation)?.file ?? operation.implementation
  if (isUrl(file)) return httpTask(file, inputs, spot, book)
  const content = await template.files.read(template.files.resolve(template.location, file))
  if (/\.txt$/i.test(file)) return echoTask(content, spot, book)
  return scriptTask({file, content, inputs, host: hostOf(node, operation, step)}, spot, book) ?? NOOP
}

/** The node whose server runs an operation: of a relationship, the end that operation_host or the operation names. */
function hostOf(node: Node, {name}: Operation, {requirement, operationHost}: Step): Node {
  const target = node.requirements.find((each) => each.name === requirement)?.target
  const isOnTarget = operationHost === undefined ? name.endsWith('_target') : operationHost === 'TARGET'
  return target && isOnTarget ? target : node
}

function noteLeftOut(
  {name}: Node,
  operation: Operation,
  {value}: Activity,
  step: Step,
  workflow: Workflow,
  {notes}: Book,
): void {
  const body = asObject(operation.body)
  if (asObject(body.implementation).dependencies !== undefined)
    notes.push(`Node ${name}, operation ${operation.name}: dependencies are left out, only the script is sent.`)
  if (body.outputs !== undefined)
    notes.push(`Node ${name}, operation ${operation.name}: outputs are left out, Mistral does not set attributes.`)
  if (asObject(value).outputs !== undefined)
    notes.push(`Step ${step.name} of workflow ${workflow.name}: outputs of ${operation.name} are left out.`)
}

/** Inputs `method` and `headers` are those of the request, the others its body. */
function httpTask(url: string, inputs: JsonObject, spot: Spot, book: Book): JsonObject {
  const {method = 'POST', headers, ...body} = allAsYaql(inputs, spot, book)
  const hasBody = Object.keys(body).length > 0
  return {
    action: 'std.http',
    input: {
      url: asYaql(url, spot, book),
      method,
      ...(headers !== undefined && {headers}),
      ...(hasBody && {json: body}),
    },
  }
}

function echoTask(content: string, {place, what}: Spot, {faults}: Book): JsonObject {
  if (isEvaluated(content)) faults.add(place, `${what}: its text contains <% or {{, which Mistral would evaluate`)
  return {action: 'std.echo', input: {output: content.trimEnd()}}
}
