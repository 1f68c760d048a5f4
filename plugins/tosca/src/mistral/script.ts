import {asText, type Json, type JsonObject, shellWord} from '@osc-cli/core'
import type {Book} from '#mistral/book'
import {isEvaluated, serverName} from '#mistral/expressions'
import {asYaql, type Spot} from '#mistral/yaql'
import {callOf} from '#model/functions'
import type {Node} from '#model/model'

/** A script of an operation. */
interface Script {
  file: string
  content: string
  inputs: JsonObject
  /** The node whose server runs it. */
  host: Node
}

/** A task that runs a script by SSH, its inputs as variables. Undefined, and a fault, when Mistral cannot run it. */
export function scriptTask({file, content, inputs, host}: Script, spot: Spot, book: Book): JsonObject | undefined {
  const server = serverName(host, book.template)
  const problem = problemOf(file, content, server, host)
  if (problem !== undefined) {
    book.faults.add(spot.place, problem)
    return undefined
  }
  const exports = Object.entries(inputs).map(([name, value]) => exported(name, value ?? null, spot, book))
  const [, interpreter = '/bin/sh'] = /^#!\s*(.+)/.exec(content) ?? []
  const end = delimiterFor(content)
  const lines = [...exports, `${interpreter.trim()} /dev/stdin <<'${end}'`, content.trimEnd(), end]
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

/** A word that a script does not contain, to end it. */
function delimiterFor(content: string): string {
  let word = 'TOSCA_SCRIPT'
  while (content.includes(word)) word += '_'
  return word
}

function problemOf(file: string, content: string, server: string | undefined, {name}: Node): string | undefined {
  if (server === undefined) return `node ${name} has operations, but is not hosted on a Compute node`
  if (isEvaluated(content)) return `node ${name}: its script contains <% or {{, which Mistral would evaluate`
  // A playbook or manifest would be read by a shell.
  if (!content.startsWith('#!') && /\.\w+$/.test(file) && !/\.(?:sh|bash)$/i.test(file))
    return `node ${name}: Mistral cannot run ${file}: its first line must start with #!, or its name must end in .sh`
  return undefined
}

function exported(name: string, value: Json, spot: Spot, book: Book): string {
  if (!/^[A-Za-z_]\w*$/.test(name))
    book.faults.add(spot.place, `${spot.what}: input ${name} cannot be the name of a variable of a script`)
  if (typeof value === 'object' && value !== null && !callOf(value))
    book.faults.add(
      spot.place,
      `${spot.what}: input ${name} must be a single value, as it becomes a variable of a script`,
    )
  return `export ${name}=${quoted(asText(asYaql(value, spot, book)) ?? '')}`
}

/** One word for a shell, whatever the expressions in it become. Inputs without a value become an empty text. */
function quoted(value: string): string {
  if (!value.includes('<%')) return shellWord(value)
  const parts = value.split(/<% (.*?) %>/).map((part, index) => {
    if (index % 2 === 0) return part.replaceAll("'", `'"'"'`)
    return `<% str(coalesce(${part}, '')).replace("'", "'\\"'\\"'") %>`
  })
  return `'${parts.join('')}'`
}
