import {wantsHints} from '#advice/next-steps/audience'
import {onCloud} from '#advice/remedies/as-called'
import {verbLines, verbsIn} from '#advice/remedies/verbs'
import {pluginHelp} from '#help/plugin-help'
import {asObject, asText, type JsonObject} from '#json'
import {sanitize} from '#output/sanitize'
import type {Runtime} from '#runtime'

const STATE_KEYS = ['stack_status', 'status', 'provision_state', 'state']
const REASON_KEYS = ['stack_status_reason', 'status_reason', 'last_error', 'state_info']
const LONGEST_REASON = 300
const MOST_LINES = 3

/** What is worth knowing after a record, on stderr: the fault of what failed, and the verbs that its state allows. */
export async function afterShow(record: JsonObject, id: string, runtime: Runtime): Promise<void> {
  const {stderr, env, options, index, program} = runtime
  if (!wantsHints(options.no_hints === true ? ['--no-hints'] : [], stderr, env)) return
  const state = textOf(record, STATE_KEYS)
  if (state === undefined) return
  const noun = id.split(' ').slice(0, -1).join(' ')
  const plugin = index.plugins[index.commands[id] ?? -1]
  const help = plugin && (await pluginHelp(plugin))
  const verbs = verbsIn(help, noun, state)
  const name = verbs.length > 0 ? await nameOf(record, noun, runtime) : undefined
  const next = name === undefined ? [] : verbLines(verbs, {noun, name, record}, help, index)
  const osc = onCloud(program, options.cloud)
  const lines = [...faultOf(record, state), ...next.map((line) => `Next: ${osc} ${line}`)].slice(0, MOST_LINES)
  if (lines.length > 0) await stderr.write(`${lines.map((line) => `  ${sanitize(line)}`).join('\n')}\n`)
}

/** What it is called by on a line: its ID where its name is that of another one, too. */
async function nameOf(record: JsonObject, noun: string, {config, cacheDir, options, env}: Runtime) {
  const id = asText(record.id)
  const name = asText(record.stack_name) ?? asText(record.name)
  if (name === undefined || id === undefined) return name ?? id
  const {contextOf} = await import('#context/read')
  const {names} = contextOf(await config(), {cacheDir, useCache: options.no_cache !== true && !env.OSC_NO_CACHE})
  return names[noun]?.value.some((known) => known.name === name && known.id !== id) ? id : name
}

function faultOf(record: JsonObject, state: string): string[] {
  if (!/error|fail/i.test(state)) return []
  const reason = asText(asObject(record.fault).message) ?? textOf(record, REASON_KEYS)
  if (!reason) return []
  const line = reason.replace(/\s+/g, ' ').trim()
  return [`Fault: ${line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON)}...` : line}`]
}

const textOf = (record: JsonObject, keys: readonly string[]): string | undefined =>
  keys.map((key) => asText(record[key])).find(Boolean)
