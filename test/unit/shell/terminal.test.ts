import assert from 'node:assert/strict'
import {chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {makeFixedPlace} from '../../support/fixed-place.ts'
import {type FixtureServer, startFixtureServer} from '../../support/fixture-server.ts'
import {oscPerTest} from '../../support/per-test.ts'
import {program} from '../../support/program.ts'
import {type RunOptions, runProgram} from '../../support/run.ts'

const NAME = "my web's"
/** Milliseconds. */
const DELAY = 1500
const stack = (name: string, id: string) => ({
  id,
  stack_name: name,
  stack_status: 'CREATE_COMPLETE',
  stack_status_reason: '',
  links: [],
})

describe('osc shell', () => {
  const osc = oscPerTest({}, makeFixedPlace)
  let server: FixtureServer
  beforeEach(async () => {
    const one = {body: {stack: stack(NAME, 's2')}}
    server = await startFixtureServer({
      '/v1/stacks': {body: {stacks: [stack('web', 's1'), stack(NAME, 's2')]}},
      '/v1/stacks/web': {body: {stack: stack('web', 's1')}},
      [`/v1/stacks/${encodeURIComponent(NAME)}`]: one,
      "/v1/stacks/my%20web's": one,
      '/v1/stacks/later': {body: {stack: stack('later', 's3')}, delay: DELAY},
      '/v1/stacks/slow': {delay: 30_000},
    })
    const lab = {auth_type: 'none', endpoint: `${server.url}/v1`, auth: {endpoint: `${server.url}/v1`}}
    writeFileSync(join(osc.place.work, 'clouds.yaml'), JSON.stringify({clouds: {lab}}), {mode: 0o600})
  })
  afterEach(() => server.stop())

  type Answers = NonNullable<RunOptions['answers']>
  const shell = (answers: Answers, {env, ...options}: RunOptions = {}) =>
    osc(['--os-cloud', 'lab', 'shell'], {terminal: {}, answers, env: {NO_COLOR: '1', ...env}, ...options})
  const prompt = /lab> [^\n]*$/
  const history = () => join(osc.place.data, 'shell', 'history')

  it('runs line by line, says how one failed, and leaves', async () => {
    const {status, stdout} = await shell([
      [prompt, 'stack show web -f value -c id\r'],
      [/s1\n[\s\S]*lab> [^\n]*$/, 'stack show none\r'],
      [/none[\s\S]*\[4\] osc lab> [^\n]*$/, 'region list | wc\r'],
      [/not supported in osc's shell[\s\S]*\[2\] osc lab> [^\n]*$/, 'exit\r'],
    ])
    assert.equal(status, 0, stdout)
    assert.match(stdout, /Use your system shell: osc --os-cloud lab region list \| wc/)
  })

  it('leaves on Ctrl-D', async () => assert.equal((await shell([[prompt, '\u0004']])).status, 0))

  it('completes a name that it has seen, quoted', async () => {
    const {status, stdout} = await shell([
      [prompt, 'stack list\r'],
      [/s2[\s\S]*lab> [^\n]*$/, 'stack show my\t'],
      [/my\\ web\\'s /, '-f value -c id\r'],
      [/s2\n[\s\S]*lab> [^\n]*$/, 'exit\r'],
    ])
    assert.equal(status, 0, stdout)
    assert.equal(decodeURIComponent(server.requests.at(-1)?.path ?? ''), `/v1/stacks/${NAME}`)
  })

  it('shows cached names, and fetches missing ones by itself', async () => {
    const fetched = (async () => {
      while (!server.requests.some(({path}) => path.startsWith('/v1/stacks?') || path === '/v1/stacks')) await pause(20)
      await pause(500)
    })()
    const {status, stdout} = await shell([[prompt, 'stack show ']], {
      terminal: {width: 40},
      started: (child) => {
        void (async () => {
          await fetched
          child.stdin?.write('\t')
          await pause(500)
          child.stdin?.write('\u0015exit\r')
        })()
      },
    })
    assert.equal(status, 0, stdout)
    assert.match(stdout, /my web's[\s\S]*web/)
  })

  it('fetches nothing with OSC_SHELL_FETCH=0', async () => {
    await shell(
      [
        [prompt, 'stack show \t'],
        [/stack show/, '\u0015exit\r'],
      ],
      {env: {OSC_SHELL_FETCH: '0'}},
    )
    assert.deepEqual(server.requests, [])
  })

  it('ends the running command on Ctrl-C, and continues', async () => {
    const {status, stdout} = await shell(
      [
        [prompt, 'stack show slow\r'],
        [/\[130\] osc lab> [^\n]*$/, 'stack show we\u0003'],
        [/\^C[\s\S]*lab> [^\n]*$/, 'stack show web -f value -c id\r'],
        [/s1\n[\s\S]*osc lab> [^\n]*$/, 'exit\r'],
      ],
      {
        started: (child) => {
          void (async () => {
            while (!server.requests.some(({path}) => path === '/v1/stacks/slow')) await pause(20)
            child.stdin?.write('\u0003')
          })()
        },
      },
    )
    assert.equal(status, 0, stdout)
  })

  it('remembers lines for the next time, without secrets', async () => {
    await shell([
      [prompt, 'user create --password s3cr3t-word ada\r'],
      [/\[\d+\] osc lab> [^\n]*$/, ' stack show web\r'],
      [/lab> [^\n]*$/, 'exit\r'],
    ])
    assert.doesNotMatch(readFileSync(history(), 'utf8'), /s3cr3t-word|stack show/)
    const {status, stdout} = await shell([
      [prompt, '\u001b[A'],
      [/user create --password/, '\u0015exit\r'],
    ])
    assert.equal(status, 0, stdout)
    assert.doesNotMatch(stdout, /s3cr3t-word/)
  })

  it('keeps none with OSC_HISTORY=0', async () => {
    await shell(
      [
        [prompt, 'stack list\r'],
        [/s1[\s\S]*lab> [^\n]*$/, 'exit\r'],
      ],
      {env: {OSC_HISTORY: '0'}},
    )
    assert.equal(existsSync(history()), false)
  })

  it('continues with the lines that are pasted after an answer', async () => {
    const question = /Delete web\? \[y\/N\] $/
    const goesOn = /Delete web\?[\s\S]*lab> [^\n]*stack list -f value -c ID\s+s1\ns2\n[\s\S]*lab> [^\n]*$/
    const {status, stdout} = await shell([
      [prompt, 'stack delete web\r'],
      [question, 'n\nstack list -f value -c ID\n'],
      [/s1\ns2\n[\s\S]*lab> [^\n]*$/, 'stack delete web\rn\rstack list -f value -c ID\r'],
      [goesOn, 'exit\r'],
    ])
    assert.equal(status, 0, stdout)
  })

  it('leaves a question on Ctrl-C, and continues', async () => {
    const {status, stdout} = await shell([
      [prompt, 'stack delete web\r'],
      [/\[y\/N\] $/, '\u0003'],
      [/\[130\] osc lab> [^\n]*$/, 'exit\r'],
    ])
    assert.equal(status, 0, stdout)
    assert.ok(server.requests.every(({method}) => method === 'GET'))
  })

  it('takes Ctrl-D for an answer, and asks for the next line', async () => {
    const {status, stdout} = await shell([
      [prompt, 'stack delete web\r'],
      [/\[y\/N\] $/, '\u0004'],
      [/\n[\s\S]*lab> [^\n]*$/, 'stack delete web\r'],
      [/\[y\/N\] $/, '\u0004'],
      [prompt, 'stack show web -f value -c id\r'],
      [/s1\n[\s\S]*lab> [^\n]*$/, 'exit\r'],
    ])
    assert.equal(status, 0, stdout)
    assert.ok(server.requests.every(({method}) => method === 'GET'))
  })

  it('continues after Ctrl-Z with the line as it was', async () => {
    const {status, stdout} = await runProgram(['bash', '--norc', '--noediting', '-i'], {
      place: osc.place,
      terminal: {},
      env: {NO_COLOR: '1', PS1: 'bash: '},
      answers: [
        [/bash: $/, 'osc --os-cloud lab shell\r'],
        [prompt, 'stack show \u001a'],
        [/Stopped[\s\S]*bash: $/, 'fg\r'],
        [/lab> stack show [^\n]*$/, 'web -f value -c id\r'],
        [/s1\n[\s\S]*lab> [^\n]*$/, 'exit\r'],
        [/bash: $/, 'exit\r'],
      ],
    })
    assert.equal(status, 0, stdout)
  })

  it('reports a configuration problem once, not at each line', async () => {
    const auth = {auth_url: server.url, username: 'ada', password: 'lovelace'}
    const open = {auth_type: 'none', endpoint: `${server.url}/v1`, auth: {...auth, endpoint: `${server.url}/v1`}}
    writeFileSync(join(osc.place.work, 'clouds.yaml'), JSON.stringify({clouds: {lab: open}}))
    chmodSync(join(osc.place.work, 'clouds.yaml'), 0o644)
    const {status, stdout} = await shell([
      [prompt, 'stack list -f value -c ID\r'],
      [/s2\n[\s\S]*lab> [^\n]*$/, 'stack show web -f value -c id\r'],
      [/s1\n[\s\S]*lab> [^\n]*$/, 'exit\r'],
    ])
    assert.equal(status, 0, stdout)
    assert.equal(stdout.match(/is readable by other users/g)?.length, 1, stdout)
  })

  it('is not run in itself', async () => {
    const {stdout} = await shell([
      [prompt, 'shell\r'],
      [/cannot be started from the osc shell[\s\S]*\[2\] osc lab> [^\n]*$/, 'exit\r'],
    ])
    assert.match(stdout, /leave with: exit/)
  })

  describe('off a terminal', () => {
    const lines =
      'stack show web -f value -c id\n\n# nothing\nnothing --password s3cr3t-word\nstack show web -f value -c id'

    it('runs all lines, names the one that failed, and ends with its status', async () => {
      const {status, stdout, stderr} = await osc(['--os-cloud', 'lab', 'shell'], {stdin: lines})
      assert.deepEqual([status, stdout], [127, 's1\ns1\n'])
      assert.match(stderr, /^Line 4: nothing --password \S+\n/)
      assert.doesNotMatch(stderr, /s3cr3t-word|>/)
      assert.equal(existsSync(history()), false)
    })

    it('stops at the first that fails, if asked', async () => {
      const {status, stdout} = await osc(['--os-cloud', 'lab', 'shell', '--stop-on-error'], {stdin: lines})
      assert.deepEqual([status, stdout], [127, 's1\n'])
    })

    it('runs as many lines at once as asked, with the output and the errors of each in their order', async () => {
      const shown = 'stack show later -f value -c id\n'
      const many = `stack show web -f value -c id\n${shown}nothing\n${shown.repeat(5)}stack show web -f value -c id\n`
      const began = Date.now()
      const {status, stdout, stderr} = await osc(['--os-cloud', 'lab', 'shell', '--jobs', '8'], {stdin: many})
      assert.deepEqual([status, stdout], [127, `s1\n${'s3\n'.repeat(6)}s1\n`])
      assert.match(stderr, /^Line 3: nothing\n/)
      assert.ok(Date.now() - began < 6 * DELAY, 'The lines ran one after the other.')
    })

    it('starts no more lines after a failure, if asked, and completes those that run', async () => {
      const some = `stack show web -f value -c id\nstack show later -f value -c id\nnothing\n${'stack list\n'.repeat(9)}`
      const line = ['--os-cloud', 'lab', 'shell', '--jobs', '2', '--stop-on-error']
      const {status, stdout} = await osc(line, {stdin: some})
      assert.equal(status, 127)
      assert.match(stdout, /^s1\ns3\n/)
      assert.ok(stdout.split('CREATE_COMPLETE').length < 9, stdout)
    })

    it('leaves at exit', async () => {
      const {status, stdout} = await osc(['--os-cloud', 'lab', 'shell'], {stdin: 'exit\nstack list\n'})
      assert.deepEqual([status, stdout], [0, ''])
    })

    it('called openstack, runs the lines on stdin, and shows help where there are none', async () => {
      const [node = '', file = ''] = program()
      const link = join(osc.place.work, 'openstack')
      symlinkSync(file, link)
      const run = (stdin: string) => runProgram([node, link, '--os-cloud', 'lab'], {place: osc.place, stdin})
      const {status, stdout} = await run('stack show web -f value -c id\n')
      assert.deepEqual([status, stdout], [0, 's1\n\n'])
      assert.match((await run('')).stdout, /USAGE\n {2}openstack/)
    })
  })
})
