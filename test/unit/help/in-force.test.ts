import assert from 'node:assert/strict'
import type {FlagFacts} from '#help/facts'
import {inForceNote} from '#help/in-force'

const width: FlagFacts = {name: 'max-width', type: 'option', env: 'WIDTH', char: 'w', default: 80}
const fit: FlagFacts = {name: 'fit', type: 'boolean', env: 'FIT', allowNo: true}
const tag: FlagFacts = {name: 'tag', type: 'option', multiple: true}
const password: FlagFacts = {name: 'password', type: 'option', env: 'PASSWORD'}
const all = [width, fit, tag, password]

describe('the value of an option in force', () => {
  const cases: [string, FlagFacts, string[], Record<string, string>, string[]][] = [
    [
      'is what the line gives',
      width,
      ['--max-width', '7', '--help'],
      {WIDTH: '9'},
      ['Current value: 7 (--max-width).'],
    ],
    ['behind =', width, ['--max-width=7'], {}, ['Current value: 7 (--max-width).']],
    ['by a letter', width, ['-w', '7'], {}, ['Current value: 7 (--max-width).']],
    ['by a beginning', width, ['--max', '7'], {}, ['Current value: 7 (--max-width).']],
    ['is the last one', width, ['--max-width', '7', '--max-width', '8'], {}, ['Current value: 8 (--max-width).']],
    ['is its variable', width, [], {WIDTH: '9'}, ['Current value: 9 (WIDTH).']],
    ['is its default', width, [], {WIDTH: ''}, ['Default: 80.']],
    ['of a switch is on', fit, ['--fit'], {}, ['Current value: on (--fit).']],
    ['of a switch is off by its name', fit, ['--no-fit'], {FIT: '1'}, ['Current value: off (--fit).']],
    ['of a switch is off by its variable', fit, [], {FIT: '0'}, ['Current value: off (FIT).']],
    ['is all of several', tag, ['--tag', 'a', '--tag', 'b'], {}, ['Current value: a, b (--tag).']],
    ['is kept when it is a secret', password, [], {PASSWORD: 'pw'}, ['Current value: (secret) (PASSWORD).']],
    ['is nothing where nobody set it', tag, ['--', '--tag', 'a'], {}, []],
  ]
  for (const [title, flag, line, env, expected] of cases)
    it(title, () => assert.deepEqual(inForceNote(flag, all, {line, env}), expected))
})
