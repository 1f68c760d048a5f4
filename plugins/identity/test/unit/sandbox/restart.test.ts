import assert from 'node:assert/strict'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {asArray, asObject, decodeJson, type JsonObject} from '@osc-cli/core'
import type {Sandbox, SandboxService} from '@osc-cli/core/sandbox'
import keystone from '#sandbox/index'
import {startSandbox} from '../../../../sandbox/src/server/sandbox.ts'

const other: SandboxService = {
  type: 'inventory',
  name: 'racks',
  prefix: 'inventory',
  endpoint: '/v1/{project_id}',
  failureBody: () => ({}),
  open: () => ({routes: {}}),
}

describe('the sandbox\u2019s Keystone after a restart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'osc-keystone-'))
  after(() => rmSync(folder, {recursive: true}))
  const start = (services: SandboxService[], port?: number) =>
    startSandbox({services, state: join(folder, 'state'), port})
  const get = async ({url}: Sandbox, path: string, token: string): Promise<JsonObject> =>
    asObject(decodeJson(await (await fetch(`${url}/identity/v3${path}`, {headers: {'x-auth-token': token}})).text()))

  async function logIn({url, cloud}: Sandbox): Promise<string> {
    const user = {name: 'admin', domain: {id: 'default'}, password: cloud.secret('admin-password')}
    const scope = {project: {name: 'admin', domain: {id: 'default'}}}
    const auth = {identity: {methods: ['password'], password: {user}}, scope}
    const answer = await fetch(`${url}/identity/v3/auth/tokens`, {method: 'POST', body: JSON.stringify({auth})})
    return answer.headers.get('x-subject-token') ?? ''
  }

  it('knows tokens of before, and has the catalog of what runs now, where it runs now', async () => {
    let sandbox = await start([keystone, other])
    const token = await logIn(sandbox)
    const {catalog} = await get(sandbox, '/auth/catalog', token)
    const types = asArray(catalog).map((entry) => asObject(entry).type)
    assert.deepEqual(types, ['identity', 'inventory'])
    const [endpoint] = asArray(asObject(asArray(catalog)[1]).endpoints)
    assert.match(String(asObject(endpoint).url), /^http:\/\/127\.0\.0\.1:\d+\/inventory\/v1\/[0-9a-f]{32}$/)
    await sandbox.close()

    sandbox = await start([keystone], 0)
    const after = asArray((await get(sandbox, '/auth/catalog', token)).catalog).map(asObject)
    assert.deepEqual(
      after.map(({type}) => type),
      ['identity'],
    )
    for (const {url} of asArray(after[0]?.endpoints).map(asObject)) assert.equal(url, `${sandbox.url}/identity/v3`)
    assert.equal(asArray((await get(sandbox, '/users', token)).users).length, 2)
    await sandbox.close()
  })
})
