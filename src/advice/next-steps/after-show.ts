import {wantsHints} from '#advice/next-steps/audience'
import {onCloud} from '#advice/remedies/as-called'
import {commandLine} from '#advice/remedies/command-line'
import {isSafeVerb, verbsIn} from '#advice/remedies/verbs'
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
  const name = asText(record.stack_name) ?? asText(record.name) ?? asText(record.id)
  const osc = onCloud(program, options.cloud)
  const next =
    name === undefined
      ? []
      : verbsIn(help, noun, state)
          .filter(isSafeVerb)
          .flatMap((verb) => commandLine(`${noun} ${verb}`, name, index) ?? [])
  const lines = [...faultOf(record, state), ...next.map((line) => `Next: ${osc} ${line}`)].slice(0, MOST_LINES)
  if (lines.length > 0) await stderr.write(`${lines.map((line) => `  ${sanitize(line)}`).join('\n')}\n`)
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
