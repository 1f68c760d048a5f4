import assert from 'node:assert/strict'
import {leadingWords, matchCommand} from '#line/words'

const ids = [
  'project list',
  'project show',
  'server list',
  'server group list',
  'stack list',
  'stack create',
  'region list',
]
const heat = new Set(['stack list', 'stack create'])
const names = {
  ids,
  has: (id: string) => ids.includes(id),
  inNamespace: (word: string) => (word === 'heat' ? (id: string) => heat.has(id) : undefined),
}
const match = (line: string) => matchCommand(line.split(' '), names)

describe('the command of a line', () => {
  const found: [string, string, number, boolean][] = [
    ['project list', 'project list', 2, false],
    ['project show demo', 'project show', 2, false],
    ['server group list', 'server group list', 3, false],
    ['proj li', 'project list', 2, true],
    ['s g l', 'server group list', 3, true],
    ['heat stack list', 'stack list', 3, false],
    ['heat st cr web', 'stack create', 3, true],
  ]
  for (const [line, id, length, abbreviated] of found) {
    it(`${line} is ${id}`, () => assert.deepEqual(match(line), {id, length, abbreviated}))
  }

  it('ambiguous words list all that fit', () => assert.deepEqual(match('s l'), ['server list', 'stack list']))
  it('another plugin does not answer to a namespace', () => assert.equal(match('heat region list'), undefined))
  it('nothing fits', () => assert.equal(match('volume list'), undefined))
})

describe('the words in front of the options', () => {
  const cases: [string[], string[]][] = [
    [
      ['--os-cloud', 'x', 'region', 'list'],
      ['region', 'list'],
    ],
    [
      ['region', '--os-cloud=x', 'list'],
      ['region', 'list'],
    ],
    [
      ['-vv', 'region', '-q', 'list', 'a'],
      ['region', 'list', 'a'],
    ],
    [
      ['region', 'list', '--parent-region', 'list'],
      ['region', 'list'],
    ],
    [['region', '--', 'list'], ['region']],
    [
      ['object', 'save', '-'],
      ['object', 'save', '-'],
    ],
  ]
  for (const [argv, words] of cases) {
    it(argv.join(' '), () =>
      assert.deepEqual(
        leadingWords(argv).map(({text}) => text),
        words,
      ),
    )
  }
})
