import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {api} from '@osc-cli/core/test/integration/support/api'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {ids, times} from '@osc-cli/core/test/integration/support/masks'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {before, describe, it} from 'mocha'
import {RECORD_FORMATS} from './support/formats.ts'
import {gone, makeNested, makeStack, stackNames, stackRecord, undoStack} from './support/stacks.ts'
import {TEMPLATE} from './support/templates.ts'

describe('stack', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const fresh = stackNames()
  const [plainStack, tagged, outer] = [fresh('plain'), fresh('tagged'), fresh('outer')]
  const missing = uniqueName('missing')
  let id = ''
  const file = (name: string, text: string) => {
    writeFileSync(join(osc.place.work, name), text)
    return name
  }

  before(async () => {
    await Promise.all([makeStack(plainStack).then((made) => (id = made)), makeNested(outer)])
    file('web.yaml', TEMPLATE)
    file('env.yaml', 'parameters: {text: from the environment}\n')
    file('text.txt', 'from a file\n')
    file('broken.yaml', 'heat_template_version: 2021-04-16\nresources: {a: {type: OS::Heat::NoSuchType}}\n')
  })

  it('creates with tags, environment, time-out, rollback and parameters out of files', async () => {
    const options = ['--tags', 'red,blue', '--timeout', '7', '--enable-rollback', '-e', 'env.yaml']
    const made = await ok(
      osc('stack', 'create', '-t', 'web.yaml', ...options, '--parameter', 'wait=0', tagged, '-f', 'value', '-c', 'id'),
    )
    const {tags, timeout_mins, disable_rollback, parameters, ...stack} = await stackRecord(tagged)
    assert.equal(stack.id, made)
    assert.deepEqual(
      {tags, timeout_mins, disable_rollback},
      {tags: ['red', 'blue'], timeout_mins: 7, disable_rollback: false},
    )
    assert.equal((parameters as {text: string}).text, 'from the environment')
  })

  it('prints what it creates as openstack does', async () => {
    const name = fresh('twice')
    const line = ['stack', 'create', '-t', 'web.yaml', '--parameter-file', 'text=text.txt', name]
    await same(line, {formats: ['json'], masks: [ids, times], cwd: osc.place.work, undo: () => undoStack(name)})
    assert.equal(((await stackRecord(name)).parameters as {text: string}).text, 'from a file\n')
  })

  it('previews as openstack does and creates nothing', async () => {
    const line = ['stack', 'create', '-t', 'web.yaml', '-e', 'env.yaml', '--dry-run', missing]
    await same(line, {formats: RECORD_FORMATS, masks: [ids, times], cwd: osc.place.work})
    assert.equal((await api('orchestration', 'GET', `/stacks/${missing}`)).status, 404)
  })

  const lists = [
    ['stack', 'list'],
    ['stack', 'list', '--short'],
    ['stack', 'list', '--nested', '--sort', 'stack_name:desc,stack_status'],
    ['stack', 'list', '--tags', 'red,blue'],
    ['stack', 'list', '--tags', 'red,green', '--tag-mode', 'any'],
    ['stack', 'list', '--tags', 'red', '--tag-mode', 'not'],
    ['stack', 'list', '--tags', 'red', '--tag-mode', 'not-any'],
    ['stack', 'list', '--property', `stack_name=${outer}`],
    ['stack', 'list', '--property', 'status=COMPLETE', '--property', `name=${outer}`, '--sort', 'creation_time:asc'],
    ['stack', 'list', '--limit', '1', '--hidden'],
  ]
  for (const line of lists) {
    it(`${line.slice(0, 6).join(' ')} as openstack does`, async () => {
      // Stacks of others that come and go do not count as a difference between the clients.
      const stable =
        line.includes('--property') || line.includes('--tags') ? line : [...line, '--property', `name=${plainStack}`]
      await same(stable, {formats: 'list'})
    })
  }

  it('lists deleted stacks, after a marker and up to a limit', async () => {
    const name = fresh('deleted')
    const deleted = await makeStack(name)
    await ok(osc('stack', 'delete', '--yes', name))
    await gone(name)
    await same(['stack', 'list', '--deleted', '--property', `name=${name}`], {formats: 'list'})
    assert.match(await ok(osc('stack', 'list', '--deleted', '--property', `name=${name}`)), new RegExp(deleted))
    await same(['stack', 'list', '--marker', id, '--property', `name=${plainStack}`], {formats: ['value']})
  })

  for (const [what, named] of [
    ['name', () => plainStack],
    ['ID', () => id],
    ['name/ID', () => `${plainStack}/${id}`],
  ] as const) {
    it(`shows by ${what} as openstack does`, () => same(['stack', 'show', named()], {formats: 'show'}).then(() => {}))
  }

  it('shows without outputs as openstack does', async () => {
    await same(['stack', 'show', '--no-resolve-outputs', plainStack], {formats: 'show'})
  })

  const wrong: [number, string[], RegExp][] = [
    [4, ['stack', 'show', missing], /could not be found.*404/],
    [4, ['stack', 'update', '--existing', missing], /could not be found/],
    [4, ['stack', 'delete', '--yes', missing], /could not be found/],
    [5, ['stack', 'create', '-t', 'web.yaml', plainStack], /already exists/],
    [1, ['stack', 'create', '-t', 'broken.yaml', missing], /NoSuchType/],
    [1, ['stack', 'create', '-t', 'web.yaml', '--parameter', 'nothing=1', missing], /nothing/],
    [1, ['stack', 'create', '-t', 'web.yaml', '--parameter', 'wait=soon', missing], /wait/],
    [1, ['stack', 'create', '-t', 'web.yaml', 'not a name'], /name/],
    [1, ['stack', 'create', '-t', 'no-such.yaml', missing], /no-such\.yaml: no such file/],
    [2, ['stack', 'create', missing], /--template/],
    [2, ['stack', 'create', '-t', 'web.yaml'], /name/],
    [2, ['stack', 'create', '-t', 'web.yaml', '--parameter', 'novalue', missing], /KEY=VALUE/],
    [2, ['stack', 'create', '-t', 'web.yaml', '--timeout', 'long', missing], /--timeout/],
    [2, ['stack', 'create', '-t', 'web.yaml', '--poll', '0', missing], /--poll/],
    [2, ['stack', 'update', plainStack], /--template/],
    [2, ['stack', 'update', '--existing', '--rollback', 'perhaps', plainStack], /enabled.*disabled.*keep/],
    [2, ['stack', 'list', '--tag-mode', 'some', '--tags', 'red'], /any, not, not-any/],
    [2, ['stack', 'list', '--limit', '-1'], /--limit/],
    [2, ['stack', 'list', '--sort', 'name:up'], /asc/],
    [2, ['stack', 'show'], /stack/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.join(' ')} ends with ${status}`, async () => assert.match(await fails(status, osc(...line)), message))
  }

  it('rejects other users: of other projects and of all projects', async () => {
    assert.match(await fails(4, plain('stack', 'show', plainStack)), /could not be found/)
    await fails(4, plain('stack', 'show', `${plainStack}/${id}`))
    assert.match(await fails(1, plain('stack', 'list', '--all-projects')), /forbidden|not authorized|403/i)
    assert.doesNotMatch(await ok(plain('stack', 'list')), new RegExp(plainStack))
  })

  it('deletes several and reports each failure', async () => {
    const stderr = await fails(1, osc('stack', 'delete', '--yes', '--wait', outer, missing, tagged))
    assert.match(stderr, new RegExp(`${missing}: .*could not be found`))
    assert.match(stderr, /1 of 3 failed/)
    assert.match(stderr, new RegExp(`\\[${outer}\\]: DELETE_COMPLETE`))
    // Heat reports the last event a moment before the name is free again.
    for (const stack of [outer, tagged]) await gone(stack)
  })

  it('asks before it deletes, and deletes in a pipe only with --yes', async () => {
    const requested = await osc(['stack', 'delete', plainStack], {terminal: {width: 80}, stdin: 'n\n'})
    assert.match(requested.stdout + requested.stderr, new RegExp(`Delete ${plainStack}\\?[^]*Nothing was deleted\\.`))
    assert.equal((await stackRecord(plainStack)).stack_status, 'CREATE_COMPLETE')
    await ok(osc('stack', 'delete', '--yes', plainStack))
    await gone(plainStack)
  })
})
