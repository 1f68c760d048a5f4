import assert from 'node:assert/strict'
import {asArray, asObject, decodeJson} from '#json'
import {run, runShell} from '../../support/run.ts'
import {api, login} from '../support/api.ts'
import {cleanUp} from '../support/clean-up.ts'
import {cloudEnv, cloudName, oscOnCloud, uniqueName} from '../support/cloud.ts'
import {examples, runsElsewhere} from '../support/examples.ts'

describe('whoami', () => {
  const osc = oscOnCloud()

  it('says who that is, where, and for how long', async () => {
    const {status, stdout, stderr} = await osc('whoami', '-f', 'json')
    assert.equal(status, 0, stderr)
    const {projectId, userId} = await login()
    const shown = asObject(decodeJson(stdout))
    assert.deepEqual([shown.cloud, shown.project_id, shown.user_id], [cloudName(), projectId, userId])
    assert.doesNotMatch(stdout, /gAAAA/)
  })

  it('is refused without a good password', async () => {
    const {status, stdout} = await osc('--os-password', 'wrong', 'whoami')
    assert.deepEqual([status, stdout], [3, ''])
  })
})

describe('api', () => {
  const osc = oscOnCloud()
  const later = cleanUp()
  const name = uniqueName('region')

  it('sends each method, and prints the answer', async () => {
    later('region', 'delete', name)
    const made = await osc('api', 'POST', '/regions', '-d', JSON.stringify({region: {id: name, description: 'a'}}))
    assert.equal(made.status, 0, made.stderr)
    const changed = await osc(['api', 'PATCH', `/regions/${name}`, '-d', '-'], {
      stdin: '{"region": {"description": "b"}}',
    })
    assert.equal(asObject(asObject(decodeJson(changed.stdout)).region).description, 'b')
    const head = await osc('api', 'HEAD', `/regions/${name}`, '-i')
    assert.match(head.stdout, /200[\s\S]*x-openstack-request-id/i)
    assert.equal((await osc('api', 'DELETE', `/regions/${name}`)).status, 0)
    assert.equal((await api('identity', 'GET', `/regions/${name}`)).status, 404)
  })

  it('asks other services', async () => {
    const {status, stdout} = await osc('api', 'GET', '/stacks?limit=1', '--service', 'orchestration')
    assert.deepEqual([status, Array.isArray(asObject(decodeJson(stdout)).stacks)], [0, true])
  })

  const wrong: [number, string[], RegExp][] = [
    [2, ['api', 'FETCH', '/x'], /FETCH/],
    [2, ['api', 'GET'], /path/],
    [2, ['api', 'POST', '/regions', '-d', '@no-such-file'], /no-such-file/],
    [4, ['api', 'GET', '/nothing'], /HTTP 404/],
    [4, ['api', 'GET', '/x', '--service', 'nope'], /nope service/],
    [5, ['api', 'POST', '/regions', '-d', '{"region": {"id": "RegionOne"}}'], /HTTP 409/],
  ]
  for (const [status, argv, message] of wrong) {
    it(`${argv.join(' ')} ends with ${status}`, async () => {
      const result = await osc(...argv)
      assert.deepEqual([result.status, result.stdout], [status, ''], result.stderr)
      assert.match(result.stderr, message)
    })
  }
})

describe('what is installed', () => {
  const osc = oscOnCloud()

  it('module list has the plugins, and with --all their runtime', async () => {
    const [some, all] = [await osc('module', 'list', '-f', 'json'), await osc('module', 'list', '--all', '-f', 'json')]
    const [few, many] = [some, all].map(({stdout}) => Object.keys(asObject(decodeJson(stdout))))
    assert.ok(few?.includes('@osc-cli/plugin-identity'), some.stderr)
    assert.ok(few?.every((name) => many?.includes(name)) && (many?.length ?? 0) > few.length)
  })

  it('command list has every command, by plugin', async () => {
    const {stdout} = await osc('command', 'list', '-f', 'json', '--group', 'identity')
    const [only, ...others] = asArray(decodeJson(stdout)).map(asObject)
    assert.deepEqual(others, [])
    assert.ok(asArray(only?.Commands).includes('region list'))
  })

  it('cache show has no secret, and cache clear leaves none', async () => {
    await osc('region', 'list')
    const {stdout} = await osc('cache', 'show')
    assert.match(stdout, /token/)
    assert.doesNotMatch(stdout, /gAAAA/)
    assert.equal((await osc('cache', 'clear')).status, 0)
    assert.equal((await osc('cache', 'show', '-f', 'value')).stdout, '')
  })

  it('complete prints a script that bash understands', async () => {
    const {status, stderr} = await runShell('osc complete | bash -n', {env: cloudEnv()})
    assert.deepEqual([status, stderr], [0, ''])
  })

  it('help on what is not there says so', async () => {
    const {status} = await run(['help', 'no', 'such', 'command'])
    assert.equal(status, 127)
  })
})

describe('the examples of the core work as printed', () => {
  const osc = oscOnCloud()

  for (const {command} of examples('@osc-cli/core')) {
    if (runsElsewhere(command)) continue
    it(command, async () => {
      const {status, stderr} = await runShell(command, {env: cloudEnv(), place: osc.place})
      assert.equal(status, 0, stderr)
    })
  }
})
