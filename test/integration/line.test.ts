import assert from 'node:assert/strict'
import type {ChildProcess} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync} from 'node:fs'
import {type AddressInfo, createServer} from 'node:net'
import {join} from 'node:path'
import {asObject, asText} from '#json'
import {oscPerTest} from '../support/per-test.ts'
import {repository} from '../support/program.ts'
import {run, runProgram, runShell} from '../support/run.ts'
import {cloudEntry, cloudEnv, cloudName} from './support/cloud.ts'
import {same} from './support/same.ts'

const env = cloudEnv()

describe('requests to the cloud', () => {
  const osc = oscPerTest({env, record: true})

  for (const line of ['project list', 'stack list', 'region list', 'role assignment list']) {
    it(`${line}: at most three cold, one warm`, async () => {
      const cold = await osc(...line.split(' '))
      assert.equal(cold.status, 0, cold.stderr)
      assert.ok((cold.requests?.length ?? 99) <= 3, JSON.stringify(cold.requests))
      const warm = await osc(...line.split(' '))
      assert.equal(warm.requests?.length, 1, JSON.stringify(warm.requests))
    })
  }

  it('a name costs one more', async () => {
    await osc('project', 'list')
    const {requests} = await osc('project', 'show', 'demo')
    assert.ok((requests?.length ?? 99) <= 2, JSON.stringify(requests))
  })

  it('help and the like ask nothing', async () => {
    for (const line of ['--version', '--help', 'stack create --help', 'complete', 'command list', 'module list']) {
      const {status, requests} = await osc(...line.split(' '))
      assert.deepEqual([status, requests?.length], [0, 0], line)
    }
  })

  it('logs in again when the token was revoked', async () => {
    const token = (await osc('token', 'issue', '-f', 'value', '-c', 'id')).stdout.trim()
    await osc('region', 'list')
    const {token: kept} = cachedToken(osc.place.cache)
    assert.notEqual(kept, undefined)
    await osc('token', 'revoke', kept ?? token)
    const after = await osc('region', 'list')
    assert.equal(after.status, 0, after.stderr)
  })
})

/** The token in the one token file of a cache. */
function cachedToken(cache: string): {token?: string} {
  const folder = join(cache, 'cloud')
  const file = readdirSync(folder).find((name) => name.startsWith('token-')) ?? ''
  assert.equal(statSync(join(folder, file)).mode & 0o777, 0o600)
  const {value} = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  return {token: value.token ?? value.access?.token}
}

describe('the line', () => {
  const osc = oscPerTest({env})

  const equal: [string, string][] = [
    ['global options behind', `region list -f value --os-cloud ${cloudName()}`],
    ['between', 'region --os-region-name RegionOne list -f value'],
    ['with = and a prefix', '--os-regi=RegionOne region list --form=value'],
    ['behind the namespace', 'identity region list -f value'],
    ['a cluster of switches', '-qv region list -f value'],
  ]
  for (const [title, line] of equal) {
    it(`takes ${title}`, async () => {
      const [plain, other] = [await osc('region', 'list', '-f', 'value'), await osc(...line.split(' '))]
      assert.deepEqual([other.status, other.stdout], [0, plain.stdout], other.stderr)
    })
  }

  it('prints the command that a prefix is expanded to', async () => {
    const {status, stderr} = await osc('reg', 'li')
    assert.deepEqual([status, stderr], [0, '(osc region list)\n'])
  })

  const wrong: [number, string[], RegExp][] = [
    [127, ['stak', 'list'], /Did you mean:\n {2}osc stack list/],
    [127, ['no', 'such', 'noun'], /'no such noun' is not an osc command/],
    [2, ['region', 'list', '--colour'], /Unknown option --colour/],
    [2, ['region', 'show'], /Missing argument <region>/],
    [2, ['region', 'list', '-f', 'xml'], /cannot be 'xml'/],
    [2, ['region', 'list', '-c', 'Nothing'], /Nothing/],
    [2, ['--os-interface', 'outer', 'region', 'list'], /outer/],
    [3, ['--os-password', 'wrong', 'region', 'list'], /HTTP 401/],
    [3, ['--os-cloud', 'no-such-cloud', 'region', 'list'], /no-such-cloud/],
    [4, ['project', 'show', 'no-such-project'], /no-such-project/],
    [5, ['domain', 'create', 'Default'], /HTTP 409/],
    [1, ['--os-auth-url', 'http://127.0.0.1:1/v3', 'region', 'list'], /127\.0\.0\.1:1/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.join(' ')} ends with ${status}`, async () => {
      const result = await osc(...line)
      assert.equal(result.status, status, result.stderr)
      assert.match(result.stderr, message)
      assert.equal(result.stdout, '')
    })
  }

  it('--debug shows requests and no secret', async () => {
    const {stderr} = await osc('--debug', 'project', 'list')
    assert.match(stderr, /POST .*\/v3\/auth\/tokens/)
    assert.match(stderr, /GET .*\/v3\/projects/)
    const {token = 'none'} = cachedToken(osc.place.cache)
    assert.ok(!stderr.includes(token), 'the token')
    assert.doesNotMatch(stderr, new RegExp(`"password": ?"${asText(asObject((await cloudEntry()).auth).password)}"`))
  })

  it('--log-file keeps the same for its owner only', async () => {
    const file = join(osc.place.work, 'osc.log')
    await osc('--log-file', file, 'region', 'list')
    assert.match(readFileSync(file, 'utf8'), /GET .*\/v3\/regions/)
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.equal((await osc('--log-file', '/no/such/folder/log', 'region', 'list')).status, 2)
  })

  it('--timing adds a table', async () => {
    const {stdout} = await osc('--timing', 'region', 'list', '-f', 'value')
    assert.match(stdout, /\| URL +\| +Seconds \|[\s\S]*GET .*\/v3\/regions[\s\S]*\| Total/)
  })

  it('--no-cache writes no cache', async () => {
    await osc('--no-cache', 'region', 'list')
    assert.equal(existsSync(join(osc.place.cache, 'cloud')), false)
  })

  it('cache clear deletes all entries', async () => {
    await osc('region', 'list')
    assert.match((await osc('cache', 'clear')).stderr, /Removed [1-9]/)
    assert.equal((await osc('cache', 'show', '-f', 'value')).stdout, '')
  })

  it('is silent when the reader of a pipe leaves', async () => {
    const {status, stdout, stderr} = await runShell('osc role assignment list --names -f csv | head -1', {
      env,
      place: osc.place,
    })
    assert.deepEqual([status, stdout.split('\n').length, stderr], [0, 2, ''])
  })

  it('answers to the name openstack', async () => {
    const folder = join(osc.place.root, 'linked')
    mkdirSync(folder)
    const link = join(folder, 'openstack')
    symlinkSync(join(repository, 'bin/osc.js'), link)
    const {status, stdout} = await runProgram([link, '--version'], {env, place: osc.place})
    assert.deepEqual([status, stdout.split(' ')[0]], [0, 'openstack'])
    const help = await runProgram([link, 'help', 'region', 'list'], {env, place: osc.place})
    assert.match(help.stdout, /openstack region list/)
  })
})

describe('Ctrl-C', () => {
  it('ends with 130, also while a server is silent', async () => {
    let osc: ChildProcess | undefined
    const silent = createServer(() => void osc?.kill('SIGINT'))
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const {port} = silent.address() as AddressInfo
    const {status, stderr} = await run(['--os-auth-url', `http://127.0.0.1:${port}/v3`, 'region', 'list'], {
      env,
      started: (child) => {
        osc = child
      },
    })
    silent.close()
    assert.deepEqual([status, stderr.trim()], [130, 'Interrupted.'])
  })
})

describe('on a terminal', () => {
  it('fits tables as openstack does', async () => {
    for (const width of [40, 80]) {
      await same(['role', 'assignment', 'list', '--fit-width'], {terminal: {width, streams: ['stdout']}})
    }
  })
  it('takes the widths that variables say, as openstack does', async () => {
    await same(['role', 'assignment', 'list'], {env: {CLIFF_MAX_TERM_WIDTH: '60'}})
    await same(['role', 'assignment', 'list', '--max-width', '90'], {env: {CLIFF_MAX_TERM_WIDTH: '60'}})
    await same(['role', 'assignment', 'list'], {
      env: {CLIFF_FIT_WIDTH: '1'},
      terminal: {width: 50, streams: ['stdout']},
    })
  })
})
