import assert from 'node:assert/strict'
import {existsSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {widgets} from '../../../plugins/sandbox/test/support/widgets.ts'

describe('the test kit', () => {
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud({services: [widgets]})
  })
  after(() => cloud.close())

  it('runs commands on a cloud of its own', async () => {
    assert.deepEqual(await cloud.osc('project', 'show', 'demo', '-f', 'value', '-c', 'name'), {
      status: 0,
      stdout: 'demo\n',
      stderr: '',
    })
  })

  it('runs them as another user too', async () => {
    const {stdout} = await cloud.run(['whoami', '-f', 'value', '-c', 'user'], {cloud: 'sandbox-demo'})
    assert.equal(stdout, 'demo\n')
  })

  it('has the services that a test brings', async () => {
    const {stdout} = await cloud.osc('catalog', 'list', '-f', 'value', '-c', 'Type')
    assert.match(stdout, /^widgets$/m)
  })

  it('catches errors with their status', async () => {
    const {status, stdout, stderr} = await cloud.osc('project', 'show', 'nobody')
    assert.deepEqual([status, stdout], [4, ''])
    assert.match(stderr, /'nobody'/)
  })

  it('gives files and standard input', async () => {
    writeFileSync(join(cloud.work, 'body.json'), '{"project": {"name": "from-a-file"}}')
    const made = await cloud.osc('api', 'POST', '/v3/projects', '--service', 'identity', '--data', '@body.json')
    assert.equal(made.status, 0, made.stderr)
    const piped = await cloud.run(['api', 'POST', '/projects', '--service', 'identity', '--data', '-'], {
      stdin: '{"project": {"name": "from-a-pipe"}}',
    })
    assert.equal(piped.status, 0, piped.stderr)
  })

  it('fails as asked', async () => {
    cloud.sandbox.faults.add('400@GET /identity/v3/projects')
    const {status, stderr} = await cloud.osc('project', 'list')
    cloud.sandbox.faults.clear()
    assert.equal(status, 1)
    assert.match(stderr, /injected with --fail/)
  })

  it('ends a command as Ctrl-C does', async () => {
    const {status} = await cloud.run(['project', 'list'], {signal: AbortSignal.abort(new Error('stopped'))})
    assert.notEqual(status, 0)
  })

  it('names a plugin that is not there', async () => {
    await assert.rejects(startTestCloud({plugins: ['osc-plugin-of-nobody']}), /osc-plugin-of-nobody was not found/)
  })

  it('leaves nothing behind', async () => {
    const other = await startTestCloud()
    await other.close()
    assert.ok(!existsSync(other.work))
    await assert.rejects(fetch(other.sandbox.url))
  })
})
