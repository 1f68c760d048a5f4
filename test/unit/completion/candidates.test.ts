import assert from 'node:assert/strict'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {complete} from '#completion/candidates'
import {makeTable} from '#completion/make-table'
import {readTable, type Table} from '#completion/table'
import {fixedIndex} from '../../support/fixed-core.ts'

const PEOPLE = [
  {value: 'alice', summary: 'enabled'},
  {value: 'alan', summary: ''},
  {value: 'bob', summary: ''},
]
const OTHERS: Readonly<Record<string, string>> = {cloud: 'prod', 'region of the cloud': 'east'}
const names = (noun: string) =>
  noun === 'user' ? PEOPLE : OTHERS[noun] === undefined ? [] : [{value: OTHERS[noun], summary: ''}]

describe('what completion offers at the cursor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'osc-test-'))
  const file = join(folder, 'table.txt')
  const index = fixedIndex()

  writeFileSync(file, makeTable(index, [], ['@osc-cli/plugin-x']))
  const table = readTable(file) as Table
  after(() => rmSync(folder, {recursive: true}))

  const offers = (line: string) => {
    const words = line.split(' ')
    const {candidates, files} = complete(words.slice(0, -1), words.at(-1) ?? '', table, names)
    return files ? 'files' : candidates.map(({value}) => value)
  }

  const cases: [string, string[] | 'files'][] = [
    ['sta', ['stack']],
    ['hea', ['heat']],
    ['stack sn', ['snapshot']],
    ['heat stack sn', ['snapshot']],
    ['stack snapshot li', ['list']],
    ['--os-cloud stack stack sn', ['snapshot']],
    ['-v stack sn', ['snapshot']],
    ['stack list --nes', ['--nested']],
    ['stack list --nested --nes', []],
    ['user list -f js', ['json']],
    ['user list --format=js', ['--format=json']],
    ['user list --os-interface=pub', ['--os-interface=public']],
    ['user show al', ['alice', 'alan']],
    ['user show alice ', []],
    ['user delete alice al', ['alan']],
    ['role add --user bo', ['bob']],
    ['user show -- al', ['alice', 'alan']],
    ['user show -- --do', []],
    ['stack create --template ', 'files'],
    ['stack list --os-cacert ', 'files'],
    ['project create --description ', []],
    ['--os-cloud ', ['prod']],
    ['stack list --os-cloud=', ['--os-cloud=prod']],
    ['--os-region-name ', ['east']],
    ['cloud use ', ['prod']],
    ['help stac', ['stack']],
    ['help star', ['start']],
    ['help stack snap', ['snapshot']],
    ['help heat stack snap', ['snapshot']],
    ['help envi', ['environment']],
    ['plugins install ', ['@osc-cli/plugin-x']],
    ['nonsense ', []],
    ['constructor', []],
    ['user list --unknown=x', []],
  ]
  for (const [line, expected] of cases) it(line, () => assert.deepEqual(offers(line), expected))

  it('begins with the options of the command, those of the output last', () => {
    const options = offers('stack create --')
    assert.ok(Array.isArray(options))
    assert.ok(options.indexOf('--template') < options.indexOf('--format'), options.join(' '))
    assert.deepEqual(
      options.filter((option) => option.startsWith('--os-')),
      [],
    )
    assert.ok(offers('--').includes('--os-cloud'))
    assert.ok(offers('stack create --os-c').includes('--os-cloud'))
  })

  it('says what each is', () => {
    const {candidates} = complete(['user', 'show'], 'alice', table, names)
    assert.deepEqual(candidates, [{value: 'alice', summary: 'enabled'}])
  })

  it('leaves out what excludes what is given', () => {
    const {candidates} = complete(['user', 'create', '--enable'], '--', table, names)
    const values = candidates.map(({value}) => value)
    assert.ok(values.includes('--password'))
    assert.ok(!values.includes('--disable'))
  })

  it('is not used when a file it was made from has changed', () => {
    writeFileSync(file, makeTable(index, [join(folder, 'other')]))
    assert.ok(readTable(file))
    writeFileSync(join(folder, 'other'), '')
    assert.equal(readTable(file), undefined)
  })

  it('is undefined without the file, or without a table in it', () => {
    assert.equal(readTable(join(folder, 'missing')), undefined)
    writeFileSync(file, 'no table')
    assert.equal(readTable(file), undefined)
  })
})
