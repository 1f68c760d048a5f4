// What uploads and downloads cost: many small objects and a large one, by osc, openstack and swift. The object store is a
// server in this process that answers after a pause, or with --real that of the cloud in the OS_* variables.
import {execFileSync} from 'node:child_process'
import {closeSync, existsSync, ftruncateSync, mkdirSync, openSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {cleanEnv, makePlace, removePlace} from '../test/support/place.ts'
import {program} from '../test/support/program.ts'
import {ACCOUNT, startFixtureCloud, TOKEN} from './fixture-cloud.ts'
import {createFixtureSwift} from './fixture-swift.ts'
import {type Cost, median, startMeasure} from './measure.ts'
import {printTable} from './print-table.ts'

const {values} = parseArgs({
  options: {
    rounds: {type: 'string', default: '3'},
    objects: {type: 'string', default: '2000'},
    // Bytes of the large object.
    size: {type: 'string', default: String(2e9)},
    // Milliseconds that the server in this process waits before it answers.
    latency: {type: 'string', default: '20'},
    real: {type: 'boolean', default: false},
  },
})

const TOOLS = {osc: program(), openstack: [process.env.OSC_PEER ?? '/usr/bin/openstack'], swift: ['/usr/bin/swift']}
type Tool = keyof typeof TOOLS
/** Bytes of a small object. */
const SMALL = 1000
const CONTAINER = 'osc-bench'

const count = Number(values.objects)
const names = Array.from({length: count}, (_, at) => `many/${String(at).padStart(6, '0')}`)
const large = Number(values.size)

const fixture = createFixtureSwift(Number(values.latency))
const cloud = values.real ? undefined : await startFixtureCloud(0, {swift: fixture.listener})
const place = makePlace()
const given = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('OS_')))
const env = cleanEnv(place, cloud?.env ?? given)
const measure = startMeasure()
const {work} = place
const target = join(work, 'down')

const TASKS: Record<string, Readonly<Record<Tool, readonly string[]>>> = {
  [`${count} small objects up`]: {
    osc: ['object', 'create', '--recursive', CONTAINER, 'many'],
    openstack: ['object', 'create', CONTAINER, ...names],
    swift: ['upload', CONTAINER, 'many'],
  },
  [`${count} small objects down`]: {
    osc: ['container', 'save', '--folder', target, CONTAINER],
    openstack: ['container', 'save', CONTAINER],
    swift: ['download', CONTAINER, '--output-dir', target],
  },
  [`${(large / 1e9).toFixed(1)} GB up`]: {
    osc: ['object', 'create', CONTAINER, 'large'],
    openstack: ['object', 'create', CONTAINER, 'large'],
    swift: ['upload', CONTAINER, 'large'],
  },
  [`${(large / 1e9).toFixed(1)} GB down`]: {
    osc: ['object', 'save', '--file', join(target, 'large'), CONTAINER, 'large'],
    openstack: ['object', 'save', '--file', join(target, 'large'), CONTAINER, 'large'],
    swift: ['download', CONTAINER, 'large', '--output', join(target, 'large')],
  },
}

type Run = Cost & {requests: number}

try {
  writeFiles()
  // Debian's swift cannot log in without python3-keystoneclient, so it gets a token.
  const swiftEnv = {...env, ...(cloud ? {OS_AUTH_TOKEN: TOKEN, OS_STORAGE_URL: `${cloud.url}${ACCOUNT}`} : login())}
  const tools = (Object.keys(TOOLS) as Tool[]).filter((tool) => isInstalled(tool))
  const rows: string[][] = []
  for (const [task, lines] of Object.entries(TASKS)) {
    if (values.real) await prepare(task)
    const runs = new Map<Tool, Run[]>(tools.map((tool) => [tool, []]))
    // Round 0 of a small command fills the caches. Each round runs every tool once, so that a busy moment hits all alike.
    await measure.run([...TOOLS.osc, 'object', 'store', 'account', 'show'], env)
    for (let round = 0; round < Number(values.rounds); round += 1)
      for (const tool of tools)
        runs.get(tool)?.push(await run(tool, task, lines[tool], tool === 'swift' ? swiftEnv : env))
    rows.push(...tools.map((tool) => row(task, tool, runs)))
  }
  printTable(['task', 'by', 's', 'cpu s', 'MiB', 'requests', 's: x osc', 'cpu: x osc'], rows)
  if (values.real) await osc('container', 'delete', '--recursive', CONTAINER)
} finally {
  measure.stop()
  cloud?.stop()
  removePlace(place)
}

function isInstalled(tool: Tool): boolean {
  const [file = ''] = TOOLS[tool]
  if (existsSync(file)) return true
  process.stderr.write(`${file} is not installed, so the table has no ${tool}.\n`)
  return false
}

/** The files to upload. The large one has no blocks on the disk, and is read once: the first reader of a file takes twice as long. */
function writeFiles(): void {
  mkdirSync(join(work, 'many'))
  for (const name of names) writeFileSync(join(work, name), Buffer.alloc(SMALL))
  const file = openSync(join(work, 'large'), 'w')
  ftruncateSync(file, large)
  closeSync(file)
  execFileSync('cat', [join(work, 'large')], {stdio: 'ignore'})
}

async function run(tool: Tool, task: string, line: readonly string[], env: Record<string, string>): Promise<Run> {
  rmSync(target, {recursive: true, force: true})
  mkdirSync(target)
  const isSmall = task.includes('small')
  const stored = isSmall ? new Map(names.map((name) => [name, SMALL])) : new Map([['large', large]])
  fixture.reset(task.endsWith('down') ? stored : undefined)
  // openstack saves containers to the current folder only.
  const cwd = tool === 'openstack' && line[0] === 'container' ? target : work
  const cost = await measure.run(['/usr/bin/env', '-C', cwd, ...TOOLS[tool], ...line], env)
  process.stderr.write(`${task} by ${tool}: ${cost.seconds.toFixed(1)} s, ${cost.cpu.toFixed(1)} s of CPU time\n`)
  return {...cost, requests: fixture.requests()}
}

function row(task: string, tool: Tool, runs: ReadonlyMap<Tool, readonly Run[]>): string[] {
  const typical = (by: Tool, key: 'seconds' | 'cpu' | 'rss' | 'requests') =>
    median((runs.get(by) ?? []).map((one) => one[key]))
  const ratio = (key: 'seconds' | 'cpu') => (typical(tool, key) / typical('osc', key)).toFixed(2)
  return [
    task,
    tool,
    typical(tool, 'seconds').toFixed(1),
    typical(tool, 'cpu').toFixed(1),
    (typical(tool, 'rss') / 1024).toFixed(0),
    values.real ? '' : String(typical(tool, 'requests')),
    ratio('seconds'),
    ratio('cpu'),
  ]
}

async function osc(...line: string[]): Promise<void> {
  await measure.run(['/usr/bin/env', '-C', work, ...TOOLS.osc, ...line], env)
}

/** On a real cloud: an empty container before uploads, and what they left before downloads. */
async function prepare(task: string): Promise<void> {
  if (!task.endsWith('up')) return
  await osc('container', 'create', CONTAINER)
  await osc('container', 'delete', '--recursive', CONTAINER)
  await osc('container', 'create', CONTAINER)
}

/** A token and the account's URL of the real cloud. */
function login(): {OS_AUTH_TOKEN: string; OS_STORAGE_URL: string} {
  const [node = '', ...start] = TOOLS.osc
  const ask = (...line: string[]) => execFileSync(node, [...start, ...line], {env, encoding: 'utf8'}).trim()
  const [, url = ''] = /public: (\S+)/.exec(ask('catalog', 'show', 'object-store')) ?? []
  return {OS_AUTH_TOKEN: ask('token', 'issue', '-f', 'value', '-c', 'id'), OS_STORAGE_URL: url}
}
