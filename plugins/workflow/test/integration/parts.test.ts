import assert from 'node:assert/strict'
import {asObject, decodeJson} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanPaths} from '@osc-cli/core/test/integration/support/clean-paths'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {lacks, needs} from '@osc-cli/core/test/integration/support/features'
import {files} from '@osc-cli/core/test/integration/support/files'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'
import {greeting} from './support.ts'

describe('beside workflows', () => {
  before(function () {
    return needs(this, 'workflowv2')
  })
  const osc = oscOnCloud()
  const later = cleanPaths('workflowv2')
  const file = files()
  const get = (path: string) => api('workflowv2', 'GET', path)
  const recordOf = async (path: string) => asObject((await get(path)).body)
  const value = (...argv: string[]) => ok(osc(...argv, '-f', 'value'))

  it('workbook', async () => {
    const name = uniqueName('book')
    const text = `version: '2.0'\nname: ${name}\nworkflows: {one: {tasks: {a: {action: std.noop}}}}\n`
    later(`/workflows/${name}.one`)
    later(`/workbooks/${name}`)
    await ok(osc('workbook', 'create', file(text)))
    assert.equal((await recordOf(`/workbooks/${name}`)).definition, text)
    assert.equal(await value('workbook', 'list', '--filter', `name=${name}`, '-c', 'Name'), name)
    await ok(osc('workbook', 'update', '--public', file(text)))
    assert.equal(await value('workbook', 'show', name, '-c', 'Scope'), 'public')
    assert.match(await value('workbook', 'validate', file(text)), /^True/)
    await ok(osc('workbook', 'delete', name))
    assert.equal((await get(`/workbooks/${name}`)).status, 404)
  })

  it('workflow env', async () => {
    const name = uniqueName('env')
    later(`/environments/${name}`)
    await ok(osc('workflow', 'env', 'create', file(`name: ${name}\nvariables: {a: 1}\n`)))
    await ok(osc('workflow', 'env', 'update', file(`name: ${name}\nvariables: {b: 2}\n`)))
    assert.deepEqual(decodeJson(String((await recordOf(`/environments/${name}`)).variables)), {b: 2})
    assert.match(await value('workflow', 'env', 'show', name, '-c', 'Variables'), /"b": 2/)
    await ok(osc('workflow', 'env', 'delete', name))
    assert.equal((await get(`/environments/${name}`)).status, 404)
  })

  it('action definition', async () => {
    const name = uniqueName('action')
    const text = `version: '2.0'\n${name}:\n  base: std.echo\n  base-input: {output: hi}\n`
    later(`/actions/${name}`)
    await ok(osc('action', 'definition', 'create', file(text)))
    assert.match(await fails(5, osc('action', 'definition', 'create', file(text))), new RegExp(name))
    await ok(osc('action', 'definition', 'update', file(text)))
    assert.equal((await recordOf(`/actions/${name}`)).definition, text)
    assert.equal(await value('action', 'definition', 'show', name, '-c', 'Is system'), 'False')
    assert.match(await ok(osc('action', 'definition', 'definition', 'show', name)), /base: std\.echo/)
    await ok(osc('action', 'definition', 'delete', name))
    assert.equal((await get(`/actions/${name}`)).status, 404)
    assert.equal(await value('action', 'definition', 'list', '--filter', 'name=std.echo', '-c', 'Name'), 'std.echo')
  })

  it('code source and dynamic action', async () => {
    const [source, action] = [uniqueName('source'), uniqueName('dynamic')]
    const text =
      'from mistral_lib import actions\nclass Greet(actions.Action):\n    def run(self, context):\n        return 1\n'
    later(`/code_sources/${source}`)
    later(`/dynamic_actions/${action}`)
    await ok(osc('code', 'source', 'create', source, file(text)))
    await ok(osc('code', 'source', 'update', source, file(`${text}\n`)))
    assert.equal((await recordOf(`/code_sources/${source}`)).content, `${text}\n`)
    await ok(osc('dynamic', 'action', 'create', action, 'Greet', source))
    await ok(osc('dynamic', 'action', 'update', action, '--public'))
    assert.equal((await recordOf(`/dynamic_actions/${action}`)).scope, 'public')
    assert.equal(await value('dynamic', 'action', 'show', action, '-c', 'Class'), 'Greet')
    await ok(osc('dynamic', 'action', 'delete', action))
    await ok(osc('code', 'source', 'delete', source))
    assert.equal((await get(`/code_sources/${source}`)).status, 404)
  })

  it('cron and event triggers', async function () {
    lacks(this, 'mistral-trusts')
    const [workflow, cron, event] = [uniqueName('workflow'), uniqueName('cron'), uniqueName('event')]
    later(`/workflows/${workflow}`)
    await ok(osc('workflow', 'create', file(greeting(workflow))))
    later(`/cron_triggers/${cron}`)
    await ok(osc('cron', 'trigger', 'create', cron, workflow, '{"who": "x"}', '--pattern', '0 2 1 1 *', '--count', '3'))
    const {pattern, remaining_executions: count} = await recordOf(`/cron_triggers/${cron}`)
    assert.deepEqual([pattern, count], ['0 2 1 1 *', 3])
    assert.equal(await value('cron', 'trigger', 'show', cron, '-c', 'Workflow'), workflow)
    await ok(osc('cron', 'trigger', 'delete', cron))
    assert.equal((await get(`/cron_triggers/${cron}`)).status, 404)
    const {id} = await recordOf(`/workflows/${workflow}`)
    const line = [
      'event',
      'trigger',
      'create',
      event,
      String(id),
      'nova',
      'notifications',
      'compute.instance.create.end',
    ]
    const trigger = await value(...line, '-c', 'ID')
    assert.equal((await recordOf(`/event_triggers/${trigger}`)).event, 'compute.instance.create.end')
    await ok(osc('event', 'trigger', 'delete', trigger))
    assert.equal((await get(`/event_triggers/${trigger}`)).status, 404)
  })

  it('resource member', async () => {
    const workflow = uniqueName('shared')
    later(`/workflows/${workflow}`)
    await ok(osc('workflow', 'create', file(greeting(workflow))))
    const {id, project_id: project} = await recordOf(`/workflows/${workflow}`)
    await ok(osc('resource', 'member', 'create', String(id), 'workflow', String(project)))
    await ok(osc('resource', 'member', 'update', String(id), 'workflow', '-s', 'rejected'))
    assert.equal((await recordOf(`/workflows/${id}/members/${project}`)).status, 'rejected')
    await ok(osc('resource', 'member', 'delete', String(id), 'workflow', String(project)))
    assert.equal((await get(`/workflows/${id}/members/${project}`)).status, 404)
    await fails(4, osc('resource', 'member', 'show', String(id), 'workflow'))
  })
})
