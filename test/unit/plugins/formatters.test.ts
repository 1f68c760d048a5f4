import assert from 'node:assert/strict'
import {asArray, asObject} from '#json'
import {oscPerTest} from '../../support/per-test.ts'
import {makePluginPlace, type PluginPlace} from '../../support/plugin-fixture.ts'

const FLAGS = {
  flags: {
    format: {
      name: 'format',
      char: 'f',
      type: 'option',
      description: 'Output format',
      options: ['csv', 'json', 'table', 'value', 'yaml'],
      helpGroup: 'OUTPUT',
      multiple: false,
    },
  },
}

/** A list of so many rows; `before` is run at each. */
const listing = (count: number, before = '') => `import {Formatted, ListCommand} from '@osc-cli/core'
async function* rows() {
  for (let id = 1; id <= ${count}; id += 1) {
    ${before}
    yield {id, name: 'x\\u001b[31m' + id, size: null}
  }
}
export default class List extends ListCommand {
  async run() {
    await this.parse(List)
    await this.table({ID: 'id', Name: 'name', Size: ({id}) => new Formatted({bytes: id}, () => id + ' B')}, rows())
  }
}
`

const SHOW = `import {ShowCommand} from '@osc-cli/core'
export default class Show extends ShowCommand {
  async run() {
    await this.parse(Show)
    await this.show({id: 7, name: 'seven'})
  }
}
`

const NDJSON = `import {defineFormatter, objectOf} from '@osc-cli/core'
export default defineFormatter({
  async *list({columns, rows}) {
    for await (const row of rows) yield JSON.stringify(objectOf(columns, row)) + '\\n'
  },
  show: ({names, values}, {noindent}) => JSON.stringify(objectOf(names, values), null, noindent ? 0 : 1) + '\\n',
})
`

describe('an output format of a plugin', () => {
  const osc = oscPerTest()
  let place: PluginPlace

  const module = './dist/format.js'
  const add = (name: string, text: string, commands: Record<string, string> = {}, format = 'ndjson') =>
    place.plugin(`data/node_modules/${name}`, name, {
      osc: {namespaces: [name], formatters: {[format]: {module, summary: 'An object a line.'}}},
      commands,
      raw: {'dist/format.js': text},
    })
  const lines = {'thing:list': listing(3), 'thing:show': SHOW}

  beforeEach(() => {
    place = makePluginPlace(osc.place.root)
    place.note('lines', 'other')
    place.plugin('data/node_modules/other', 'other', {commands: {'other:go': {}}})
  })

  it('prints lists and single things, of any plugin, with columns and sorting', async () => {
    add('lines', NDJSON, lines)
    const list = await osc('thing', 'list', '-f', 'ndjson')
    assert.deepEqual([list.status, list.stderr], [0, ''])
    assert.deepEqual(
      list.stdout.split('\n', 3).map((line) => JSON.parse(line)),
      [1, 2, 3].map((id) => ({ID: id, Name: `x\u001b[31m${id}`, Size: {bytes: id}})),
    )
    const some = await osc('thing', 'list', '--format=ndjson', '-c', 'ID', '--sort-column', 'ID', '--sort-descending')
    assert.equal(some.stdout, '{"ID":3}\n{"ID":2}\n{"ID":1}\n')
    assert.equal((await osc('thing', 'show', '-f', 'ndjson', '--noindent')).stdout, '{"id":7,"name":"seven"}\n')
    const core = await osc('plugins', 'conflicts', '-f', 'ndjson')
    assert.deepEqual([core.status, core.stdout], [0, ''])
  })

  it('cannot steer a terminal with what a server sent', async () => {
    add('lines', NDJSON.replace("+ '\\n'", "+ columns.map((_, at) => row[at]).join('') + '\\n'"), lines)
    const {stdout} = await osc(['thing', 'list', '-f', 'ndjson', '-c', 'Name'], {terminal: {}})
    assert.match(stdout, /\ufffd\[31m1/)
    assert.ok(!stdout.includes('\u001b[31m'))
  })

  it('is listed by the page of the command, the topic and completion', async () => {
    add('lines', NDJSON)
    place.plugin('data/node_modules/other', 'other', {commands: {'other:list': FLAGS}})
    assert.match((await osc('other', 'list', '--help')).stdout, /csv\|json\|ndjson\|table\|value\|yaml/)
    assert.match((await osc('help', 'output')).stdout, /-f ndjson +An object a line\. From lines\./)
    const complete = await osc('__complete', 'zsh', 'nd', 'osc', 'other', 'list', '-f')
    assert.equal(complete.stdout, 'values\nndjson\n')
  })

  it('is named among the choices where none such is', async () => {
    add('lines', NDJSON, lines)
    const {status, stderr} = await osc('thing', 'list', '-f', 'toml')
    assert.equal(status, 2)
    assert.match(stderr, /cannot be 'toml'.*\n.*csv, json, ndjson, table, value, yaml/)
  })

  it('is loaded only when it is chosen', async () => {
    add('lines', 'process.stdout.write("loaded"); throw new Error("loaded")', lines)
    for (const format of ['json', 'csv', 'table']) {
      const {status, stdout, stderr} = await osc('thing', 'list', '-f', format)
      assert.deepEqual([status, stdout.includes('loaded'), stderr], [0, false, ''], format)
    }
    for (const line of ['help output', 'thing list --help', 'plugins conflicts'])
      assert.doesNotMatch((await osc(...line.split(' '))).stdout, /loaded/)
  })

  const BROKEN: Record<string, [string, RegExp]> = {
    'does not parse': ['export default {', /does not load: syntax error: /],
    'lacks a package': ["import 'left-pad-of-nobody'", /does not load: the required package 'left-pad-of-nobody' /],
    'exports nothing': [
      'export const list = 1',
      /does not load: its module does not export list and show as default\.\n/,
    ],
    throws: [NDJSON.replace('yield', "throw new Error('no luck.\\ntoday'); yield"), /failed: no luck\.\n/],
    'throws at once': [
      NDJSON.replace('async *list', 'list').replace('for await', "throw 'thing'\n//"),
      /failed: thing\.\n/,
    ],
    'does not return text': [
      NDJSON.replace('yield JSON', 'yield row; JSON'),
      /failed: the formatter returned object instead of text\.\n/,
    ],
    'leaves rows out': [
      NDJSON.replace("+ '\\n'\n", "+ '\\n'; for await (const row of rows) break;\n").replace(
        'for await (const row of rows) yield',
        'for await (const row of rows) if (row) { yield 1 + "\\n"; break }\n//',
      ),
      /failed: the formatter did not read all rows\.\n/,
    ],
  }
  for (const [what, [text, says]] of Object.entries(BROKEN)) {
    it(`that ${what} ends with an error that names it, and prints nothing`, async () => {
      add('lines', text, lines)
      const {status, stdout, stderr} = await osc('thing', 'list', '-f', 'ndjson')
      assert.deepEqual([status, stdout], [1, ''], stderr)
      assert.match(stderr, says)
      assert.match(stderr, /^Formatter 'ndjson' of plugin lines 1\.0\.0 /)
      assert.match(stderr, /Check the plugin: osc plugins doctor lines\n$/)
    })
  }

  it('that fails late leaves a list that ends inside a line', async () => {
    const late = NDJSON.replace('yield', 'if (row[0] > 2500) throw new Error("late"); else yield')
    add('lines', late, {'thing:list': listing(3000)})
    const {status, stdout, stderr} = await osc('thing', 'list', '-f', 'ndjson')
    assert.equal(status, 1)
    assert.match(stderr, /failed: late\.\n/)
    const all = stdout.split('\n')
    assert.ok(all.length > 500, `${all.length}`)
    assert.throws(() => JSON.parse(all.at(-1) ?? '{}'), SyntaxError)
  })

  it('that swallows what the cloud said does not hide it', async () => {
    const deaf = NDJSON.replace('for await', 'try { for await').replace("+ '\\n'\n", "+ '\\n' } catch {}\n")
    const fails = "if (id === 3) throw new (await import('@osc-cli/core')).NotFoundError('Gone.')"
    add('lines', deaf, {'thing:list': listing(3, fails)})
    const {status, stdout, stderr} = await osc('thing', 'list', '-f', 'ndjson')
    assert.deepEqual([status, stdout, stderr.split('\n')[0]], [4, '', 'Gone.'])
  })

  it('may say on purpose that it does not fit', async () => {
    const choosy = NDJSON.replace('yield', "throw new (await import('@osc-cli/core')).UsageError('Too wide.'); yield")
    add('lines', choosy, lines)
    const {status, stderr} = await osc('thing', 'list', '-f', 'ndjson')
    assert.deepEqual([status, stderr.split('\n')[0]], [2, 'Too wide.'])
  })

  it('holds no rows: the first is written while later ones are not there', async () => {
    add('lines', NDJSON, {'thing:list': listing(200_000)})
    const {status, stdout} = await osc(['thing', 'list', '-f', 'ndjson'], {
      env: {NODE_OPTIONS: '--max-old-space-size=40'},
    })
    assert.deepEqual([status, stdout.split('\n').length], [0, 200_001])
  })

  it('cannot take the name of a format of the core', async () => {
    add('lines', NDJSON, lines, 'json')
    assert.match((await osc('thing', 'list', '-f', 'json')).stdout, /^\[\n/)
    const [conflict] = asArray(JSON.parse((await osc('plugins', 'conflicts', '-f', 'json')).stdout)).map(asObject)
    assert.deepEqual([conflict?.Kind, conflict?.Name, conflict?.Winner], ['formatter', 'json', '@osc-cli/core'])
  })

  it('belongs to the first of two; conflicts and doctor name the other', async () => {
    add('lines', NDJSON, lines)
    add('other', NDJSON.replace('objectOf(columns, row)', '1'))
    assert.match((await osc('thing', 'list', '-f', 'ndjson')).stdout, /^\{"ID":1/)
    const [conflict] = asArray(JSON.parse((await osc('plugins', 'conflicts', '-f', 'json')).stdout)).map(asObject)
    assert.deepEqual(conflict, {Kind: 'formatter', Name: 'ndjson', Winner: 'lines', Loser: 'other', 'Run As': ''})
    const {status, stdout} = await osc('plugins', 'doctor', 'lines', 'other')
    assert.equal(status, 1)
    assert.match(
      stdout,
      /^lines 1\.0\.0: ok\nother 1\.0\.0:\n {2}Formatter 'ndjson' is never used: lines provides one with the same name\./,
    )
  })

  it('is examined by doctor', async () => {
    add('lines', 'throw new Error("no luck")', lines)
    const {status, stdout} = await osc('plugins', 'doctor', 'lines')
    assert.equal(status, 1)
    assert.match(stdout, /Formatter 'ndjson' of plugin lines 1\.0\.0 does not load: no luck\.\n/)
  })

  const BAD_SECTIONS: [unknown, RegExp][] = [
    [{toml: 5}, /osc\.formatters\.toml does not have a module and a summary/],
    [{'../x': {module, summary: 's'}}, /'\.\.\/x' is not a format name/],
    [['toml'], /osc\.formatters is not an object/],
  ]
  for (const [formatters, says] of BAD_SECTIONS) {
    it(`declared as ${JSON.stringify(formatters)} is refused with the plugin`, async () => {
      place.plugin('data/node_modules/lines', 'lines', {osc: {formatters}})
      const {stdout} = await osc('plugins', 'doctor', 'lines')
      assert.match(stdout, says)
    })
  }
})
