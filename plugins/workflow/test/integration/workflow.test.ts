import assert from 'node:assert/strict'
import {asArray, asObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanPaths} from '@osc-cli/core/test/integration/support/clean-paths'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {files} from '@osc-cli/core/test/integration/support/files'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'
import {greeting} from './support.ts'

const recordOf = async (path: string) => asObject((await api('workflowv2', 'GET', path)).body)

describe('workflow', () => {
  before(function () {
    return needs(this, 'workflowv2')
  })
  const osc = oscOnCloud()
  const later = cleanPaths('workflowv2')
  const file = files()
  const name = uniqueName('workflow')

  it('creates, lists, shows, updates and deletes', async () => {
    later(`/workflows/${name}`)
    await ok(osc('workflow', 'create', file(greeting(name))))
    const {id, scope, definition} = await recordOf(`/workflows/${name}`)
    assert.deepEqual([scope, definition], ['private', greeting(name)])
    const line = ['workflow', 'list', '--filter', `name=${name}`, '-f', 'value', '-c', 'ID', '-c', 'Input']
    assert.equal(await ok(osc(...line)), `${id} who="world"`)
    assert.equal(await ok(osc('workflow', 'show', name, '-f', 'value', '-c', 'Tags')), 'greeting')
    await ok(osc('workflow', 'update', '--id', String(id), file(greeting(name).replace('world', 'all'))))
    assert.equal((await recordOf(`/workflows/${name}`)).input, 'who="all"')
    assert.match(await ok(osc('workflow', 'definition', 'show', name)), /who: all/)
    await ok(osc('workflow', 'delete', name))
    assert.equal((await api('workflowv2', 'GET', `/workflows/${name}`)).status, 404)
  })

  it('says what is wrong', async () => {
    assert.match(await ok(osc('workflow', 'validate', file('a: {}\n'), '-f', 'value')), /^False\n/)
    await fails(1, osc('workflow', 'lint', file('a: {}\n')))
    await fails(4, osc('workflow', 'show', uniqueName('none')))
  })
})

describe('workflow execution', () => {
  before(function () {
    return needs(this, 'workflowv2')
  })
  const osc = oscOnCloud()
  const later = cleanPaths('workflowv2')
  const file = files()
  const [good, bad] = [uniqueName('good'), uniqueName('bad')]
  let id = ''

  it('runs to its output', async function () {
    this.timeout(120_000)
    later(`/workflows/${good}`)
    later(`/workflows/${bad}`)
    await ok(osc('workflow', 'create', file(greeting(good))))
    await ok(osc('workflow', 'create', file(`version: '2.0'\n${bad}:\n  tasks: {fails: {action: std.fail}}\n`)))
    const line = ['workflow', 'execution', 'create', '--wait', good, '{"who": "Ada"}', '-f', 'json']
    const shown = JSON.parse(await ok(osc(...line)))
    id = shown.ID
    later(`/executions/${id}`)
    assert.deepEqual(shown.Output, {text: 'Ada'})
    assert.equal((await recordOf(`/executions/${id}`)).state, 'SUCCESS')
  })

  it('counts the actions of with-items', async function () {
    this.timeout(120_000)
    const name = uniqueName('each')
    later(`/workflows/${name}`)
    const say = '{with-items: n in <% $.ns %>, action: std.echo output=<% $.n %>}'
    const text = `version: '2.0'\n${name}:\n  input: [{ns: [1, 2, 3]}]\n  tasks: {say: ${say}}\n`
    await ok(osc('workflow', 'create', file(text)))
    const {status, stderr, stdout} = await osc(
      ...['workflow', 'execution', 'create', '--wait', name, '-f', 'value', '-c', 'ID'],
    )
    assert.equal(status, 0, stderr)
    later(`/executions/${stdout.trim()}`)
    assert.match(stderr, /^say: SUCCESS, std\.echo \(3 of 3\)/m)
  })

  it('has tasks and actions', async () => {
    const task = await ok(osc('task', 'execution', 'list', id, '-f', 'value', '-c', 'ID'))
    const {tasks} = await recordOf(`/executions/${id}/tasks`)
    assert.deepEqual(
      [task],
      asArray(tasks).map((one) => asObject(one).id),
    )
    assert.equal(await ok(osc('task', 'execution', 'result', 'show', task)), '"Ada"')
    assert.match(await ok(osc('task', 'execution', 'published', 'show', task)), /"text": "Ada"/)
    const action = await ok(osc('action', 'execution', 'list', task, '-f', 'value', '-c', 'ID'))
    assert.match(await ok(osc('action', 'execution', 'output', 'show', action)), /"result": "Ada"/)
    assert.match(await ok(osc('workflow', 'execution', 'show', id, '--graph')), /└─ say \[std\.echo, SUCCESS/)
  })

  it('fails with a reason, and can be deleted', async function () {
    this.timeout(120_000)
    const message = await fails(6, osc('workflow', 'execution', 'create', '--wait', bad))
    assert.match(message, /task fails failed: The action raised an exception/)
    const failed = /report show (\S+)/.exec(message)?.[1] ?? ''
    assert.match(await ok(osc('workflow', 'execution', 'report', 'show', failed)), /task 'fails' \[ERROR\]/)
    const task = await ok(osc('task', 'execution', 'list', failed, '-f', 'value', '-c', 'ID'))
    await ok(osc('task', 'execution', 'rerun', task))
    await fails(6, osc('workflow', 'execution', 'follow', failed))
    await ok(osc('workflow', 'execution', 'update', '-d', 'described', failed))
    assert.equal((await recordOf(`/executions/${failed}`)).description, 'described')
    await ok(osc('workflow', 'execution', 'delete', '--force', failed))
    assert.equal((await api('workflowv2', 'GET', `/executions/${failed}`)).status, 404)
  })

  it('runs an action alone', async () => {
    assert.match(await ok(osc('action', 'execution', 'run', 'std.echo', '{"output": "hi"}')), /"hi"/)
    await fails(4, osc('action', 'execution', 'show', '3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11'))
  })
})
