// What long lists cost: stacks of a server in this process, printed by osc, and by Debian's openstack where it is installed.
import {existsSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {cleanEnv, makePlace, removePlace} from '../test/support/place.ts'
import {program} from '../test/support/program.ts'
import {startFixtureCloud} from './fixture-cloud.ts'
import {type Cost, median, startMeasure} from './measure.ts'
import {printTable} from './print-table.ts'

const {values} = parseArgs({
  options: {rounds: {type: 'string', default: '3'}, sizes: {type: 'string', default: '1000,10000,100000'}},
})

const OPENSTACK = '/usr/bin/openstack'
const FORMATS = ['csv', 'value', 'json', 'table']
const SIZES = values.sizes.split(',').map(Number)

const measure = startMeasure()
const place = makePlace()
const rows: string[][] = []
// What the shortest list cost, by format: memory that grows with the rows shows beside it.
const few = new Map<string, Typical>()

try {
  for (const size of SIZES) {
    const fixture = await startFixtureCloud(size)
    const env = cleanEnv(place, fixture.env)
    for (const format of FORMATS) {
      const line = ['stack', 'list', '-f', format]
      const ours = await cost([...program(), ...line], env)
      const theirs = existsSync(OPENSTACK) ? await cost([OPENSTACK, ...line], env) : undefined
      few.set(format, few.get(format) ?? ours)
      const growth = `${(ours.rss / (few.get(format)?.rss ?? Number.NaN)).toFixed(2)} x`
      rows.push([`${size} as ${format}`, ...shown(ours), growth, ...(theirs ? compared(ours, theirs) : ['', '', ''])])
    }
    fixture.stop()
  }
  printTable(['stacks', 's', 'MiB', 'of 1000 rows', 'openstack s', 'openstack MiB', 'faster'], rows)
} finally {
  measure.stop()
  removePlace(place)
}

/** The median of some runs, after one that fills the caches. */
async function cost(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<Typical> {
  await measure.run(argv, env)
  const costs: Cost[] = []
  for (let round = 0; round < Number(values.rounds); round += 1) costs.push(await measure.run(argv, env))
  return {seconds: median(costs.map(({seconds}) => seconds)), rss: median(costs.map(({rss}) => rss))}
}

type Typical = Pick<Cost, 'seconds' | 'rss'>

function shown({seconds, rss}: Typical): string[] {
  return [seconds.toFixed(2), (rss / 1024).toFixed(0)]
}

function compared(ours: Typical, theirs: Typical): string[] {
  return [...shown(theirs), `${(theirs.seconds / ours.seconds).toFixed(1)} x`]
}
