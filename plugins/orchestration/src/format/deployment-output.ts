import {type Json, type JsonObject, pythonText} from '@osc-cli/core'

const LAST_LINES = 10
const LOGS = new Set(['deploy_stdout', 'deploy_stderr'])
const LINE_BREAK = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/

/** An output value of a deployment as heatclient prints it, in lines; only the last ten of a log unless `long`. */
export function deploymentOutput(outputs: JsonObject, name: string, long: boolean): string[] {
  const value = outputs[name]
  if (!LOGS.has(name)) return [`  ${name}: ${pythonText(value)}`]
  return [`  ${name}: |`, ...indented(value, long, {before: '...', after: ['(truncated, view all with --long)']})]
}

/** Why a resource failed, in lines; only the last ten unless `long`. */
export function failureReason(reason: Json | undefined, long: boolean): string[] {
  return indented(reason, long, {before: '...\n', after: []})
}

/** A missing value is the word None without indentation, an empty text an empty line. */
function indented(value: Json | undefined, long: boolean, cut: {before: string; after: string[]}): string[] {
  if (value === undefined || value === null) return ['None']
  const lines = pythonText(value).split(LINE_BREAK)
  if (lines.at(-1) === '') lines.pop()
  const shown = long || lines.length <= LAST_LINES ? lines : [cut.before, ...lines.slice(-LAST_LINES), ...cut.after]
  return shown.length ? shown.map((line) => `    ${line}`) : ['']
}
