import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {story} from './story.ts'

const NONE = '3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11'
const files = {
  'env.json': '{"name": "night", "variables": {"at": "night"}}',
  'flows.yaml': `version: '2.0'
hello:
  input: [{name: world}]
  output: {text: <% $.text %>}
  tasks:
    say: {action: std.echo output=<% $.name %>, publish: {text: <% task().result %>}}
bad:
  tasks: {fails: {action: std.fail}}
stores:
  input: [name, openstack]
  tasks: {say: {action: std.noop}}
each:
  input: [{ns: [1, 2, 3]}]
  tasks: {say: {with-items: n in <% $.ns %>, action: std.echo output=<% $.n %>}}
values:
  input: [{one: {name: x}}]
  output: {text: <% $.text %>, all: <% $.all %>}
  tasks:
    first: {action: std.echo output=<% $.one.name %>, on-success: second}
    second:
      with-items: n in <% [1, 2] %>
      action: std.echo output=<% $.n %>
      publish: {text: <% task(first).result %>, all: <% task().result %>}
reverse:
  type: reverse
  input: [who]
  tasks:
    say: {action: std.echo, input: {output: "<% $.text %>, <% env().at %>"}, requires: [greet]}
    greet: {action: std.echo output=<% $.who %>, publish: {text: <% task().result %>}, requires: [start]}
    start: {action: std.noop}
    other: {action: std.fail}
sums:
  tasks: {add: {action: std.noop, publish: {sum: <% sequence().limit(1) %>}}}
branches:
  input: [{n: 1}]
  output: {size: <% $.size %>}
  tasks:
    start: {action: std.noop, on-success: [{big: <% $.n > 5 %>}, {small: <% $.n <= 5 %>}]}
    big: {action: std.noop, publish: {size: big}}
    small: {action: std.noop, publish: {size: small}}
gives-up:
  tasks: {say: {action: std.noop, on-success: fail}}
fails-twice:
  tasks: {fails: {action: std.fail, on-error: fail}}
outer:
  tasks:
    first: {action: std.noop, on-success: inner}
    inner: {workflow: bad}
`,
  'input.yaml': 'name: Ada\n',
  'list.yaml': '- 1\n',
}

describe('workflow execution', () => {
  const {ok, run, refuses} = story(files)
  const value = async (...argv: string[]) => (await ok(...argv)).trim()
  const create = (...argv: string[]) => value('workflow', 'execution', 'create', '-f', 'value', '-c', 'ID', ...argv)

  it('runs a workflow and waits for its output', async () => {
    await ok('workflow', 'create', 'flows.yaml')
    const {stdout, stderr} = await run(
      'workflow',
      'execution',
      'create',
      '--wait',
      'hello',
      '{"name": "Ada"}',
      '-f',
      'json',
    )
    const shown = JSON.parse(stdout)
    assert.equal(shown.State, 'SUCCESS')
    assert.deepEqual(shown.Output, {text: 'Ada'})
    assert.match(stderr, /^say: SUCCESS, std\.echo/m)
  })

  for (const input of ['{"name": "Ada"}', 'name: Ada', 'input.yaml'])
    it(`takes input as ${input}`, async () => {
      const id = await create('--wait', 'hello', input)
      assert.equal(await ok('workflow', 'execution', 'input', 'show', id), '{\n    "name": "Ada"\n}\n')
      assert.equal(await ok('workflow', 'execution', 'output', 'show', id), '{\n    "text": "Ada"\n}\n')
      assert.equal(await ok('workflow', 'execution', 'published', 'show', id), '\n')
    })

  it('repeats an execution with its input', async () => {
    const id = await create('--wait', 'hello', '{"name": "Eve"}')
    const again = await create('--wait', '-s', id)
    assert.match(await ok('workflow', 'execution', 'output', 'show', again), /Eve/)
  })

  it('fails with the reason of the deepest task', async () => {
    const {status, stderr} = await run('workflow', 'execution', 'create', '--wait', 'outer')
    assert.equal(status, 6, stderr)
    assert.match(stderr, /^first: SUCCESS, std\.noop.*\ninner: ERROR, bad.*\n {2}fails: ERROR, std\.fail/m)
    assert.match(stderr, /ended in state ERROR: task inner > fails failed: The action raised an exception/)
  })

  it('follows transitions whose conditions are met', async () => {
    for (const [n, size] of [
      [6, 'big'],
      [5, 'small'],
    ]) {
      const id = await create('--wait', 'branches', JSON.stringify({n}))
      assert.deepEqual(JSON.parse(await ok('workflow', 'execution', 'output', 'show', id)), {size})
      assert.doesNotMatch(await ok('task', 'execution', 'list', id), size === 'big' ? /small/ : /big/)
    }
  })

  it('fails at a transition to fail', async () => {
    for (const [workflow, reason] of [
      ['gives-up', /^say: SUCCESS, std\.noop.*\nWorkflow execution \S+ ended in state ERROR\.$/m],
      ['fails-twice', /ended in state ERROR: task fails failed: The action raised an exception/],
    ] as const) {
      const {status, stderr} = await run('workflow', 'execution', 'create', '--wait', workflow)
      assert.equal(status, 6, stderr)
      assert.match(stderr, reason)
    }
  })

  it('counts the actions of with-items', async () => {
    const {status, stderr} = await run('workflow', 'execution', 'create', '--wait', 'each')
    assert.equal(status, 0, stderr)
    assert.match(stderr, /^say: SUCCESS, std\.echo \(3 of 3\)/m)
  })

  it('evaluates paths, results of tasks and literals', async () => {
    const id = await create('--wait', 'values')
    assert.deepEqual(JSON.parse(await ok('workflow', 'execution', 'output', 'show', id)), {text: 'x', all: [1, 2]})
  })

  it('runs what the task of a reverse workflow requires, with an environment', async () => {
    await ok('workflow', 'env', 'create', 'env.json')
    for (const env of ['night', {at: 'night'}]) {
      const {stdout, stderr} = await run(
        ...['workflow', 'execution', 'create', '--wait', 'reverse', '-f', 'value', '-c', 'ID'],
        ...['{"who": "Ann"}', JSON.stringify({task_name: 'say', env})],
      )
      assert.match(stderr, /^start: SUCCESS.*\ngreet: SUCCESS.*\nsay: SUCCESS.*$/m)
      assert.doesNotMatch(stderr, /other/)
      const tasks = JSON.parse(await ok('task', 'execution', 'list', stdout.trim(), '-f', 'json'))
      const say = tasks.find(({Name}: {Name: string}) => Name === 'say')
      assert.match(await ok('task', 'execution', 'result', 'show', say.ID), /Ann, night/)
    }
  })

  it('fails on the sandbox at an expression that it cannot evaluate', async () => {
    const {status, stderr} = await run('workflow', 'execution', 'create', '--wait', 'sums')
    assert.equal(status, 6, stderr)
    assert.match(
      stderr,
      /add failed: Can not evaluate YAQL expression \[expression=sequence\(\)\.limit\(1\), error=Unknown function "sequence"/,
    )
  })

  it('follows an execution until it ends', async () => {
    assert.match(await ok('workflow', 'execution', 'follow', await create('hello')), /"text": "world"/)
    const {status, stderr} = await run('workflow', 'execution', 'follow', await create('bad'))
    assert.equal(status, 6)
    assert.match(stderr, /task fails failed/)
  })

  it('shows no catalog with --debug or in errors', async () => {
    const catalog = `{'service_catalog': [{'url': 'http://keystone.secret'}]}`
    const stored = {name: `x, data=${catalog}]`, openstack: {service_catalog: [{url: 'http://keystone.secret'}]}}
    const {stderr} = await run('--debug', 'workflow', 'execution', 'create', 'stores', JSON.stringify(stored))
    assert.match(stderr, /RESP BODY: .*data=\*\*\*/)
    assert.doesNotMatch(stderr, /keystone\.secret/)
    const failed = await run('workflow', 'execution', 'create', `none, data=${catalog}`)
    assert.match(failed.stderr, /not found \[workflow_identifier=none, data=\*\*\*\]/)
    assert.doesNotMatch(failed.stderr, /keystone\.secret/)
  })

  it('lists the newest last, or the oldest first', async () => {
    const last = await create('hello', '-d', 'the last one')
    const list = (...options: string[]) => ok('workflow', 'execution', 'list', '-f', 'value', '-c', 'ID', ...options)
    assert.equal((await list()).trim().split('\n').at(-1), last)
    assert.equal((await list('--limit', '1')).trim(), last)
    assert.notEqual((await list('--limit', '1', '--oldest')).trim(), last)
    const sub = ['-f', 'value', '-c', 'Workflow name', '--filter', 'workflow_name=bad']
    assert.equal(await ok('workflow', 'execution', 'list', ...sub, '--rootsonly'), 'bad\n')
    assert.equal(await ok('workflow', 'execution', 'list', ...sub), 'bad\nbad\n')
  })

  it('updates and deletes', async () => {
    const id = await create('hello')
    const state = ['-f', 'value', '-c', 'State', '-c', 'Description']
    assert.equal(await ok('workflow', 'execution', 'update', '-s', 'PAUSED', '-d', 'x', id, ...state), 'x\nPAUSED\n')
    assert.equal(
      await ok('workflow', 'execution', 'delete', '--force', id),
      `Request to delete execution ${id} has been accepted.\n`,
    )
  })

  it('reports', async () => {
    const {stderr} = await run('workflow', 'execution', 'create', '--wait', 'outer')
    const id = /report show (\S+)/.exec(stderr)?.[1] ?? ''
    const report = await ok('workflow', 'execution', 'report', 'show', id)
    assert.match(report, /Number of tasks in ERROR state: 2\n/)
    assert.match(report, /^workflow 'outer' \[ERROR\] .*\n {4}task 'inner' \[ERROR\].*\n {4}\(error info: /m)
    assert.doesNotMatch(report, /'first'/)
    assert.match(
      await ok('workflow', 'execution', 'report', 'show', '--no-errors-only', id),
      /task 'first' \[SUCCESS\]/,
    )
    assert.doesNotMatch(await ok('workflow', 'execution', 'report', 'show', '--statistics-only', id), /Tree/)
  })

  refuses([
    [2, ['workflow', 'execution', 'create'], /No workflow was specified/],
    [2, ['workflow', 'execution', 'create', 'hello', 'nowhere.json'], /'nowhere\.json' is not a JSON object/],
    [2, ['workflow', 'execution', 'create', 'hello', 'list.yaml'], /list\.yaml does not contain a JSON or YAML object/],
    [4, ['workflow', 'execution', 'create', 'none'], /Workflow not found/],
    [4, ['workflow', 'execution', 'show', NONE], /No workflow execution .*3c2c0f5e/],
    [4, ['workflow', 'execution', 'follow', NONE], /No workflow execution .*3c2c0f5e/],
    [2, ['workflow', 'execution', 'update', NONE], /Nothing to change/],
    [2, ['workflow', 'execution', 'update', '-s', 'LOST', NONE], /LOST/],
    [2, ['workflow', 'execution', 'report', 'show', '--max-depth', 'x', NONE], /--max-depth: 'x' is not a number/],
  ])
})

describe('task and action executions', () => {
  const {ok, run, refuses} = story(files)
  const first = async (...argv: string[]) => (await ok(...argv, '-f', 'value', '-c', 'ID')).split('\n')[0] ?? ''

  it('show what a workflow did', async () => {
    await ok('workflow', 'create', 'flows.yaml')
    const execution = await first('workflow', 'execution', 'create', '--wait', 'hello')
    const task = await first('task', 'execution', 'list', execution)
    assert.equal(
      await ok('task', 'execution', 'show', task, '-f', 'value', '-c', 'Name', '-c', 'State'),
      'say\nSUCCESS\n',
    )
    assert.equal(await ok('task', 'execution', 'result', 'show', task), '"world"\n')
    assert.equal(await ok('task', 'execution', 'published', 'show', task), '{\n    "text": "world"\n}\n')
    const action = await first('action', 'execution', 'list', task)
    assert.equal(await ok('action', 'execution', 'show', action, '-f', 'value', '-c', 'Name'), 'std.echo\n')
    assert.equal(await ok('action', 'execution', 'input', 'show', action), '{\n    "output": "world"\n}\n')
    assert.equal(await ok('action', 'execution', 'output', 'show', action), '{\n    "result": "world"\n}\n')
  })

  it('are listed as a tree', async () => {
    const {stderr} = await run('workflow', 'execution', 'create', '--wait', 'outer')
    const line = ['task', 'execution', 'list', '--tree', /report show (\S+)/.exec(stderr)?.[1] ?? '', '-c', 'Name']
    assert.match(await ok(...line), /\| first +\|\n\| inner +\|\n\| {3}fails +\|/)
    assert.match(await ok(...line, '-f', 'json'), /"Name": "fails"/)
  })

  it('rerun a task that failed', async () => {
    await run('workflow', 'execution', 'create', '--wait', 'bad')
    const task = await first('task', 'execution', 'list', '--filter', 'state=ERROR')
    const line = ['task', 'execution', 'rerun', '--resume', '-e', '{"a": 1}', task, '-f', 'value', '-c', 'State']
    assert.equal(await ok(...line), 'RUNNING\n')
  })

  it('run an action', async () => {
    assert.equal(await ok('action', 'execution', 'run', 'std.echo', '{"output": "hi"}'), '{"result":"hi"}\n')
    const saved = await first('action', 'execution', 'run', '-s', 'std.echo', '{"output": "hi"}')
    const line = ['action', 'execution', 'update', '--state', 'ERROR', '--output', '{"a": 1}', saved, '-f', 'value']
    assert.equal(await ok(...line, '-c', 'State'), 'ERROR\n')
    assert.match(await ok('action', 'execution', 'delete', saved), new RegExp(`action execution ${saved}`))
  })

  refuses([
    [2, ['task', 'execution', 'list', '--tree'], /--tree needs a workflow execution/],
    [4, ['task', 'execution', 'show', NONE], /No task execution .*3c2c0f5e/],
    [4, ['action', 'execution', 'show', NONE], /No action execution .*3c2c0f5e/],
    [2, ['action', 'execution', 'update', NONE], /Nothing to change/],
    [2, ['action', 'execution', 'run', 'std.echo', 'nowhere'], /'nowhere' is not a JSON object/],
  ])
})
