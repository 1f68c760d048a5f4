import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {audienceOf} from '#advice/next-steps/audience'
import {failed, USER} from '../../../golden/failures/cloud.ts'
import {makeFixedPlace} from '../../../support/fixed-place.ts'
import {type FixtureServer, type Reply, startFixtureServer} from '../../../support/fixture-server.ts'
import {oscPerTest} from '../../../support/per-test.ts'
import type {RunOptions} from '../../../support/run.ts'

const stack = (status: string, reason: string) => ({
  stack: {id: 's1', stack_name: 'web', stack_status: status, stack_status_reason: reason, links: []},
})

describe('hints', () => {
  const osc = oscPerTest({}, makeFixedPlace)
  let server: FixtureServer
  let shown: Reply = {}
  let stacks: object[] = []
  beforeEach(async () => {
    stacks = []
    server = await startFixtureServer({
      '/v1/stacks/web': () => shown,
      '/v1/stacks': () => ({body: {stacks}}),
    })
    const lab = {auth_type: 'none', endpoint: `${server.url}/v1`, auth: {endpoint: `${server.url}/v1`}}
    writeFileSync(join(osc.place.work, 'clouds.yaml'), JSON.stringify({clouds: {lab, other: {auth: USER}}}), {
      mode: 0o600,
    })
  })
  afterEach(() => server.stop())

  const show = (options: RunOptions = {}, ...more: string[]) =>
    osc(['--os-cloud', 'lab', 'stack', 'show', 'web', ...more], {terminal: {}, ...options})
  const hints = (text: string) => text.split('\n').filter((line) => line.startsWith('  '))

  it('end a show with commands that work in the state', async () => {
    shown = {body: stack('UPDATE_IN_PROGRESS', '')}
    const line = '  Next: osc --os-cloud lab stack'
    assert.deepEqual(hints((await show()).stdout), [`${line} event list web`, `${line} resource list web`])
  })

  it('use the ID where another one has the same name', async () => {
    const list = ['s1', 's2'].map((id) => ({...stack('CREATE_COMPLETE', '').stack, id}))
    shown = {body: stack('CREATE_COMPLETE', '')}
    assert.match((await show()).stdout, / output list web\n/)
    stacks = list
    assert.equal((await osc(['--os-cloud', 'lab', 'stack', 'list'])).status, 0)
    assert.match((await show()).stdout, / output list s1\n/)
  })

  it('say the fault of what failed, made harmless, in at most three lines', async () => {
    shown = {body: stack('CREATE_FAILED', 'No valid\nhost \u001b[31mwas found.')}
    const [fault, ...rest] = hints((await show()).stdout)
    assert.equal(fault, '  Fault: No valid host \ufffd[31mwas found.')
    assert.equal(rest.length, 2)
  })

  const silent: [string, RunOptions, string[]][] = [
    ['with OSC_HINTS=0', {env: {OSC_HINTS: '0'}}, []],
    ['with --no-hints', {}, ['--no-hints']],
    ['in CI', {env: {CI: 'true'}}, []],
    ['for another format', {}, ['-f', 'yaml']],
    ['where stderr is no terminal', {terminal: {streams: ['stdout']}}, []],
  ]
  for (const [when, options, more] of silent) {
    it(`are silent ${when}`, async () => {
      shown = {body: stack('CREATE_FAILED', 'No valid host was found.')}
      const {stdout, stderr} = await show(options, ...more)
      assert.doesNotMatch(stdout + stderr, /Next:|Fault:/)
    })
  }

  it('say on a terminal that a list is empty, and how to create something', async () => {
    const list = ['--os-cloud', 'lab', 'stack', 'list']
    const {stdout} = await osc(list, {terminal: {}})
    assert.match(stdout, /No stacks found\.\n {2}Next: osc --os-cloud lab help stack create\n/)
    for (const options of [{terminal: {streams: ['stderr' as const]}}, {terminal: {}, env: {OSC_HINTS: '0'}}, {}]) {
      const quiet = await osc(list, options)
      assert.doesNotMatch(quiet.stdout + quiet.stderr, /found|Next/)
    }
  })

  it('leave stdout and the status as they are', async () => {
    shown = {body: stack('CREATE_FAILED', 'No.')}
    const [loud, still] = [
      await show({terminal: {streams: ['stderr']}}),
      await show({terminal: {streams: ['stderr']}, env: {OSC_HINTS: '0'}}),
    ]
    assert.equal(loud.stdout, still.stdout)
    assert.equal(loud.status, still.status)
    shown = failed(404, {error: {message: 'No stack.'}})
    const [hinted, quiet] = [
      await show({terminal: {streams: ['stderr']}}),
      await show({terminal: {streams: ['stderr']}, env: {OSC_HINTS: '0'}}),
    ]
    assert.match(hinted.stderr, /Next: osc --os-cloud lab stack list/)
    assert.deepEqual(
      [quiet.stderr.includes('Next:'), quiet.status, quiet.stdout],
      [false, hinted.status, hinted.stdout],
    )
  })

  it('show the state and the commands that work in it after a conflict, also in a pipe', async () => {
    shown = failed(409, {error: {message: 'Stack web already has an action (UPDATE) in progress.'}})
    const {stderr, status} = await show({terminal: undefined})
    assert.equal(status, 5)
    assert.match(
      stderr,
      /\nState: UPDATE_IN_PROGRESS\. Commands that work in this state: stack event list, resource list, cancel\.\n$/,
    )
  })
})

describe('who reads the errors', () => {
  const sink = (isTTY: boolean) => ({isTTY, width: undefined, write: async () => {}})
  const cases: [string, string[], boolean, Record<string, string>, string][] = [
    ['a person', ['stack', 'list'], true, {}, 'terminal'],
    ['nobody in CI', ['stack', 'list'], true, {CI: '1'}, 'pipe'],
    ['a script', ['stack', 'list'], false, {}, 'pipe'],
    ['-f json', ['stack', 'list', '-f', 'json'], true, {}, 'json'],
    ['-fjson', ['-fjson'], false, {}, 'json'],
    ['--format=json', ['--format=json'], false, {}, 'json'],
    ['--json', ['why', '--json'], false, {}, 'json'],
    ['an argument behind --', ['stack', 'show', '--', '--json'], false, {}, 'pipe'],
    ['-f yaml', ['-f', 'yaml', 'json'], false, {}, 'pipe'],
  ]
  for (const [who, argv, tty, env, audience] of cases) {
    it(who, () => assert.equal(audienceOf(argv, sink(tty), env), audience))
  }
})
