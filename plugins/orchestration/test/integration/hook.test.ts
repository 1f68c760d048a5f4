import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {lacks} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {before, describe, it} from 'mocha'
import {makeStack, reached, resourceRecord, stackNames, statusOf} from './support/stacks.ts'
import {NESTED, TEMPLATE} from './support/templates.ts'

describe('stack hook', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const fresh = stackNames()
  const [flat, deep] = [fresh('flat'), fresh('deep')]

  /** Waits until so many hooks are pending. */
  async function pending(stack: string, ...names: string[]): Promise<void> {
    const line = ['stack', 'hook', 'poll', '--nested-depth', '5', stack, '-f', 'value', '-c', 'Resource Name']
    let found = ''
    for (const end = Date.now() + 30_000; Date.now() < end; ) {
      found = (await osc(...line)).stdout.trim()
      if (found.split('\n').filter(Boolean).sort().join() === names.sort().join()) return
    }
    throw new Error(`Pending in ${stack}: ${found}`)
  }

  before(async function () {
    lacks(this, 'stack-hooks')
    for (const [name, text] of Object.entries({...NESTED, 'web.yaml': TEMPLATE}))
      writeFileSync(join(osc.place.work, name), text)
  })

  it('stops a creation before resources', async () => {
    await ok(osc('stack', 'create', '-t', 'web.yaml', '--pre-create', 'gr*', '--pre-create', 'random', flat))
    await pending(flat, 'greeting', 'random')
    assert.equal((await resourceRecord(flat, 'greeting')).physical_resource_id, '')
  })

  it('polls as openstack does', async () => {
    await same(['stack', 'hook', 'poll', flat], {formats: 'list', unordered: true})
    await same(['stack', 'hook', 'poll', '--nested-depth', '2', flat], {formats: 'list', unordered: true})
  })

  it('clears one resource and resources that match a pattern', async () => {
    await ok(osc('stack', 'hook', 'clear', flat, 'greeting'))
    await pending(flat, 'random')
    await ok(osc('stack', 'hook', 'clear', '--pre-create', flat, 'r?nd*'))
    await reached(flat, 'CREATE_COMPLETE')
  })

  it('stops an update, and clears several at once', async () => {
    const words = ['--existing', '--parameter', 'text=new', '--pre-update', 'greeting']
    await ok(osc('stack', 'update', ...words, flat))
    await pending(flat, 'greeting')
    await ok(osc('stack', 'hook', 'clear', '--pre-update', flat, 'greeting', 'gr*ing'))
    await reached(flat, 'UPDATE_COMPLETE')
  })

  it('reaches into nested stacks', async () => {
    await ok(osc('stack', 'create', '-t', 'outer.yaml', '--pre-create', 'middle/inner/*', deep))
    await pending(deep, 'leaf')
    await same(['stack', 'hook', 'poll', '--nested-depth', '5', deep], {formats: 'list'})
    await ok(osc('stack', 'hook', 'clear', deep, 'mid*/inner/leaf'))
    await reached(deep, 'CREATE_COMPLETE')
  })

  it('has nothing to poll or to clear when no action is running', async () => {
    const done = fresh('done')
    await makeStack(done)
    for (const line of [
      ['poll', done],
      ['clear', done, 'greeting'],
    ])
      assert.match(await fails(5, osc('stack', 'hook', ...line)), /has no pending hooks in state CREATE_COMPLETE/)
    assert.match(
      await fails(4, osc('stack', 'hook', 'clear', '--pre-create', done, 'none*')),
      /does not have a resource that matches 'none\*'/,
    )
    assert.match(await fails(1, osc('stack', 'hook', 'clear', '--pre-create', done, 'greeting')), /hook/i)
    await fails(4, plain('stack', 'hook', 'poll', done))
    assert.equal(await statusOf(done), 'CREATE_COMPLETE')
  })

  const missing = uniqueName('missing')
  const wrong: [number, string[], RegExp][] = [
    [4, ['stack', 'hook', 'poll', missing], /could not be found/],
    [4, ['stack', 'hook', 'clear', missing, 'a'], /could not be found/],
    [2, ['stack', 'hook', 'clear', missing], /hook/],
    [2, ['stack', 'hook', 'poll'], /stack/],
    [2, ['stack', 'hook', 'poll', '--nested-depth', 'deep', missing], /--nested-depth/],
    [2, ['stack', 'hook', 'clear', '--pre-create', '--pre-update', missing, 'a'], /--pre-(create|update)/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.join(' ')} ends with ${status}`, async () => assert.match(await fails(status, osc(...line)), message))
  }
})
