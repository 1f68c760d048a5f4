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

  it('break IDs only after texts', () => {
    assert.deepEqual(keepWords([36, 149], rows, {...fit, room: 40}), [18, 15])
  })

  it('stay as they are where there is room', () => {
    assert.deepEqual(keepWords([36, 149], rows, {...fit, room: undefined}), [36, 149])
  })
})

describe('real tables on a terminal', () => {
  const PROJECT = '0f1e2d3c4b5a69788796a5b4c3d2e1f0'
  const flavors = {
    columns: ['ID', 'Name', 'RAM', 'Disk', 'Ephemeral', 'VCPUs', 'Is Public'],
    rows: [[ID, 'm1.small-for-tests', 2048, 20, 0, 1, true]],
  }
  const servers = {
    columns: ['ID', 'Name', 'Status', 'Networks', 'Image', 'Flavor'],
    rows: [[ID, 'web-server-1', 'ACTIVE', 'private=192.168.100.10, 203.0.113.10', 'cirros-0.6.2-x86_64', 'm1.small']],
  }
  const workflows = {
    columns: ['ID', 'Name', 'Namespace', 'Project ID', 'Tags', 'Input', 'Scope', 'Created at', 'Updated at'],
    rows: [[ID, 'hello', '', PROJECT, '<none>', 'greeting', 'private', '2026-11-30 08:57:20', 'None']],
  }
  const stacks = {
    columns: ['ID', 'Stack Name', 'Stack Status', 'Creation Time', 'Updated Time'],
    rows: [[ID, 'web-frontend', 'CREATE_COMPLETE', '2026-11-30T08:57:20Z', 'None']],
  }
  const [whole, halves] = [[ID], ['0f1e2d3c-0f1e-2d3c-', '4b5a-69788796a5b4']]
  const parts = ['0f1e2d3c-0f1e-', '2d3c-4b5a-', '69788796a5b4']
  const cases: [string, {columns: string[]; rows: (string | number | boolean)[][]}, number, string[]][] = [
    ['flavor list', flavors, 80, halves],
    ['flavor list', flavors, 100, whole],
    ['server list', servers, 80, halves],
    ['server list', servers, 100, whole],
    ['stack list', stacks, 80, halves],
    ['stack list', stacks, 100, whole],
  ]
  for (const [name, data, width, id] of cases)
    it(`${name} at ${width} columns shows an ID as ${id.join(' ')}`, async () => {
      const sink = terminal(width)
      await writeList(data, {format: 'table'}, sink)
      const lines = sink.text().trimEnd().split('\n')
      const cells = lines
        .filter((line) => line.startsWith('|'))
        .map((line) => line.split('|').map((cell) => cell.trim()))
      assert.deepEqual(
        cells.map(([, first]) => first).filter((cell) => cell && cell !== 'ID'),
        id,
      )
      assert.equal(new Set(lines.map((line) => line.length)).size, 1)
      assert.ok((lines[0] ?? '').length <= width, lines[0])
      const state = data.rows[0]?.map(String).find((cell) => /^(?:ACTIVE|CREATE_COMPLETE)$/.test(cell))
      if (state) assert.match(sink.text(), new RegExp(`\\| ${state} +\\|`))
    })

  it('break a UUID twice where once is not enough', async () => {
    const sink = terminal(75)
    await writeList(flavors, {format: 'table'}, sink)
    for (const part of parts) assert.match(sink.text(), new RegExp(`\\| ${part} +\\|`))
  })

  const narrow: [string, {columns: string[]; rows: (string | number | boolean)[][]}, number][] = [
    ['flavor list', flavors, 60],
    ['server list', servers, 60],
    ['workflow create', workflows, 100],
    ['stack list', stacks, 60],
    ['stack list', stacks, 40],
  ]
  for (const [name, data, width] of narrow)
    it(`${name} at ${width} columns shows a value a line, whole`, async () => {
      const sink = terminal(width)
      await writeList({...data, rows: [...data.rows, ...data.rows]}, {format: 'table'}, sink)
      const [first = '', second, ...more] = sink.text().split('\n\n')
      assert.deepEqual([second, more], [`${first}\n`, []])
      const lines = first.split('\n')
      assert.ok(
        lines.every((line) => line.length <= width),
        first,
      )
      for (const label of data.columns)
        assert.ok(
          lines.some((line) => line.startsWith(label)),
          label,
        )
      for (const value of data.rows.flat().filter((cell) => !String(cell).includes(' ')))
        assert.ok(
          lines.some((line) => line.toLowerCase().endsWith(String(value).toLowerCase())),
          String(value),
        )
    })

  it('set long values in several lines, and those of a record alike', async () => {
    const sink = terminal(38)
    const values = [ID, 'one two three', '', 'ACTIVE']
    await writeShow(
      {names: ['project_id', 'os-extended-volumes:detail', 'nothing', 'status'], values},
      {format: 'table'},
      sink,
    )
    assert.equal(
      sink.text(),
      [
        'project_id',
        `  ${ID}`,
        'os-extended-volumes:detail  one two',
        '                            three',
        'nothing',
        'status                      ACTIVE',
        '',
      ].join('\n'),
    )
  })
})
