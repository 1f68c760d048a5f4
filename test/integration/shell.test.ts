import assert from 'node:assert/strict'
import {type Step, typist} from '../support/typist.ts'
import {cleanUp} from './support/clean-up.ts'
import {cloudName, oscOnCloud, uniqueName} from './support/cloud.ts'
import {ok} from './support/ok.ts'

/** A prompt, and nothing behind it yet. */
const PROMPT = /> \x1b\[\d+G$/

describe('the shell, on a cloud', () => {
  const osc = oscOnCloud()
  const later = cleanUp()
  const user = uniqueName('user')
  const twin = uniqueName('twin')

  before(async () => {
    const make = (...line: string[]) => ok(osc(...line, '-f', 'value', '-c', 'id'))
    const domain = await make('domain', 'create', uniqueName('domain'))
    later('domain', 'delete', domain)
    later('domain', 'set', '--disable', domain)
    later('user', 'delete', await make('user', 'create', twin))
    later('user', 'delete', await make('user', 'create', twin, '--domain', domain))
  })

  /** What a terminal shows while somebody types; the requests are those of many commands. */
  const type = (...steps: Step[]) =>
    osc(['shell'], {terminal: {width: 200}, started: typist(steps), env: {NO_COLOR: '1'}, record: false})
  const pipe = (lines: readonly string[], ...options: string[]) =>
    osc(['shell', ...options], {stdin: `${lines.join('\n')}\n`, record: false})

  it('lists, creates, and shows what Tab completes, at a prompt that names the cloud', async () => {
    later('user', 'delete', user)
    const {status, stdout} = await type(
      [PROMPT, 'user list -f value -c Name\r'],
      [PROMPT, `user create ${user} -f value -c name\r`],
      [PROMPT, `user show ${user.slice(0, -2)}\t`],
      [new RegExp(`user show ${user} `), '-f value -c name\r'],
      [PROMPT, 'exit\r'],
    )
    assert.equal(status, 0, stdout)
    assert.ok(stdout.includes(`osc ${cloudName()}`), stdout)
    const printed = stdout.replaceAll('\r', '').split('\n')
    assert.ok(printed.includes(twin), stdout)
    assert.equal(printed.filter((line) => line === user).length, 2, stdout)
  })

  it('goes on behind lines that fail, whose status the prompt shows', async () => {
    const {status, stdout} = await type(
      [PROMPT, 'user show no-such-user\r'],
      [/\[4\] osc [^\n]*$/, `user show ${twin}\r`],
      [/\[5\] osc [^\n]*$/, 'user show\r'],
      [/\[2\] osc [^\n]*$/, 'region list -f value -c Region\r'],
      [/\n(?:\x1b\[\d*\w)*osc [^\n]*$/, 'exit\r'],
    )
    assert.equal(status, 0, stdout)
    assert.match(stdout, /No user with a name or ID of 'no-such-user' exists\./)
    assert.match(stdout, /^ {2}ID +Domain/m)
  })

  it('prints for lines from a pipe what the commands print one by one', async () => {
    const lines = ['project list', 'user list -f json', 'role list -f csv', 'region list -f value -c Region']
    const one = await Promise.all(lines.map(async (line) => await ok(osc(...line.split(' ')))))
    const {status, stdout, stderr} = await pipe(['# all of them', '', ...lines])
    assert.equal(stdout, one.map((text) => `${text}\n`).join(''))
    assert.equal(status, 0, stderr)
  })

  const failing = ['user list -f value -c Name', `user show ${twin}`, 'user show no-such-user', 'region list -f value']

  it('runs all lines of a pipe, and ends with the status of the first that failed', async () => {
    const {status, stdout, stderr} = await pipe(failing)
    assert.equal(status, 5, stderr)
    assert.match(stderr, new RegExp(`^Line 2: user show ${twin}\n`))
    assert.match(stderr, /^Line 3: user show no-such-user\nNo user with/m)
    assert.equal(stdout.trimEnd().split('\n').at(-1), await ok(osc('region', 'list', '-f', 'value')))
  })

  it('runs nothing behind the first that failed with --stop-on-error', async () => {
    const {status, stdout, stderr} = await pipe(failing, '--stop-on-error')
    assert.equal(status, 5, stderr)
    assert.doesNotMatch(stderr, /Line 3/)
    assert.equal(stdout, `${await ok(osc('user', 'list', '-f', 'value', '-c', 'Name'))}\n`)
  })

  for (const [line, expected] of [
    ['no such', 127],
    ['user show', 2],
    ['user list | wc', 2],
    ['--os-cloud no-such-cloud user list', 3],
    ['user show no-such-user', 4],
    ['exit', 0],
  ] as const)
    it(`ends with ${expected} for: ${line}`, async () => assert.equal((await pipe([line])).status, expected))
})
