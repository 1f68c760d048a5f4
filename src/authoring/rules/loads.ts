import {join} from 'node:path'
import type {Finding, Rule} from '#authoring/rules/rule'
import {asObject, asText} from '#json'
import {checkLoads, type Part} from '#plugins/check-loads'
import {type ReadPlugin, readPlugin} from '#plugins/read-plugin'
import {oneLine, Reading} from '#plugins/reading'

/** osc can read the plugin, and every command, output format and hook of it loads. */
export const loads: Rule = async ({root, packageJson, commands, coreRoot}) => {
  // That there is no manifest is found elsewhere.
  if (commands.length === 0) return []
  let read: ReadPlugin
  try {
    const name = asText(packageJson.name) ?? root
    read = readPlugin({name, root, kind: 'link'}, asObject(packageJson), new Reading())
  } catch (error) {
    return [{where: 'package.json', message: `osc cannot read the plugin: ${oneLine(error)}.`}]
  }
  const failures = await checkLoads(read.plugin, partsOf(read), join(coreRoot, 'dist/inner.js'))
  return failures.map(({part, reason}): Finding => ({where: nameOf(part), message: `Does not load: ${reason}`}))
}

const partsOf = ({commands, formatters, hooks}: ReadPlugin): Part[] => [
  ...commands.map(({id}): Part => ({kind: 'command', id})),
  ...Object.entries(formatters).map(([name, {module}]): Part => ({kind: 'formatter', name, module})),
  ...hooks.map((hook): Part => ({kind: 'hook', ...hook})),
]

function nameOf(part: Part): string {
  if (part.kind === 'command') return part.id
  return part.kind === 'formatter' ? part.name : part.event
}
