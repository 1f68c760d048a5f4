// What many resources of Neutron cost: `port delete` with 200 names, and subnets and rules created by eight osc at a time. The
// cloud is a server in this process that takes 20 ms for an answer, counts requests, and how many of them it has at once.
import {existsSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {parseArgs} from 'node:util'
import type {Received, Reply, Route} from '../test/support/fixture-server.ts'
import {cleanEnv, makePlace, removePlace} from '../test/support/place.ts'
import {program} from '../test/support/program.ts'
import {quote} from '../test/support/quote.ts'
import {startAllServices} from '../test/unit/commands/all-services.ts'
import {type Cost, startMeasure} from './measure.ts'
import {printTable} from './print-table.ts'

const {values} = parseArgs({
  options: {
    openstack: {type: 'string', default: '/usr/bin/openstack'},
    ports: {type: 'string', default: '200'},
    creations: {type: 'string', default: '24'},
  },
})
const LATENCY = 20
const AT_ONCE = 8
const API = '/neutron/v2.0'

const load = {requests: 0, now: 0, most: 0}
const {server, env} = await startAllServices()
for (const [key, member] of [
  ['ports', 'port'],
  ['networks', 'network'],
  ['subnets', 'subnet'],
  ['security-groups', 'security_group'],
  ['security-group-rules', 'security_group_rule'],
] as const)
  server.routes = {...server.routes, ...routesOf(key, member)}
// Names are looked up one by one, so the path of a port is not in the table.
server.routes = new Proxy(server.routes, {
  get: (routes, key: string) => routes[key] ?? (key.startsWith('DELETE ') ? deleted : undefined),
})

const measure = startMeasure()
const place = makePlace()
const names = Array.from({length: Number(values.ports)}, (_, at) => `port-${at}`)
const numbers = Array.from({length: Number(values.creations)}, (_, at) => at)
const clients = [program(), ...(existsSync(values.openstack) ? [[values.openstack]] : [])]
const subnet = 'subnet create --network net --subnet-range 10.0.{}.0/24 subnet-{}'
const rule = 'security group rule create --protocol tcp --dst-port {} group'
const jobs: [string, (client: readonly string[]) => string[]][] = [
  [`port delete, ${names.length} ports in one line`, (client) => [...client, 'port', 'delete', ...names]],
  [`subnet create, ${numbers.length} lines`, (client) => eight(client, subnet)],
  [`security group rule create, ${numbers.length} lines`, (client) => eight(client, rule)],
]

try {
  const rows: string[][] = []
  for (const [what, lineOf] of jobs) {
    const costs: Cost[] = []
    for (const client of clients) {
      const whole = cleanEnv(place, env)
      await measure.run([...client, 'port', 'delete', 'warm'], whole)
      Object.assign(load, {requests: 0, most: 0})
      const cost = await measure.run(lineOf(client), whole)
      costs.push(cost)
      const faster = costs.length > 1 ? `${(cost.seconds / (costs[0]?.seconds ?? Number.NaN)).toFixed(1)} x` : ''
      const figures = [cost.seconds.toFixed(2), cost.cpu.toFixed(2), String(load.requests), String(load.most), faster]
      rows.push([`${costs.length > 1 ? 'openstack' : 'osc'} ${what}`, ...figures])
    }
  }
  printTable(['command', 's', 'cpu s', 'requests', 'at once', 'slower than osc'], rows)
} finally {
  measure.stop()
  removePlace(place)
  await server.stop()
}

/** A shell that runs a line for each number, eight at a time. */
function eight(client: readonly string[], line: string): string[] {
  const list = join(place.work, 'numbers')
  writeFileSync(list, numbers.join('\n'))
  const command = [...client, ...line.split(' ')].map(quote).join(' ')
  return ['/bin/sh', '-c', `xargs -P ${AT_ONCE} -I '{}' ${command} < ${quote(list)}`]
}

/** Lists that find what is asked for by name, and creations. */
function routesOf(key: string, member: string): Record<string, Route> {
  const collection = key.replaceAll('-', '_')
  const found = ({path}: Received) => {
    const name = new URL(path, 'http://cloud').searchParams.get('name')
    return {body: {[collection]: name === null ? [] : [{id: name, name, project_id: 'p'}]}}
  }
  const created = ({body}: Received) => ({
    status: 201,
    body: {[member]: {id: 'new', ...(JSON.parse(String(body)) as Record<string, object>)[member]}},
  })
  return {[`GET ${API}/${key}`]: slow(found), [`POST ${API}/${key}`]: slow(created)}
}

function deleted(request: Received): Promise<Reply> {
  return slow(() => ({status: 204}))(request)
}

/** An answer after the latency of a cloud, counted. */
function slow(answer: (request: Received) => Reply): (request: Received) => Promise<Reply> {
  return async (request) => {
    load.requests += 1
    load.now += 1
    load.most = Math.max(load.most, load.now)
    await pause(LATENCY)
    load.now -= 1
    return answer(request)
  }
}
