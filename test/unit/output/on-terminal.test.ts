import assert from 'node:assert/strict'
import {writeList} from '#output/list'
import {writeShow} from '#output/show'
import {stateColour} from '#output/state-colour'
import {keepWords} from '#output/table-widths'
import type {Sink} from '#output/types'

const ID = '0f1e2d3c-0f1e-2d3c-4b5a-69788796a5b4'
const WORDS = 'a description of many words that is too long for the terminal'

function terminal(width: number): Sink & {text: () => string} {
  const chunks: string[] = []
  return {isTTY: true, width, write: async (chunk) => void chunks.push(String(chunk)), text: () => chunks.join('')}
}

describe('tables on a terminal', () => {
  const data = () => ({columns: ['ID', 'Description', 'Status'], rows: [[ID, WORDS, 'ACTIVE']]})
  const widthsOf = (text: string) =>
    new Set(
      text
        .trimEnd()
        .split('\n')
        .map((line) => line.length),
    )

  it('fit, and keep IDs whole', async () => {
    const sink = terminal(80)
    await writeList(data(), {format: 'table'}, sink)
    assert.deepEqual([...widthsOf(sink.text())], [80])
    assert.match(sink.text(), new RegExp(ID))
  })

  it('are as wide as they need with --max-width 0', async () => {
    const sink = terminal(80)
    await writeList(data(), {format: 'table', 'max-width': 0}, sink)
    assert.match(sink.text(), new RegExp(WORDS))
  })

  it('break IDs with --fit-width, as openstack does', async () => {
    const sink = terminal(80)
    await writeList(data(), {format: 'table', 'fit-width': true}, sink)
    assert.doesNotMatch(sink.text(), new RegExp(ID))
  })

  it('color states, and nothing else', async () => {
    const sink = terminal(200)
    await writeList({columns: ['Name', 'Status'], rows: [['ERROR', 'ERROR']]}, {format: 'table'}, sink, {colour: true})
    assert.match(sink.text(), /\| ERROR \| \x1b\[31mERROR \x1b\[39m \|/)
    const one = terminal(200)
    await writeShow({names: ['name', 'stack_status'], values: ['ACTIVE', 'CREATE_COMPLETE']}, {}, one, {colour: true})
    assert.match(one.text(), /\x1b\[32mCREATE_COMPLETE\x1b\[39m/)
    assert.doesNotMatch(one.text(), /\x1b\[\d+mACTIVE/)
  })
})

describe('the color of a state', () => {
  const [red, yellow, green] = ['\x1b[31m', '\x1b[33m', '\x1b[32m']
  const states: [string, string | undefined][] = [
    ['ERROR', red],
    ['error_deleting', red],
    ['CREATE_FAILED', red],
    ['alarm', red],
    ['BUILD', yellow],
    ['UPDATE_IN_PROGRESS', yellow],
    ['deleting', yellow],
    ['RUNNING', yellow],
    ['insufficient data', yellow],
    ['DOWN', yellow],
    ['ACTIVE', green],
    ['available', green],
    ['in-use', green],
    ['CREATE_COMPLETE', green],
    ['SUCCESS', green],
    ['SHUTOFF', undefined],
    ['', undefined],
    [`${'PENDING '.repeat(20)}`, undefined],
  ]
  for (const [state, code] of states)
    it(`is ${JSON.stringify(code)} for '${state}'`, () => {
      assert.equal(stateColour(state)?.('').replace('\x1b[39m', ''), code)
    })
})

describe('narrower columns', () => {
  const rows = [['0'.repeat(36), 'word '.repeat(30).trim()]]
  const fit = {headers: [2, 4], minWidth: 8}

  it('take from what has short words', () => {
    assert.deepEqual(keepWords([36, 149], rows, {...fit, room: 80}), [36, 37])
  })

  it('keep only IDs whole where words do not fit', () => {
    const narrow = [['0'.repeat(32), 'orchestration', 'cloudformation']]
    assert.deepEqual(keepWords([32, 13, 14], narrow, {headers: [2, 4, 4], minWidth: 8, room: 60}), [32, 9, 9])
  })

  it('break words where nothing else is left', () => {
    assert.deepEqual(keepWords([36, 149], rows, {...fit, room: 40}), [16, 17])
  })

  it('stay as they are where there is room', () => {
    assert.deepEqual(keepWords([36, 149], rows, {...fit, room: undefined}), [36, 149])
  })
})
