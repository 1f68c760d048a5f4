import {join} from 'node:path'
import {checkLoads} from '#plugins/check-loads'
import {type Discovery, discover} from '#plugins/discover'
import {mend} from '#plugins/mend'
import type {IndexedPlugin} from '#plugins/types'
import type {Runtime} from '#runtime'

/** One thing that is wrong, and the command line or the edit that mends it. */
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

type Places = Pick<Runtime, 'coreRoot' | 'root' | 'dataDir'>

/** Examines all plugins, or those that are named: their files, their range of cores, and whether every command loads. */
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
    const problems = plugin.unfit ? [unfitProblem(plugin.unfit)] : await loadProblems(plugin, found, places)
    examined.push({name: plugin.name, version: plugin.version, root: plugin.root, problems})
  }
  return [...examined, ...unreadable]
}

const unfitProblem = ({reason, fix}: {reason: string; fix: string}): Problem => ({problem: reason, fix})

async function loadProblems(plugin: IndexedPlugin, {index}: Discovery, places: Places): Promise<Problem[]> {
  // The core's own are in its bundle, which runs right now; oclif's load by oclif's ways.
  if (plugin.kind === 'core' || plugin.foreign) return []
  const place = index.plugins.indexOf(plugin)
  const ids = Object.entries(index.commands).flatMap(([id, owner]) =>
    owner === place ? [index.shadowed[id] ?? id] : [],
  )
  const failures = await checkLoads(plugin, [...new Set(ids)], join(places.coreRoot, 'dist/index.js'))
  return failures.map(({id, reason}) => ({
    problem: reason.startsWith('Command ') ? reason : `Command '${id}': ${reason}`,
    fix: mend(plugin, places),
  }))
}
