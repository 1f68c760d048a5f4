import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject} from '@osc-cli/core'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {before, describe, it} from 'mocha'
import {makeNested, makeStack, reached, recordOf, resourceRecord, stackNames, stackRecord} from './support/stacks.ts'
import {SIGNALLED} from './support/templates.ts'

describe('stack resource', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const fresh = stackNames()
  const [flat, nested] = [fresh('flat'), fresh('nested')]
  const missing = uniqueName('missing')

  before(() => Promise.all([makeStack(flat), makeNested(nested)]).then(() => {}))

  const lists = [
    ['stack', 'resource', 'list', flat],
    ['stack', 'resource', 'list', nested],
    ['stack', 'resource', 'list', '-n', '1', nested],
    ['stack', 'resource', 'list', '-n', '5', '--long', nested],
    ['stack', 'resource', 'list', '--filter', 'type=OS::Heat::RandomString', flat],
    ['stack', 'resource', 'list', '--filter', 'name=greeting', '--filter', 'status=COMPLETE', flat],
    ['stack', 'resource', 'list', '-n', '5', '--filter', 'name=leaf', nested],
    ['stack', 'resource', 'list', '--filter', 'status=FAILED', flat],
  ]
  for (const line of lists) {
    it(`${line.join(' ')} as openstack does`, () => same(line, {formats: 'list', unordered: true}).then(() => {}))
  }
  it('draws a graph as openstack does', async () => {
    await same(['stack', 'resource', 'list', '-n', '5', '--long', nested], {formats: ['dot'], unordered: true})
  })

  for (const line of [
    ['stack', 'resource', 'show', flat, 'greeting'],
    ['stack', 'resource', 'show', nested, 'middle'],
    ['stack', 'resource', 'show', '--with-attr', 'output', flat, 'greeting'],
    ['stack', 'resource', 'metadata', flat, 'greeting'],
  ]) {
    // Debian's client sorts the fields of a resource, the newest prints them as Heat sends them.
    it(`${line.join(' ')} as openstack does`, () => same(line, {formats: ['table'], unordered: true}).then(() => {}))
  }

  it('lists and shows what Heat has', async () => {
    const listed = JSON.parse(await ok(osc('stack', 'resource', 'list', '-n', '5', nested, '-f', 'json')))
    const {resources} = await recordOf(`/stacks/${nested}/resources?nested_depth=5`)
    const names = (rows: unknown) =>
      asArray(rows as never)
        .map((row) => String(asObject(row).resource_name))
        .sort()
    assert.deepEqual(names(listed), names(resources))
    assert.deepEqual(names(listed), ['alone', 'inner', 'leaf', 'middle'])
    const shown = JSON.parse(await ok(osc('stack', 'resource', 'show', flat, 'random', '-f', 'json')))
    assert.equal(shown.physical_resource_id, (await resourceRecord(flat, 'random')).physical_resource_id)
  })

  it('shows metadata', async () => {
    const name = fresh('metadata')
    const template = {
      heat_template_version: '2021-04-16',
      resources: {one: {type: 'OS::Heat::None', metadata: {color: 'blue', list: [1, {two: null}]}}},
    }
    await makeStack(name, {template: JSON.stringify(template)})
    const line = ['stack', 'resource', 'metadata', name, 'one']
    await same(line, {formats: 'show'})
    assert.deepEqual(JSON.parse(await ok(osc(...line))), template.resources.one.metadata)
  })

  it('sends data from an option and from a file', async () => {
    for (const how of ['--data', '--data-file']) {
      const name = fresh('signalled')
      await makeStack(name, {template: SIGNALLED, until: 'CREATE_IN_PROGRESS'})
      const data = `{"status": "SUCCESS", "reason": "well", "data": "by ${how}", "id": "1"}`
      writeFileSync(join(osc.place.work, 'signal.json'), data)
      await signalled(name, how, how === '--data' ? data : 'signal.json')
      await reached(name, 'CREATE_COMPLETE')
      assert.match(JSON.stringify((await stackRecord(name)).outputs), new RegExp(`by ${how}`))
    }
  })

  /** The handle takes signals as soon as it is made. */
  async function signalled(name: string, ...how: string[]): Promise<void> {
    for (const end = Date.now() + 20_000; Date.now() < end; )
      if ((await resourceRecord(name, 'handle')).resource_status === 'CREATE_COMPLETE') break
    assert.equal(await ok(osc('stack', 'resource', 'signal', name, 'handle', ...how)), '')
  }

  it('marks as unhealthy with a reason and as healthy again', async () => {
    await ok(osc('stack', 'resource', 'mark', 'unhealthy', flat, 'greeting', 'disk is full'))
    const {resource_status, resource_status_reason} = await resourceRecord(flat, 'greeting')
    assert.deepEqual([resource_status, resource_status_reason], ['CHECK_FAILED', 'disk is full'])
    await same(['stack', 'resource', 'list', '--filter', 'status=FAILED', flat], {formats: 'list'})
    await ok(osc('stack', 'resource', 'mark', 'unhealthy', '--reset', flat, 'greeting'))
    assert.equal((await resourceRecord(flat, 'greeting')).resource_status, 'CHECK_COMPLETE')
  })

  it('marks by physical ID', async () => {
    const {physical_resource_id} = await resourceRecord(flat, 'random')
    await ok(osc('stack', 'resource', 'mark', 'unhealthy', flat, String(physical_resource_id)))
    assert.equal((await resourceRecord(flat, 'random')).resource_status, 'CHECK_FAILED')
  })

  const wrong: [number, string[], RegExp][] = [
    ...[['show'], ['metadata'], ['signal'], ['mark', 'unhealthy']].flatMap((verb): [number, string[], RegExp][] => [
      [4, ['stack', 'resource', ...verb, missing, 'greeting'], /could not be found/],
      [4, ['stack', 'resource', ...verb, flat, 'nothing'], /nothing.*could not be found/],
      [2, ['stack', 'resource', ...verb, flat], /resource/],
    ]),
    [4, ['stack', 'resource', 'list', missing], /could not be found/],
    [2, ['stack', 'resource', 'list'], /stack/],
    [2, ['stack', 'resource', 'list', '-n', 'deep', flat], /--nested-depth/],
    [2, ['stack', 'resource', 'list', '--filter', 'name', flat], /KEY=VALUE/],
    [2, ['stack', 'resource', 'signal', '--data', '{', flat, 'greeting'], /--data is not valid JSON/],
    [2, ['stack', 'resource', 'signal', '--data', '[1]', flat, 'greeting'], /--data is not a JSON object/],
    [1, ['stack', 'resource', 'signal', '--data-file', 'none.json', flat, 'greeting'], /none\.json: no such file/],
    [1, ['stack', 'resource', 'signal', flat, 'random'], /signal/i],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.join(' ')} ends with ${status}`, async () => assert.match(await fails(status, osc(...line)), message))
  }

  it('keeps those of other projects out', async () => {
    for (const verb of [['show'], ['metadata'], ['signal'], ['mark', 'unhealthy']])
      await fails(4, plain('stack', 'resource', ...verb, flat, 'greeting'))
    await fails(4, plain('stack', 'resource', 'list', flat))
  })
})
