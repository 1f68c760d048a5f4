import assert from 'node:assert/strict'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'

describe('identity commands that create', () => {
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
  })
  after(() => cloud.close())

  const ok = async (...line: string[]) => {
    const {status, stdout, stderr} = await cloud.osc(...line)
    assert.equal(status, 0, stderr)
    return stdout
  }

  it('regions store only the attributes of a region', async () => {
    await ok('region', 'create', 'north')
    const {links: _links, ...stored} = JSON.parse(await ok('api', 'GET', '/v3/regions/north')).region
    assert.deepEqual(stored, {id: 'north', description: '', parent_region_id: null})
  })

  it('users whose password is empty cannot log in with it', async () => {
    const {id} = JSON.parse(await ok('user', 'create', '--password', '', 'ada', '-f', 'json'))
    const identity = {methods: ['password'], password: {user: {id, password: ''}}}
    const {stderr} = await cloud.osc('api', 'POST', '/v3/auth/tokens', '-d', JSON.stringify({auth: {identity}}))
    assert.match(stderr, /401/)
  })
})
