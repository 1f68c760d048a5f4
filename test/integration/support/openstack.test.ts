import assert from 'node:assert/strict'
import {type AddressInfo, createServer} from 'node:net'
import {hasOpenstack, type OpenstackOptions, openstack} from './openstack.ts'

describe('the openstack that is forked answers as the one that is started', () => {
  before(function () {
    if (!hasOpenstack()) this.skip()
  })

  const cases: [string, string[], OpenstackOptions?][] = [
    ['a list', ['region', 'list']],
    ['another format', ['project', 'list', '-f', 'csv']],
    ['the version', ['--version']],
    ['help', ['region', 'show', '--help']],
    ['a width', ['endpoint', 'list', '--fit-width'], {terminal: {width: 60, streams: ['stdout']}}],
    ['a failure', ['region', 'show', 'none-of-that-name']],
    ['an unknown command', ['regoin', 'list']],
    ['a missing argument', ['region', 'show']],
    ['a wrong password', ['region', 'list'], {env: {OS_CLOUD: undefined, OS_PASSWORD: 'wrong', OS_USERNAME: 'admin'}}],
    ['standard input', ['role', 'list'], {stdin: 'unread'}],
  ]
  for (const [what, argv, options] of cases) {
    it(what, async () => {
      const [forked, started] = await Promise.all([
        openstack(argv, options),
        openstack(argv, {...options, ownProcess: true}),
      ])
      assert.equal(forked.stdout, started.stdout)
      assert.equal(forked.stderr, started.stderr)
      assert.deepEqual([forked.status, forked.signal], [started.status, started.signal])
    })
  }

  it('and leaves nothing behind for the next', async () => {
    await openstack(['region', 'list', '--debug'], {env: {OS_CLOUD: 'no-such-cloud', TZ: 'Asia/Tokyo'}})
    const {status, stderr} = await openstack(['region', 'list'])
    assert.deepEqual({status, stderr}, {status: 0, stderr: ''})
  })

  it('and is given up after the timeout', async () => {
    const deaf = createServer()
    await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve))
    const {port} = deaf.address() as AddressInfo
    const env = {OS_CLOUD: undefined, OS_AUTH_URL: `http://127.0.0.1:${port}/v3`, OS_USERNAME: 'x', OS_PASSWORD: 'x'}
    await assert.rejects(
      openstack(['region', 'list'], {env, timeout: 2000}),
      /openstack region list: not done after 2000 ms/,
    )
    deaf.close()
  })
})
