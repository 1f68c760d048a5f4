import assert from 'node:assert/strict'
import {makeFixedPlace} from '../../support/fixed-place.ts'
import type {FixtureServer, Received, Route} from '../../support/fixture-server.ts'
import {makeNewPlugin} from '../../support/new-plugin.ts'
import {oscPerSuite} from '../../support/per-test.ts'
import {changes, PROJECT, startAllServices} from '../commands/all-services.ts'

const QUOTAS = `/inventory/v1/quotas/${PROJECT}`

const routes = (): Record<string, Route> => ({
  [`GET ${QUOTAS}`]: {body: {quota: {rack_count: 8, unit_count: 40}}},
  [`GET ${QUOTAS}/defaults`]: {body: {quota: {rack_count: 4, unit_count: 40}}},
  [`GET ${QUOTAS}/usage`]: {body: {quota: {rack_count: {limit: 8, in_use: 3, reserved: 1}}}},
  [`PUT ${QUOTAS}`]: {body: {}},
  [`DELETE ${QUOTAS}`]: {status: 204},
  'GET /inventory/v1/racks': {body: {racks: [{id: 'k1', name: 'north', project_id: PROJECT}]}},
  'GET /inventory/v1/racks/k1': [{body: {rack: {id: 'k1', state: 'deleting'}}}, {status: 404}],
  'DELETE /inventory/v1/racks/k1': {status: 204},
})

describe('a new plugin, with nothing changed outside of its folder', function () {
  this.timeout(120_000)
  const osc = oscPerSuite({}, makeFixedPlace)
  let folder: string
  let server: FixtureServer
  let env: Record<string, string>

  before(async () => {
    folder = await makeNewPlugin(osc)
    // An endpoint that does not name a version.
    const all = await startAllServices(routes(), {inventory: '/inventory'})
    server = all.server
    env = all.env
  })
  after(() => server.stop())

  const prints: [string, RegExp][] = [
    ['quota show --service inventory -f value', /^racks 8\nunits 40\n$/],
    ['quota show --service inventory --usage -f csv', /"?racks"?,8,3,1/],
    ['quota list --service inventory -f json', /"racks": 8/],
    ['project cleanup --dry-run --auth-project --skip-resource compute.server', /Rack +\| k1 +\| north/],
    ['search cupboard', /^osc rack \w+\n/m],
    ['why RackFull', /^RackFull, exit code 5\nThe rack does not have a free unit\.\n/],
    ['help exit-codes', /RackFull +The rack does not have a free unit\. \[5\]/],
    ['rack list -f value -c Name', /^north\n$/],
  ]
  for (const [line, expected] of prints)
    it(`osc ${line}`, async () => {
      const {status, stdout, stderr} = await osc(line.split(' '), {env})
      assert.match(stdout, expected, stderr)
      assert.ok(status === 0 || line.startsWith('project cleanup'), stderr)
    })

  const sends: [string, string[]][] = [
    ['quota set --service inventory --limit racks=5 demo', [`PUT ${QUOTAS} {"quota":{"rack_count":5}}`]],
    ['quota delete --service inventory demo', [`DELETE ${QUOTAS}`]],
    ['project cleanup --auto-approve --auth-project', ['DELETE /inventory/v1/racks/k1']],
  ]
  for (const [line, expected] of sends)
    it(`osc ${line}`, async () => {
      server.requests.length = 0
      await osc(line.split(' '), {env})
      assert.deepEqual(
        changes(server).filter((change) => change.includes('inventory')),
        expected,
      )
    })

  const refused: [string, RegExp][] = [
    ['quota set --service inventory --limit shelves=5 demo', /'shelves'[^\n]*\n.*racks, units/],
    ['quota set --service inventory --limit racks=many demo', /--limit racks.*'many'/],
    ['quota show --service orchestration', /'orchestration'[^\n]*\n.*inventory/],
    ['rackctl rack-list', /Did you mean:\n {2}osc rack list\n/],
    ['rackctl rename k1 --label south', /Did you mean:\n {2}osc rack set k1 --name south\n/],
    ['shelf list', /Did you mean:\n {2}osc rack list\n/],
  ]
  for (const [line, expected] of refused)
    it(`osc ${line} is refused`, async () => {
      const {status, stderr} = await osc(line.split(' '), {env})
      assert.notEqual(status, 0)
      assert.match(stderr, expected)
    })

  it('asks its service for the microversion that is configured', async () => {
    server.requests.length = 0
    await osc(['rack', 'list'], {env: {...env, OS_STOCK_API_VERSION: '1.7'}})
    const {headers} = server.requests.find(({path}) => path.endsWith('/racks')) ?? {headers: {} as Received['headers']}
    assert.equal(headers['openstack-api-version'], 'inventory 1.7')
    assert.equal(headers['x-openstack-stock-api-version'], '1.7')
  })

  it('has its service in the sandbox', async () => {
    try {
      const inSandbox = async (...argv: string[]) => await osc(['--os-cloud', 'sandbox', ...argv])
      assert.equal((await osc('sandbox', 'start')).status, 0)
      assert.equal((await inSandbox('rack', 'create', 'north')).status, 0)
      assert.equal((await inSandbox('rack', 'list', '-f', 'value', '-c', 'Name')).stdout, 'north\n')
    } finally {
      await osc('sandbox', 'stop')
    }
  })

  it('is linted without findings', async () => {
    const {status, stdout, stderr} = await osc(['plugins', 'lint'], {cwd: folder})
    assert.equal(status, 0, stdout + stderr)
  })
})
