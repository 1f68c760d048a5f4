import {run} from '../../support/run.ts'
import {cloudEnv} from './cloud.ts'
import {hasOpenstack, openstack} from './openstack.ts'

/**
 * Undoes what the surrounding `describe` made, the last first, after its tests: `const later = cleanUp()`, then
 * `later('project', 'delete', name)` as soon as it is there. What is gone already is fine; anything else fails the suite.
 * `by: 'osc'` is for commands and options that Debian's openstack lacks.
 */
export function cleanUp({by = 'openstack'}: {by?: 'openstack' | 'osc'} = {}): (...argv: string[]) => void {
  const lines: string[][] = []
  after(async function undo() {
    this.timeout(300_000)
    const failures: string[] = []
    for (const argv of lines.reverse()) {
      // Not by the program under test where that can be helped: what it breaks must not stay.
      const apart = by === 'openstack' && hasOpenstack()
      const {status, stderr} = apart ? await openstack(argv) : await run(argv, {env: cloudEnv()})
      if (status !== 0 && !GONE.test(stderr)) failures.push(`${argv.join(' ')}: ${stderr}`)
    }
    if (failures.length > 0) throw new Error(`Left behind:\n${failures.join('\n')}`)
  })
  return (...argv) => {
    lines.push(argv)
  }
}

// The last is openstack's message for a missing resource where the service cannot filter by name.
const GONE =
  /no \w+ '[^']*' exists|no \w+( \w+)* with a (type, )?name or ID|no \w+ found for|unable to find \w+ with name or id|not found|could not be found|HTTP 404|more than one \w+ exists with the name/i
