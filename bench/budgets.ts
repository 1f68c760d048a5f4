// `npm run bench:budgets`: CPU time with all commands of the reference client in place, as ratios of a bare node. It fails where one exceeds its budget.
import {parseArgs} from 'node:util'
import {cleanEnv, makePlace, removePlace} from '../test/support/place.ts'
import {program} from '../test/support/program.ts'
import {addBreadth} from './breadth.ts'
import {startFixtureCloud} from './fixture-cloud.ts'
import {median, startMeasure} from './measure.ts'
import {printTable} from './print-table.ts'

const {values} = parseArgs({options: {rounds: {type: 'string', default: '11'}}})

/** A line, how many bare nodes it may cost, and its exit status where that is not 0. */
const BUDGETS: readonly (readonly [string, number, number?])[] = [
  ['--version', 2],
  ['--help', 3],
  ['server', 3],
  ['help server create', 3],
  ['server create --help', 3],
  ['servr list', 3, 127],
  ['serverlist', 3, 127],
  ['region list', 4],
  ['server list', 4],
  ['__complete fish sh osc server', 1.5],
  ['search rollback', 4],
]

const BARE = 'node -e 0'

/** A budget without what these requests of the line cost a bare node: `server list` may use 4 bare nodes "plus its requests". */
const REQUESTS: Readonly<Record<string, readonly string[]>> = {
  'server list': ['/compute/v2.1/servers/detail', '/compute/v2.1/flavors/detail', '/image/v2/images'],
}
const REQUEST_ALL = `const {get, Agent} = require('node:http')
const agent = new Agent({keepAlive: true})
const read = (url) => new Promise((done) => get(url, {agent}, (res) => res.resume().on('end', done)))
process.argv.slice(1).reduce((last, url) => last.then(() => read(url)), Promise.resolve()).then(() => process.exit())`
const requestsOf = (line: string) => `the requests of osc ${line}`
const place = makePlace()
const fixture = await startFixtureCloud(20, {servers: 20})
const measure = startMeasure()
try {
  const {plugins, commands} = await addBreadth(place.root)
  const env = cleanEnv(place, fixture.env)
  const costs = new Map<string, number[]>()
  // Round 0 fills the caches. Each round runs everything once, so that a busy moment hits all alike.
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    const bare = await measure.run([process.execPath, '-e', '0'], env)
    const measured: [string, number][] = [[BARE, bare.cpu]]
    for (const [line, , status] of BUDGETS)
      measured.push([line, (await measure.run([...program(), ...line.split(' ')], env, status)).cpu])
    for (const [line, paths] of Object.entries(REQUESTS)) {
      const urls = paths.map((path) => new URL(path, fixture.env.OS_AUTH_URL).href)
      measured.push([requestsOf(line), (await measure.run([process.execPath, '-e', REQUEST_ALL, ...urls], env)).cpu])
    }
    if (round > 0) for (const [line, cpu] of measured) costs.set(line, [...(costs.get(line) ?? []), cpu])
  }
  console.log(`${commands} commands in ${plugins} plugins beside those of this repository.\n`)
  report(costs)
} finally {
  measure.stop()
  fixture.stop()
  removePlace(place)
}

function report(costs: ReadonlyMap<string, readonly number[]>): void {
  const typical = (line: string) => median(costs.get(line) ?? [])
  const rows = BUDGETS.map(([line, own]) => {
    const ratio = typical(line) / typical(BARE)
    const budget = own + (Object.hasOwn(REQUESTS, line) ? typical(requestsOf(line)) / typical(BARE) - 1 : 0)
    if (ratio > budget) process.exitCode = 1
    const milliseconds = (typical(line) * 1000).toFixed(0)
    return [`osc ${line}`, milliseconds, ratio.toFixed(2), budget.toFixed(2), ratio > budget ? 'over' : 'within']
  })
  printTable(['command', 'cpu ms', 'x node', 'budget', 'result'], rows)
}
