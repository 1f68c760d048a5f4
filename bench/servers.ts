// What `server list --all-projects` costs with 5,000 servers of a cloud in this process: osc and, where it is installed, openstack.
import {existsSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {cleanEnv, makePlace, removePlace} from '../test/support/place.ts'
import {program} from '../test/support/program.ts'
import {startFixtureCloud} from './fixture-cloud.ts'
import {type Cost, median, startMeasure} from './measure.ts'
import {printTable} from './print-table.ts'

const {values} = parseArgs({
  options: {
    rounds: {type: 'string', default: '3'},
    servers: {type: 'string', default: '5000'},
    openstack: {type: 'string', default: '/usr/bin/openstack'},
    // What follows `server list --all-projects`.
    options: {type: 'string', multiple: true, default: ['', '--no-name-lookup', '--long', '-f json', '-f csv']},
  },
})

const LINES = values.options.map((options) => `server list --all-projects ${options}`.trim())

const measure = startMeasure()
const place = makePlace()
const fixture = await startFixtureCloud(0, {servers: Number(values.servers)})
try {
  const env = cleanEnv(place, fixture.env)
  const rows: string[][] = []
  for (const line of LINES) {
    const words = line.split(' ')
    const {ours, theirs} = await costs([...program(), ...words], [values.openstack, ...words], env)
    rows.push([line, ...shown(ours), ...(theirs ? [...shown(theirs), ...ratios(ours, theirs)] : [])])
  }
  const units = ['s', 'cpu s', 'MiB']
  printTable(
    ['command', ...units, ...units.map((unit) => `openstack ${unit}`), 'faster', 'less cpu', 'less memory'],
    rows,
  )
} finally {
  measure.stop()
  fixture.stop()
  removePlace(place)
}

/** Medians of runs that alternate, so that a busy moment hits both, after one run that fills the caches. */
async function costs(
  osc: readonly string[],
  openstack: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ours: Cost; theirs: Cost | undefined}> {
  const hasOpenstack = existsSync(values.openstack)
  const [ours, theirs]: [Cost[], Cost[]] = [[], []]
  await measure.run(osc, env)
  for (let round = 0; round < Number(values.rounds); round += 1) {
    ours.push(await measure.run(osc, env))
    if (hasOpenstack) theirs.push(await measure.run(openstack, env))
  }
  return {ours: typical(ours), theirs: hasOpenstack ? typical(theirs) : undefined}
}

function typical(runs: readonly Cost[]): Cost {
  const of = (key: 'seconds' | 'cpu' | 'rss') => median(runs.map((run) => run[key]))
  return {status: 0, stderr: '', seconds: of('seconds'), cpu: of('cpu'), rss: of('rss')}
}

function shown({seconds, cpu, rss}: Cost): string[] {
  return [seconds.toFixed(2), cpu.toFixed(2), (rss / 1024).toFixed(0)]
}

function ratios(ours: Cost, theirs: Cost): string[] {
  return (['seconds', 'cpu', 'rss'] as const).map((key) => `${(theirs[key] / ours[key]).toFixed(1)} x`)
}
