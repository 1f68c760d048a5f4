import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {asArray, asObject} from '@osc-cli/core'
import {oscOnCloud} from '@osc-cli/core/test/integration/support/cloud'
import {lacks} from '@osc-cli/core/test/integration/support/features'
import {ids, times} from '@osc-cli/core/test/integration/support/masks'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {same} from '@osc-cli/core/test/integration/support/same'
import {before, describe, it} from 'mocha'
import {RECORD_FORMATS} from './support/formats.ts'
import {makeStack, reached, recordOf, settled, stackNames, statusOf, undoStack} from './support/stacks.ts'
import {TEMPLATE} from './support/templates.ts'

const FORMATS = ['table', 'json'] as const

/** The state at the time of the request. */
const states = (text: string) => text.replace(/(IN_PROGRESS|COMPLETE)/g, 'STATE')

type Pairs = readonly (readonly [format: string, stack: string])[]

/** How often an action of the stack has completed. */
async function completed(stack: string, action: string): Promise<number> {
  const {events} = await recordOf(`/stacks/${stack}/events`)
  return asArray(events)
    .map(asObject)
    .filter((event) => event.resource_name === stack && event.resource_status === `${action}_COMPLETE`).length
}

/** Waits until the action has completed this often: the status alone may be that of an earlier action. */
async function come(stack: string, action: string, often: number): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(250))
    if ((await completed(stack, action)) >= often) return
  throw new Error(`${action} of stack ${stack} does not complete.`)
}

// A stack for each format, so that Heat works on all of them at once.
describe('actions on stacks are printed as openstack prints them', function () {
  this.timeout(180_000)
  const osc = oscOnCloud()
  const fresh = stackNames()
  const stacks = FORMATS.map((format) => [format, fresh(format)] as const)
  const adopted = FORMATS.map((format) => [format, fresh(`adopted-${format}`)] as const)
  const masks = [ids, times, states]

  /** The line for each format's stack, which has come to rest before the next one touches it. */
  const acted = (
    pairs: Pairs,
    action: string,
    line: (stack: string) => string[],
    back: (stack: string) => Promise<unknown> = async () => {},
  ) =>
    Promise.all(
      pairs.map(async ([format, stack]) => {
        const before = await completed(stack, action)
        const undo = () => come(stack, action, before + 1).then(() => back(stack))
        await same(line(stack), {formats: [format], masks, cwd: osc.place.work, undo})
        await come(stack, action, before + 2)
      }),
    )
  const made = (pairs: Pairs, line: (stack: string) => string[]) =>
    Promise.all(
      pairs.map(async ([format, stack]) => {
        await same(line(stack), {formats: [format], masks, cwd: osc.place.work, undo: () => undoStack(stack)})
        await settled(stack)
      }),
    )

  before(() => writeFileSync(join(osc.place.work, 'web.yaml'), TEMPLATE))

  it('create', async () => {
    await made(stacks, (stack) => ['stack', 'create', '-t', 'web.yaml', '--tags', 'a,b', stack])
  })

  it('adopt', async function () {
    lacks(this, 'stack-adopt')
    const [, source = ''] = stacks[0] ?? []
    writeFileSync(join(osc.place.work, 'adopt.json'), await ok(osc('stack', 'export', source)))
    await made(adopted, (stack) => ['stack', 'adopt', '--adopt-file', 'adopt.json', stack])
  })

  it('update', async () => {
    await acted(stacks, 'UPDATE', (stack) => ['stack', 'update', '--existing', '--parameter', 'text=new', stack])
  })

  it('update with --dry-run', async () => {
    const [, stack = ''] = stacks[0] ?? []
    const line = ['stack', 'update', '--existing', '--dry-run', '--parameter', 'text=other', stack]
    await same(line, {formats: RECORD_FORMATS, masks})
  })

  for (const [verb, back] of [
    ['suspend', 'resume'],
    ['resume', 'suspend'],
    ['check', undefined],
  ] as const) {
    it(verb, async () => {
      const undone = async (stack: string) => back && (await ok(osc('stack', back, '--wait', stack)))
      // A stack that an earlier attempt left in this state does not change any more.
      for (const [, stack] of stacks)
        if ((await statusOf(stack)) === `${verb.toUpperCase()}_COMPLETE`) await undone(stack)
      await acted(stacks, verb.toUpperCase(), (stack) => ['stack', verb, stack], undone)
    })
  }

  it('resource mark, which prints nothing', async () => {
    const [, stack = ''] = stacks[0] ?? []
    await same(['stack', 'resource', 'mark', 'unhealthy', stack, 'random', 'broken'], {undo: async () => {}})
  })

  it('cancel', async () => {
    const name = fresh('cancelled')
    const begin = async () => {
      await settled(name)
      await ok(osc('stack', 'update', '--existing', '--parameter', 'wait=6', '--parameter', 'text=slow', name))
      await reached(name, 'UPDATE_IN_PROGRESS')
    }
    await makeStack(name)
    await begin()
    const undo = async () => {
      await settled(name)
      await ok(osc('stack', 'update', '--existing', '--parameter', 'wait=0', '--wait', name))
      await begin()
    }
    const progress = (text: string) => text.replace(/(ROLLBACK|UPDATE)_STATE/g, 'STATE')
    await same(['stack', 'cancel', name], {formats: ['json'], masks: [...masks, progress], undo})
    await settled(name)
  })
})
