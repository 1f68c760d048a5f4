import assert from 'node:assert/strict'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'

const SERVERS = 1000

describe('requests of server list with 1,000 servers', function () {
  this.timeout(180_000)
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
    const {store} = cloud.sandbox.cloud
    // The login that later lines use from the cache.
    const {stdout} = await cloud.osc('token', 'issue', '-f', 'value', '-c', 'project_id')
    for (let at = 0; at < SERVERS; at += 1) {
      const id = `${at.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`
      store
        .collection('image/images')
        .put(id, {id, name: `image-${at}`, status: 'active', visibility: 'public', os_hidden: false})
      store.collection('compute/servers').put(id, {
        id,
        name: `server-${at}`,
        status: 'ACTIVE',
        tenant_id: stdout.trim(),
        flavorRef: '1',
        imageRef: id,
        addresses: {},
      })
    }
  })
  after(() => cloud.close())

  /** The requests of a line behind those for the servers, as --timing lists them, and its rows. */
  const beside = async (...options: string[]): Promise<{requests: string[]; rows: string[]}> => {
    const line = ['--timing', ...options.slice(0, 2), 'server', 'list', ...options.slice(2), '-f', 'csv']
    await cloud.osc(...line)
    const {status, stdout, stderr} = await cloud.osc(...line)
    assert.equal(status, 0, stderr)
    const lines = stdout.split('\n')
    const requests = lines.flatMap((text) => /(GET http\S+)/.exec(text)?.[1] ?? [])
    return {
      requests: requests.filter((request) => !request.includes('/servers/detail')),
      rows: lines.filter((text) => text.includes('"server-')),
    }
  }

  it('are at most three more for the names of as many images', async () => {
    const {requests, rows} = await beside('--os-compute-api-version', '2.93')
    assert.equal(rows.length, SERVERS)
    assert.ok(
      rows.every((row) => /"server-(\d+)".*"image-\1","m1\.tiny"$/.test(row)),
      rows[0],
    )
    assert.ok(requests.length <= 3, requests.map((one) => one.slice(0, 90)).join('\n'))
    assert.ok(requests.every((request) => request.includes('limit=1000') && request.length < 16_384))
  })

  it('are at most three more where flavors have to be looked up too', async () => {
    const {requests, rows} = await beside('--os-compute-api-version', '2.1')
    assert.ok(
      rows.every((row) => /"server-(\d+)".*"image-\1","m1\.tiny"$/.test(row)),
      rows[0],
    )
    assert.ok(requests.length <= 3, requests.join('\n'))
  })

  it('are none more with --no-name-lookup', async () => {
    const {requests, rows} = await beside('--os-compute-api-version', '2.93', '--no-name-lookup')
    assert.equal(rows.length, SERVERS)
    assert.deepEqual(requests, [])
  })
})
