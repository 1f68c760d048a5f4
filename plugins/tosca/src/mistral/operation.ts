import {asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import type {Book} from '#mistral/book'
import {isEvaluated} from '#mistral/expressions'
import {scriptTask} from '#mistral/script'
import type {Step} from '#mistral/steps'
import {allAsYaql, asYaql, type Spot} from '#mistral/yaql'
import type {Node, Operation} from '#model/model'
import {isUrl, Missing} from '#read/source'
import {type Place, placeOf, placeOfKey} from '#yaml/places'

const NOOP: JsonObject = {action: 'std.noop'}

/**
 * The task of an operation, by its artifact: a URL is called (std.http), a text file is printed (std.echo), any other file is
 * a script for the server of the node (std.ssh). An operation without an artifact does nothing.
 */
export async function operationTask(value: Json, nodeName: string, step: Step, book: Book): Promise<JsonObject> {
  const {template, faults} = book
  const called = asText(value) ?? asText(asObject(value).operation) ?? ''
  const node = template.nodes.find(({name}) => name === nodeName)
  if (!node) {
    if (nodeName === '') faults.add(placeOf(value), `step ${step.name} calls ${called} and has no target`)
    return NOOP
  }
  const operation = operationOf(node, called, step)
  if (!operation && !isKnown(called, step))
    faults.add(
      placeOfKey(step.activities[0], 'call_operation'),
      `step ${step.name}: node ${node.name} has no operation ${called}`,
    )
  if (operation?.implementation === undefined) return NOOP
  noteDependencies(node, operation, book)
  const spot = {node, what: `node ${node.name}`, place: placeOfKey(node.body, 'type')}
  const inputs = {...operation.inputs, ...asObject(asObject(value).inputs)}
  const file = node.artifacts.get(operation.implementation)?.file ?? operation.implementation
  if (isUrl(file)) return httpTask(file, inputs, spot, book)
  const content = await read(file, spot.place, book)
  if (content === undefined) return NOOP
  if (/\.txt$/i.test(file)) return echoTask(content, spot, book)
  return scriptTask({file, content, inputs, host: hostOf(node, operation, step)}, spot, book) ?? NOOP
}

/** `Standard.create`, `tosca.interfaces.node.lifecycle.Standard.create`. */
function operationOf(node: Node, called: string, {requirement}: Step): Operation | undefined {
  const name = called.split('.').at(-1) ?? ''
  if (requirement === undefined) return node.operations.get(name)
  const relationship = node.requirements.find((each) => each.name === requirement)?.relationship
  return relationship?.operations.find((each) => each.name === name)
}

const NODE_OPERATION = /^(?:.*\.)?(?:create|configure|start|stop|delete)$/
const RELATIONSHIP_OPERATION =
  /^(?:.*\.)?(?:(?:pre|post)_configure_(?:source|target)|(?:add|remove)_(?:source|target)|target_changed)$/

/** Operations that every node or relationship has, and that may do nothing. */
const isKnown = (called: string, {requirement}: Step): boolean =>
  (requirement === undefined ? NODE_OPERATION : RELATIONSHIP_OPERATION).test(called)

/** The node whose server runs an operation: of a relationship, the end that operation_host or the operation names. */
function hostOf(node: Node, {name}: Operation, {requirement, operationHost}: Step): Node {
  const target = node.requirements.find((each) => each.name === requirement)?.target
  const isOnTarget = operationHost === undefined ? name.endsWith('_target') : operationHost === 'TARGET'
  return target && isOnTarget ? target : node
}

function noteDependencies({name}: Node, operation: Operation, {notes}: Book): void {
  if (asObject(asObject(operation.body).implementation).dependencies !== undefined)
    notes.push(`Node ${name}, operation ${operation.name}: dependencies are left out, only the script is sent.`)
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

async function read(file: string, place: Place, {template, faults}: Book): Promise<string | undefined> {
  try {
    return await template.files.read(template.files.resolve(template.location, file))
  } catch (cause) {
    if (!(cause instanceof Missing)) throw cause
    faults.add(place, `${file} cannot be read: ${cause.message}`)
    return undefined
  }
}
