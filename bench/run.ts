// How long a start takes, as ratios: bare node, osc, and Debian's openstack where it is installed, all in one run.
import {existsSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {cleanEnv, makePlace, removePlace} from '../test/support/place.ts'
import {program} from '../test/support/program.ts'
import {startFixtureCloud} from './fixture-cloud.ts'
import {type Cost, median, startMeasure} from './measure.ts'
import {printTable} from './print-table.ts'

const {values} = parseArgs({
  options: {
    rounds: {type: 'string', default: '15'},
    // Without it a server in this process plays the cloud: no network, no Keystone to wait for.
    cloud: {type: 'string'},
  },
})

const OPENSTACK = '/usr/bin/openstack'
const lines = ['--version', 'region list', 'stack list', 'stack list --help', '--help']
// Lines with a slip, whose answer is a suggestion and status 127.
const slips = ['stak list', 'server lst', 'heat stack-list']
// What a shell asks at a press of Tab.
const key = '__complete fish sh osc stack'
// Pages that openstack does not have; any may cost three bare nodes.
const pages = ['help stack create', 'stack create --help --json', 'stack', 'heat', 'help options', 'help scripting']

const fixture = values.cloud ? undefined : await startFixtureCloud(20)
const place = makePlace()
const {OS_CLIENT_CONFIG_FILE} = process.env
const env = cleanEnv(place, fixture?.env ?? {OS_CLOUD: values.cloud, OS_CLIENT_CONFIG_FILE})
const measure = startMeasure()

const cases = new Map([['node -e 0', [process.execPath, '-e', '0']]])
for (const line of [...lines, ...pages, ...slips, key]) cases.set(`osc ${line}`, [...program(), ...line.split(' ')])
if (existsSync(OPENSTACK)) for (const line of lines) cases.set(`openstack ${line}`, [OPENSTACK, ...line.split(' ')])

try {
  const costs = new Map<string, Cost[]>()
  // Round 0 fills the caches and is not counted. Each round runs everything once, so that a busy moment hits all alike.
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    for (const [name, argv] of cases) {
      // A start of openstack takes so long that a third of the rounds is enough.
      if (name.startsWith('openstack') && round > 0 && round % 3 !== 1) continue
      const cost = await measure.run(argv, env, slips.some((line) => name === `osc ${line}`) ? 127 : 0)
      if (round > 0) costs.set(name, [...(costs.get(name) ?? []), cost])
    }
  }
  report(costs)
} finally {
  measure.stop()
  fixture?.stop()
  removePlace(place)
}

function report(costs: ReadonlyMap<string, readonly Cost[]>): void {
  const typical = (name: string, key: 'seconds' | 'cpu' | 'rss') =>
    median((costs.get(name) ?? []).map((cost) => cost[key]))
  const bare = {seconds: typical('node -e 0', 'seconds'), cpu: typical('node -e 0', 'cpu')}
  const rows = [...costs.keys()].map((name) => {
    const [seconds, cpu] = [typical(name, 'seconds'), typical(name, 'cpu')]
    const theirs = typical(name.replace(/^osc/, 'openstack'), 'seconds')
    const faster = name.startsWith('osc ') && !Number.isNaN(theirs) ? `${(theirs / seconds).toFixed(1)} x` : ''
    return [
      name,
      `${(seconds * 1000).toFixed(0)}`,
      (seconds / bare.seconds).toFixed(2),
      `${(cpu * 1000).toFixed(0)}`,
      (cpu / bare.cpu).toFixed(2),
      `${(typical(name, 'rss') / 1024).toFixed(0)}`,
      faster,
    ]
  })
  printTable(['command', 'ms', 'x node', 'cpu ms', 'x node', 'MiB', 'faster than openstack'], rows)
}
