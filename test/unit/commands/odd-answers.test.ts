import assert from 'node:assert/strict'
import type {FixtureServer, Reply} from '../../support/fixture-server.ts'
import {run} from '../../support/run.ts'
import {startAllServices} from './all-services.ts'

const HYPERVISOR = {id: 1, hypervisor_hostname: 'h1', service: {}, cpu_info: 'x86, not JSON'}

/** A line, its one odd answer, and what is said then. */
const cases: [words: string[], route: string, reply: Reply, status: number, says: RegExp][] = [
  [
    ['hypervisor', 'show', '1', '-f', 'value', '-c', 'cpu_info'],
    'GET /nova/v2.1/os-hypervisors/1',
    {body: {hypervisor: HYPERVISOR}},
    0,
    /^/,
  ],
  [
    ['cached', 'image', 'list', '-f', 'value', '-c', 'Last Accessed (UTC)'],
    'GET /glance/v2/cache',
    {body: {cached_images: [{image_id: 'i', last_accessed: 'soon'}], queued_images: []}},
    0,
    /^N\/A$/m,
  ],
  [
    ['server', 'image', 'create', 's1'],
    'POST /nova/v2.1/servers/s1/action',
    {status: 202, body: '<html>'},
    1,
    /instead of JSON/,
  ],
]

describe('odd answers', () => {
  let server: FixtureServer
  let env: Record<string, string>
  before(async () => {
    const started = await startAllServices({
      'GET /nova/v2.1/os-aggregates': {body: {aggregates: []}},
      'GET /nova/v2.1/os-hypervisors/1/uptime': {status: 501, body: {}},
      'GET /nova/v2.1/servers/detail': {body: {servers: []}},
      'GET /nova/v2.1/servers/s1': {body: {server: {id: 's1', name: 's1'}}},
    })
    server = started.server
    env = started.env
  })
  after(() => server.stop())

  it('keypair show --public-key does not drive a terminal', async () => {
    server.routes['GET /nova/v2.1/os-keypairs/k'] = {body: {keypair: {name: 'k', public_key: 'ssh-rsa \u001b[41mAAAA'}}}
    const {status, stdout} = await run(['keypair', 'show', '--public-key', 'k'], {env, terminal: {}})
    assert.equal(status, 0)
    assert.match(stdout, /ssh-rsa \ufffd\[41mAAAA/)
  })

  for (const [words, route, reply, status, says] of cases)
    it(`${words.join(' ')} ends with ${status}`, async () => {
      server.routes[route] = reply
      const result = await run(words, {env})
      assert.equal(result.status, status, result.stderr)
      assert.match(status === 0 ? result.stdout : result.stderr, says)
      assert.doesNotMatch(result.stderr, /bug in osc/)
    })
})
