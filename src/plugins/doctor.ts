import {join} from 'node:path'
import type {Places} from '#plugins/candidates'
import {checkLoads, type Part} from '#plugins/check-loads'
import {type Discovery, discover} from '#plugins/discover'
import {fixFor} from '#plugins/fix'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

/** One thing that is wrong, and the command line or the edit that fixes it. */
export interface Problem {
  problem: string
  fix: string
}

/** What is wrong with one plugin; nothing when it is healthy. */
export interface Diagnosis {
  name: string
  version: string | undefined
  root: string
  problems: Problem[]
}

/** Examines all plugins, or those that are named: their files, their range of cores, and whether every command, format and hook loads. */
export async function examine(places: Places, names: readonly string[]): Promise<Diagnosis[]> {
  const found = discover(places)
  const wanted = (name: string) => names.length === 0 || names.includes(name)
  const unreadable = found.index.broken
    .filter(({name}) => wanted(name))
    .map(
      ({name, root, reason, fix}): Diagnosis => ({name, version: undefined, root, problems: [{problem: reason, fix}]}),
    )
  const readable = found.index.plugins.filter(({name}) => wanted(name))
  const examined: Diagnosis[] = []
  for (const plugin of readable) {
    const problems = plugin.unfit
      ? [unfitProblem(plugin.unfit)]
      : [...(await loadProblems(plugin, found, places)), ...formatProblems(plugin, found)]
    examined.push({name: plugin.name, version: plugin.version, root: plugin.root, problems})
  }
  return [...examined, ...unreadable]
}

const unfitProblem = ({reason, fix}: {reason: string; fix: string}): Problem => ({problem: reason, fix})

async function loadProblems(plugin: IndexedPlugin, {index}: Discovery, places: Places): Promise<Problem[]> {
  // The core's own are in its bundle, which runs right now; oclif's load by oclif's ways.
  if (plugin.kind === 'core' || plugin.foreign) return []
  const parts = partsOf(index.plugins.indexOf(plugin), index)
  const failures = await checkLoads(plugin, parts, join(places.coreRoot, 'dist/inner.js'))
  return failures.map(({part, reason}) => ({
    problem: reason.startsWith(titleOf(part)) ? reason : `${titleOf(part)}: ${reason}`,
    fix: fixFor(plugin, places),
  }))
}

function partsOf(place: number, {commands, shadowed, formatters, hooks}: PluginIndex): Part[] {
  const ids = Object.entries(commands).flatMap(([id, owner]) => (owner === place ? [shadowed[id] ?? id] : []))
  return [
    ...[...new Set(ids)].map((id): Part => ({kind: 'command', id})),
    ...Object.entries(formatters).flatMap(([name, {plugin, module}]): Part[] =>
      plugin === place ? [{kind: 'formatter', name, module}] : [],
    ),
    ...hooks.flatMap(({plugin, ...hook}): Part[] => (plugin === place ? [{kind: 'hook', ...hook}] : [])),
  ]
}

function titleOf(part: Part): string {
  if (part.kind === 'command') return `Command '${part.id}'`
  return part.kind === 'formatter' ? `Formatter '${part.name}'` : `Hook ${part.event}`
}

/** A format that another has already is reached by nothing. */
const formatProblems = ({name}: IndexedPlugin, {conflicts}: Discovery): Problem[] =>
  conflicts.flatMap((conflict) =>
    conflict.kind === 'formatter' && conflict.loser === name
      ? [
          {
            problem: `Formatter '${conflict.name}' is never used: ${conflict.winner} provides one with the same name.`,
            fix: 'Rename the formatter, or remove one of the plugins: osc plugins uninstall NAME',
          },
        ]
      : [],
  )
