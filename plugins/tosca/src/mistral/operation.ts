import {asArray, asObject, asText, type Json, type JsonObject, shellWord} from '@osc-cli/core'
import type {Book} from '#mistral/book'
import {serverName, text} from '#mistral/expressions'
import type {Step} from '#mistral/steps'
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
  const place = placeOfKey(node.body, 'type')
  if (!operation && !isKnown(called))
    faults.add(
      placeOfKey(step.activities[0], 'call_operation'),
      `step ${step.name}: node ${node.name} has no operation ${called}`,
    )
  if (operation?.implementation === undefined) return NOOP
  const inputs = {...operation.inputs, ...asObject(asObject(value).inputs)}
  const file = node.artifacts.get(operation.implementation)?.file ?? operation.implementation
  if (isUrl(file)) return httpTask(file, inputs, node, book, place)
  const content = await read(file, place, book)
  if (content === undefined) return NOOP
  if (/\.txt$/i.test(file)) return {action: 'std.echo', input: {output: content.trimEnd()}}
  return scriptTask(content, inputs, node, book, place)
}

/** `Standard.create`, `tosca.interfaces.node.lifecycle.Standard.create`. */
function operationOf(node: Node, called: string, {requirement}: Step): Operation | undefined {
  const name = called.split('.').at(-1) ?? ''
  if (requirement === undefined) return node.operations.get(name)
  const relationship = node.requirements.find((each) => each.name === requirement)?.relationship
  return relationship?.operations.find((each) => each.name === name)
}

/** Operations that every node has, and that may do nothing. */
const isKnown = (called: string): boolean => /^(?:.*\.)?(?:create|configure|start|stop|delete)$/.test(called)

/** Inputs `method` and `headers` are those of the request, the others its body. */
function httpTask(url: string, inputs: JsonObject, node: Node, book: Book, place: Place): JsonObject {
  const {method = 'POST', headers, ...body} = translated(inputs, node, book, place)
  const hasBody = Object.keys(body).length > 0
  return {
    action: 'std.http',
    input: {url, method, ...(headers !== undefined && {headers}), ...(hasBody && {json: body})},
  }
}

const translated = (inputs: JsonObject, node: Node, book: Book, place: Place): JsonObject =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, argument(value ?? null, node, book, place)]))

function argument(value: Json, node: Node, book: Book, place: Place): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return asArray(value).map((each) => argument(each, node, book, place))
  return expressionOf(value, node, book, place)
}

function expressionOf(value: Json, node: Node, book: Book, place: Place): Json {
  const found = text(value, node, book.template)
  if (found !== undefined) return found
  book.faults.add(place, `node ${node.name}: Mistral has nothing for ${JSON.stringify(value)}`)
  return ''
}

/** A script on the server that the node runs on, its inputs as variables. */
function scriptTask(script: string, inputs: JsonObject, node: Node, book: Book, place: Place): JsonObject {
  const server = serverName(node, book.template)
  if (server === undefined) {
    book.faults.add(place, `node ${node.name} has operations, but is not hosted on a Compute node`)
    return NOOP
  }
  if (/<%|\{\{|\{%/.test(script)) {
    book.faults.add(place, `node ${node.name}: its script contains <% or {{, which Mistral would evaluate`)
    return NOOP
  }
  const exports = Object.entries(inputs).map(([name, value]) => {
    const word =
      typeof value === 'object' && value !== null
        ? quoted(expressionOf(value, node, book, place))
        : shellWord(String(value))
    return `export ${name}=${word}`
  })
  const [, interpreter = '/bin/sh'] = /^#!\s*(.+)/.exec(script) ?? []
  const lines = [...exports, `${interpreter.trim()} /dev/stdin <<'TOSCA_SCRIPT'`, script.trimEnd(), 'TOSCA_SCRIPT']
  return {
    action: 'std.ssh',
    input: {
      host: `<% $.hosts.get('${server}') %>`,
      username: '<% $.username %>',
      private_key: '<% $.private_key %>',
      cmd: lines.join('\n'),
    },
  }
}

/** In apostrophes for a shell, whatever the expressions in it become. */
const quoted = (value: Json): string =>
  `'${String(value).replaceAll(/<% (.*?) %>/g, (_, expression) => `<% str(${expression}).replace("'", "'\\"'\\"'") %>`)}'`

async function read(file: string, place: Place, {template, faults}: Book): Promise<string | undefined> {
  try {
    return await template.files.read(template.files.resolve(template.location, file))
  } catch (cause) {
    if (!(cause instanceof Missing)) throw cause
    faults.add(place, `${file} cannot be read: ${cause.message}`)
    return undefined
  }
}
