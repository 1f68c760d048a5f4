// What many changes of networks cost: subnets and rules from a file of commands, and the deletion of ports, by osc and, where it
// is installed, openstack. The network service is a server in this process that answers after a pause.
import assert from 'node:assert/strict'
import {existsSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {cleanEnv, makePlace, removePlace} from '../test/support/place.ts'
import {program} from '../test/support/program.ts'
import {startFixtureCloud} from './fixture-cloud.ts'
import {createFixtureNeutron} from './fixture-neutron.ts'
import {type Cost, median, startMeasure} from './measure.ts'
import {printTable} from './print-table.ts'

const {values} = parseArgs({
  options: {
    rounds: {type: 'string', default: '3'},
    // Of each kind.
    count: {type: 'string', default: '200'},
    // Milliseconds that the service waits before it answers.
    latency: {type: 'string', default: '20'},
    // What osc creates at once.
    jobs: {type: 'string', default: '8'},
    openstack: {type: 'string', default: '/usr/bin/openstack'},
  },
})

const count = Number(values.count)
const TOOLS = {osc: program(), openstack: [values.openstack]}
type Tool = keyof typeof TOOLS
type Run = Cost & {requests: number; atOnce: number}

const neutron = createFixtureNeutron(Number(values.latency))
const cloud = await startFixtureCloud(0, {neutron: neutron.listener})
const place = makePlace()
const env = cleanEnv(place, cloud.env)
const measure = startMeasure()

/** The words of a tool that run the commands in a file. */
const FROM_FILE = {osc: ['shell', '--jobs', values.jobs], openstack: []}
/** openstack ends so even if all commands of a file succeed. */
const FROM_FILE_STATUS = {osc: 0, openstack: 1}
const numbers = Array.from({length: count}, (_, at) => at)
const subnets = numbers.map((at) => `subnet create --network net --subnet-range 10.${at >> 8}.${at & 255}.0/24 s${at}`)
const rules = numbers.map((at) => `security group rule create --protocol tcp --dst-port ${at + 1} group`)
const ports = numbers.map((at) => `port-${at}`)

/** What is done, how, and how many of what there are afterwards. */
const TASKS = [
  {
    task: `create ${count} subnets`,
    argv: fromFile('subnets', subnets),
    left: {subnets: count},
    statuses: FROM_FILE_STATUS,
  },
  {
    task: `create ${count} rules`,
    argv: fromFile('rules', rules),
    left: {'security-group-rules': count},
    statuses: FROM_FILE_STATUS,
  },
  {task: `delete ${count} ports`, argv: (tool: Tool) => [...TOOLS[tool], 'port', 'delete', ...ports], left: {ports: 0}},
]

try {
  const tools = (Object.keys(TOOLS) as Tool[]).filter((tool) => existsSync(TOOLS[tool][0] ?? ''))
  // Fills the caches.
  await measure.run([...TOOLS.osc, 'port', 'list'], env)
  const rows: string[][] = []
  for (const {task, argv, left, statuses = {osc: 0, openstack: 0}} of TASKS) {
    const runs = new Map<Tool, Run[]>(tools.map((tool) => [tool, []]))
    for (let round = 0; round < Number(values.rounds); round += 1)
      for (const tool of tools) runs.get(tool)?.push(await run(argv(tool), left, statuses[tool]))
    rows.push(...tools.map((tool) => row(task, tool, runs)))
  }
  printTable(['task', 'by', 's', 'cpu s', 'MiB', 'requests', 'at once', 's: x osc', 'cpu: x osc'], rows)
} finally {
  measure.stop()
  cloud.stop()
  removePlace(place)
}

function fromFile(name: string, lines: readonly string[]): (tool: Tool) => string[] {
  const file = join(place.work, name)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return (tool) => [
    '/bin/sh',
    '-c',
    'file=$1; shift; exec "$@" <"$file"',
    'sh',
    file,
    ...TOOLS[tool],
    ...FROM_FILE[tool],
  ]
}

async function run(argv: readonly string[], left: Record<string, number>, status: number): Promise<Run> {
  neutron.reset(count)
  const cost = await measure.run(argv, env, status)
  const {requests, atOnce, counts} = neutron.state()
  assert.deepEqual({...counts, ...left}, counts)
  return {...cost, requests, atOnce}
}

function row(task: string, tool: Tool, runs: ReadonlyMap<Tool, readonly Run[]>): string[] {
  const typical = (by: Tool, key: 'seconds' | 'cpu' | 'rss' | 'requests' | 'atOnce') =>
    median((runs.get(by) ?? []).map((one) => one[key]))
  const ratio = (key: 'seconds' | 'cpu') => (typical(tool, key) / typical('osc', key)).toFixed(1)
  return [
    task,
    tool,
    typical(tool, 'seconds').toFixed(1),
    typical(tool, 'cpu').toFixed(1),
    (typical(tool, 'rss') / 1024).toFixed(0),
    String(typical(tool, 'requests')),
    String(typical(tool, 'atOnce')),
    ratio('seconds'),
    ratio('cpu'),
  ]
}
