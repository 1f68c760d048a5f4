import assert from 'node:assert/strict'
import {type CommandContext, InterruptedError, OscError} from '@osc-cli/core'
import {beforeEach, describe, it} from 'mocha'
import {Batch} from '../../src/batch.ts'

describe('a batch of transfers', () => {
  let notes: string[] = []
  beforeEach(() => {
    notes = []
  })
  const command = {
    note: async (text: string) => void notes.push(text),
    progress: async () => {},
  } as unknown as CommandContext
  const numbers = (count: number) => Array.from({length: count}, (_, index) => index)

  it('works on several at a time, not more, and keeps the order of the results', async () => {
    const batch = new Batch(command, 'Testing', 3)
    let [running, most] = [0, 0]
    const results = batch.run(numbers(100), String, async (number) => {
      running += 1
      most = Math.max(most, running)
      for (let turn = 0; turn <= number % 5; turn += 1) await new Promise(setImmediate)
      running -= 1
      return number
    })
    assert.deepEqual(await Array.fromAsync(results), numbers(100))
    assert.equal(most, 3)
    batch.finish(() => '')
  })

  it('reads items no further ahead than needed', async () => {
    const batch = new Batch(command, 'Testing', 2)
    let read = 0
    function* items() {
      for (; read < 10_000; read += 1) yield read
    }
    const results = batch.run(items(), String, async (number) => number)
    await results.next()
    assert.ok(read < 100, String(read))
    await results.return(undefined)
  })

  it('counts one object and several objects', async () => {
    const progress: string[] = []
    const counting = {
      ...command,
      progress: async (text: string) => void progress.push(text),
    } as unknown as CommandContext
    await Array.fromAsync(new Batch(counting, 'Uploading', 1).run([1, 2], String, async (number) => number))
    assert.deepEqual(progress, ['Uploading: 1 object', 'Uploading: 2 objects', ''])
  })

  const failing = async (number: number) => {
    if (number % 2 === 0) throw new OscError(`no ${number}`)
    return number
  }

  it('reports failures as they come, and their number with the command at the end', async () => {
    const batch = new Batch(command, 'Testing', 2)
    assert.deepEqual(await Array.fromAsync(batch.run(numbers(5), String, failing)), [1, 3])
    assert.deepEqual(notes.toSorted(), ['0: no 0', '2: no 2', '4: no 4'])
    assert.throws(() => batch.finish(() => 'osc again'), {message: '3 of 5 objects failed.', hint: 'Retry: osc again'})
  })

  it('fails as itself when there is one item', async () => {
    const batch = new Batch(command, 'Testing', 2)
    await assert.rejects(Array.fromAsync(batch.run([0], String, failing)), {message: 'no 0'})
    assert.deepEqual(notes, [])
  })

  it('stops when the disk is full', async () => {
    const batch = new Batch(command, 'Testing', 2)
    let started = 0
    const full = async () => {
      started += 1
      await Promise.resolve()
      throw new OscError('full', {cause: Object.assign(new Error(), {code: 'ENOSPC'})})
    }
    await assert.rejects(Array.fromAsync(batch.run(numbers(1000), String, full)), {message: 'full'})
    assert.ok(started <= 32, String(started))
  })

  it('reports how much is complete when it is interrupted', async () => {
    const batch = new Batch(command, 'Testing', 1)
    const results = batch.run(numbers(5), String, async (number) => {
      if (number === 2) throw new InterruptedError('SIGINT')
      return number
    })
    await assert.rejects(Array.fromAsync(results), InterruptedError)
    assert.deepEqual(notes, ['Testing was interrupted: 2 objects are complete.'])
  })
})
