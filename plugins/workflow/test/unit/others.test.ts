import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {story} from './story.ts'

const NONE = '3c2c0f5e-6e0c-4d5b-8d1e-6f0f5d0a7c11'
const files = {
  'flow.yaml': "version: '2.0'\nhello:\n  tasks: {say: {action: std.noop}}\n",
  'env.yaml': 'name: staging\nvariables: {host: ü, ratio: 1.0, on: yes, day: 2020-01-01}\n',
  'env2.yaml': 'name: staging\ndescription: for tests\n',
  'noname.yaml': 'variables: {a: 1}\n',
  'code.txt': 'class Greet: pass\n',
  'list.yaml': '- 1\n',
}

describe('workflow env', () => {
  const {ok, refuses} = story(files)

  it('creates, shows, updates, lists and deletes', async () => {
    const shown = await ok('workflow', 'env', 'create', 'env.yaml', '-f', 'value', '-c', 'Variables')
    const variables = ['"host": "\\u00fc"', '"ratio": 1.0', '"true": true', '"day": "2020-01-01"']
    assert.equal(shown, `{\n    ${variables.join(',\n    ')}\n}\n`)
    const exported = await ok('workflow', 'env', 'show', 'staging', '--export', '-f', 'value', '-c', 'variables')
    assert.equal(exported, `{${variables.join(', ')}}\n`)
    await ok('workflow', 'env', 'update', 'env2.yaml')
    assert.equal(
      await ok('workflow', 'env', 'list', '-f', 'value', '-c', 'Name', '-c', 'Description'),
      'staging for tests\n',
    )
    assert.match(await ok('workflow', 'env', 'delete', 'staging'), /environment staging/)
  })

  refuses([
    [2, ['workflow', 'env', 'create', 'noname.yaml'], /noname\.yaml does not have the key 'name'/],
    [2, ['workflow', 'env', 'create', 'env2.yaml'], /env2\.yaml does not have the key 'variables'/],
    [2, ['workflow', 'env', 'create', 'list.yaml'], /list\.yaml does not contain/],
    [4, ['workflow', 'env', 'show', 'none'], /No workflow env .*'none'/],
    [4, ['workflow', 'env', 'update', 'env2.yaml'], /staging/],
  ])
})

describe('triggers', () => {
  const {ok, refuses} = story(files)
  const values = (...argv: string[]) => ok(...argv, '-f', 'value')

  it('run workflows at fixed times', async () => {
    await ok('workflow', 'create', 'flow.yaml')
    const columns = ['-c', 'Workflow', '-c', 'Pattern', '-c', 'Remaining executions', '-c', 'Params']
    const options = ['--pattern', '0 2 * * *', '--count', '3', '--params', '{"env": {"a": 1}}']
    assert.equal(
      await values('cron', 'trigger', 'create', 'nightly', 'hello', '{"b": 2}', ...options, ...columns),
      'hello\n{"env":{"a":1}}\n0 2 * * *\n3\n',
    )
    const time = ['--first-time', '2031-01-31 12:00', '--utc', '-c', 'Next execution time']
    assert.equal(await values('cron', 'trigger', 'create', 'once', 'hello', ...time), '2031-01-31 12:00\n')
    assert.equal(await values('cron', 'trigger', 'list', '-c', 'Name'), 'nightly\nonce\n')
    assert.equal(await values('cron', 'trigger', 'show', 'once', '-c', 'Name'), 'once\n')
    assert.match(await ok('cron', 'trigger', 'delete', 'once'), /cron trigger once/)
  })

  it('run workflows on events', async () => {
    const workflow = (await values('workflow', 'show', 'hello', '-c', 'ID')).trim()
    const line = ['event', 'trigger', 'create', 'made', workflow, 'nova', 'notifications', 'instance.create']
    const id = (await values(...line, '-c', 'ID')).trim()
    assert.equal(await values('event', 'trigger', 'list', '-c', 'Event'), 'instance.create\n')
    assert.equal(await values('event', 'trigger', 'show', id, '-c', 'Exchange', '-c', 'Topic'), 'nova\nnotifications\n')
    assert.match(await ok('event', 'trigger', 'delete', id), /event trigger/)
  })

  refuses([
    [
      2,
      ['cron', 'trigger', 'create', 'x', 'hello', '--first-time', 'tomorrow'],
      /--first-time: 'tomorrow' is not a time/,
    ],
    [2, ['cron', 'trigger', 'create', 'x', 'hello', '--first-time', '2031-02-30 12:00'], /is not a time/],
    [1, ['cron', 'trigger', 'create', 'x', 'hello'], /must be specified/],
    [4, ['cron', 'trigger', 'show', 'none'], /No cron trigger .*'none'/],
    [4, ['event', 'trigger', 'show', NONE], /No event trigger .*3c2c0f5e/],
  ])
})

describe('code and its actions', () => {
  const {ok, refuses} = story(files)
  const values = (...argv: string[]) => ok(...argv, '-f', 'value')

  it('are created, shown, updated and deleted', async () => {
    await ok('code', 'source', 'create', 'src', 'code.txt')
    assert.equal(await ok('code', 'source', 'content', 'show', 'src'), files['code.txt'])
    assert.equal(await values('code', 'source', 'update', 'src', 'code.txt', '--public', '-c', 'Name'), 'src\n')
    assert.equal(await values('code', 'source', 'list', '-c', 'Name'), 'src\n')
    const columns = ['-c', 'Class', '-c', 'Code source name', '-c', 'Scope']
    assert.equal(
      await values('dynamic', 'action', 'create', 'greet', 'Greet', 'src', ...columns),
      'Greet\nsrc\nprivate\n',
    )
    assert.equal(
      await values('dynamic', 'action', 'update', 'greet', '--class-name', 'Other', '--public', ...columns),
      'Other\nsrc\npublic\n',
    )
    assert.equal(await values('dynamic', 'action', 'update', 'greet', ...columns), 'Other\nsrc\nprivate\n')
    assert.equal(await values('dynamic', 'action', 'list', '-c', 'Name'), 'greet\n')
    assert.equal(await values('dynamic', 'action', 'show', 'greet', '-c', 'Class'), 'Other\n')
    assert.match(await ok('dynamic', 'action', 'delete', 'greet'), /greet/)
    assert.equal(
      await ok('code', 'source', 'delete', 'src'),
      "Request to delete code source 'src' has been accepted.\n",
    )
  })

  refuses([
    [4, ['code', 'source', 'show', 'none'], /No code source .*'none'/],
    [4, ['dynamic', 'action', 'create', 'greet', 'Greet', 'none'], /CodeSource not found/],
    [4, ['dynamic', 'action', 'show', 'none'], /No dynamic action .*'none'/],
  ])
})

describe('resource member', () => {
  const {ok, run} = story(files)

  it('shares a workflow', async () => {
    await ok('workflow', 'create', 'flow.yaml')
    const workflow = (await ok('workflow', 'show', 'hello', '-f', 'value', '-c', 'ID')).trim()
    const project = (await ok('token', 'issue', '-f', 'value', '-c', 'project_id')).trim()
    const status = ['-f', 'value', '-c', 'Status']
    assert.equal(await ok('resource', 'member', 'list', workflow, 'workflow', ...status), '\n')
    assert.equal(await ok('resource', 'member', 'create', workflow, 'workflow', project, ...status), 'pending\n')
    assert.equal(
      await ok('resource', 'member', 'update', workflow, 'workflow', '-s', 'rejected', ...status),
      'rejected\n',
    )
    assert.equal(await ok('resource', 'member', 'update', workflow, 'workflow', ...status), 'accepted\n')
    assert.equal(await ok('resource', 'member', 'show', workflow, 'workflow', '-m', project, ...status), 'accepted\n')
    assert.match(await ok('resource', 'member', 'delete', workflow, 'workflow', project), /workflow member/)
    const {status: code, stderr} = await run('resource', 'member', 'show', workflow, 'workflow')
    assert.equal(code, 4)
    assert.match(stderr, /No resource member/)
  })
})
