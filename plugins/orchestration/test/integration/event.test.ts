import assert from 'node:assert/strict'
import {asArray, asObject} from '@osc-cli/core'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {before, describe, it} from 'mocha'
import {RECORD_FORMATS} from './support/formats.ts'
import {makeNested, makeStack, recordOf, stackNames, statusOf} from './support/stacks.ts'
import {NESTED} from './support/templates.ts'

// `log` is the plugin's own format, and the default.
const FORMATS = ['log', 'table', 'json']

describe('stack event and failures', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const fresh = stackNames()
  const [flat, nested, failed, flatFailed] = [fresh('flat'), fresh('nested'), fresh('failed'), fresh('flat-failed')]
  const missing = uniqueName('missing')
  let first = ''

  before(async () => {
    const broken = {parameters: {fail: true}, until: 'CREATE_FAILED'}
    await Promise.all([makeStack(flat), makeNested(nested), makeNested(failed, broken), makeStack(flatFailed, broken)])
    const {events} = await recordOf(`/stacks/${flat}/events?sort_dir=asc`)
    const greeting = asArray(events)
      .map(asObject)
      .find((event) => event.resource_name === 'greeting')
    first = String(greeting?.id)
  })

  const lists = [
    ['stack', 'event', 'list', flat],
    ['stack', 'event', 'list', nested],
    ['stack', 'event', 'list', '--nested-depth', '5', nested],
    ['stack', 'event', 'list', '--nested-depth', '1', '--sort', 'resource_name', nested],
    ['stack', 'event', 'list', '--resource', 'greeting', flat],
    ['stack', 'event', 'list', '--resource', 'greeting', '--filter', 'resource_status=IN_PROGRESS', flat],
    ['stack', 'event', 'list', '--filter', 'resource_status=COMPLETE', flat],
    ['stack', 'event', 'list', '--limit', '2', flat],
    ['stack', 'event', 'list', '--sort', 'resource_name:desc', '--sort', 'event_time', flat],
    ['stack', 'event', 'list', '--sort', ':desc', '--limit', '3', flat],
  ]
  for (const line of lists) {
    it(`${line.join(' ')} as openstack does`, async () => {
      await same(line, {formats: FORMATS, unordered: line.includes('5')})
    })
  }

  it('lists in its own format as openstack does', () => same(['stack', 'event', 'list', flat]).then(() => {}))

  it('lists after a marker as openstack does', async () => {
    await same(['stack', 'event', 'list', '--marker', first, flat], {formats: FORMATS})
    await same(['stack', 'event', 'list', '--marker', first, '--limit', '1', flat], {formats: ['log', 'json']})
  })

  it('follows until it is interrupted', async () => {
    const name = fresh('followed')
    await makeStack(name, {parameters: {wait: 4}, until: 'CREATE_IN_PROGRESS'})
    const {status, stdout} = await followed(name)
    assert.equal(status, 130)
    assert.match(stdout, new RegExp(`\\[${name}\\]: CREATE_IN_PROGRESS  Stack CREATE started`))
    assert.match(stdout, new RegExp(`\\[${name}\\.greeting\\]: CREATE_COMPLETE`))
    assert.equal(stdout.trim(), await ok(osc('stack', 'event', 'list', name)))
  })

  it('follows into nested stacks while they are made', async () => {
    const name = fresh('followed')
    const slow = {...NESTED, 'inner.yaml': NESTED['inner.yaml'].replace('value: leaf', 'value: leaf, wait_secs: 6')}
    await makeStack(name, {template: slow['outer.yaml'], files: slow, until: 'CREATE_IN_PROGRESS'})
    let whenTold: Promise<string> | undefined
    const {stdout} = await followed(name, ['--nested-depth', '3'], (text) => {
      if (/\.leaf\]: CREATE_IN_PROGRESS/.test(text)) whenTold ??= statusOf(name)
    })
    assert.equal(await whenTold, 'CREATE_IN_PROGRESS')
    const way = `\\[${name}\\.middle\\.inner\\.leaf\\]`
    assert.match(stdout, new RegExp(`${way}: CREATE_IN_PROGRESS [^]*${way}: CREATE_COMPLETE`))
    const sorted = (text: string) => text.trim().split('\n').sort()
    assert.deepEqual(sorted(stdout), sorted(await ok(osc('stack', 'event', 'list', '--nested-depth', '3', name))))
  })

  /** What is printed until the stack itself exists. */
  const followed = (name: string, options: readonly string[] = [], observe: (text: string) => void = () => {}) =>
    osc(['stack', 'event', 'list', '--follow', ...options, '-f', 'log', name], {
      started: (child) =>
        child.stdout?.on('data', (chunk: Buffer) => {
          const text = chunk.toString()
          observe(text)
          if (text.includes(`[${name}]: CREATE_COMPLETE  Stack CREATE`)) child.kill('SIGINT')
        }),
    })

  it('shows as openstack does', () =>
    same(['stack', 'event', 'show', flat, 'greeting', first], {formats: RECORD_FORMATS}).then(() => {}))

  it('shows what Heat has', async () => {
    const shown = JSON.parse(await ok(osc('stack', 'event', 'show', flat, 'greeting', first, '-f', 'json')))
    assert.deepEqual([shown.id, shown.resource_name, shown.resource_status], [first, 'greeting', 'CREATE_IN_PROGRESS'])
  })

  for (const [stack, way] of [
    [failed, 'middle.inner.leaf'],
    [flatFailed, 'greeting'],
  ] as const) {
    it('lists failures as openstack does', async () => {
      for (const long of [[], ['--long']]) await same(['stack', 'failures', 'list', ...long, stack])
      const failures = await ok(osc('stack', 'failures', 'list', '--long', stack))
      assert.match(failures, new RegExp(`^${stack}\\.${way}:\\n  resource_type: OS::Heat::TestResource\\n`))
      assert.match(failures, /status: CREATE_FAILED\n {2}status_reason: \|\n.*Test Resource failed/)
    })
  }
  it('lists no failures of a created stack', async () => {
    await same(['stack', 'failures', 'list', flat])
    assert.equal(await ok(osc('stack', 'failures', 'list', flat)), '')
  })

  const none = '00000000-0000-4000-8000-000000000000'
  const wrong: [number, string[], RegExp][] = [
    [4, ['stack', 'event', 'list', missing], /could not be found/],
    [4, ['stack', 'event', 'list', '--resource', 'nothing', flat], /nothing/],
    [2, ['stack', 'event', 'list'], /stack/],
    [2, ['stack', 'event', 'list', '--follow', '-f', 'json', flat], /--follow requires the format log/],
    [2, ['stack', 'event', 'list', '--resource', 'a', '--nested-depth', '1', flat], /--resource/],
    [2, ['stack', 'event', 'list', '--limit', 'few', flat], /--limit/],
    [2, ['stack', 'event', 'list', '--sort', 'event_time:up', flat], /asc/],
    [4, ['stack', 'event', 'show', flat, 'greeting', none], /No event .* found/],
    [4, ['stack', 'event', 'show', flat, 'nothing', none], /found/],
    [4, ['stack', 'event', 'show', missing, 'greeting', none], /could not be found/],
    [2, ['stack', 'event', 'show', flat, 'greeting'], /event/],
    [4, ['stack', 'failures', 'list', missing], /could not be found/],
    [2, ['stack', 'failures', 'list'], /stack/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.join(' ')} ends with ${status}`, async () => assert.match(await fails(status, osc(...line)), message))
  }

  it('keeps those of other projects out', async () => {
    await fails(4, plain('stack', 'event', 'list', flat))
    await fails(4, plain('stack', 'event', 'show', flat, 'greeting', first))
    await fails(4, plain('stack', 'failures', 'list', failed))
  })
})
