import {type Finding, ok} from '#advice/doctor/finding'
import {examine} from '#plugins/doctor'
import type {Runtime} from '#runtime'

/** What `osc plugins doctor` finds, a line for each plugin with problems. Loads every command. */
export async function pluginFindings(runtime: Runtime): Promise<Finding[]> {
  const examined = await examine(runtime, [])
  const faulty = examined.flatMap(({name, version, problems}): Finding[] => {
    const [first, ...others] = problems
    if (!first) return []
    const more = others.length === 0 ? '' : `; ${others.length} more: ${runtime.program} plugins doctor ${name}`
    const title = version === undefined ? name : `${name} ${version}`
    return [{check: 'plugins', level: 'error', says: `${title}: ${first.problem}${more}`, fix: first.fix, status: 1}]
  })
  return faulty.length > 0 ? faulty : [ok('plugins', `${examined.length} plugins, all commands load`)]
}
