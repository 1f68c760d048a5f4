import assert from 'node:assert/strict'
import {nounEntries, nounsOf} from '#help/nouns-and-verbs'

const ids = [
  'group list',
  'group add user',
  'stack hook poll',
  'stack list',
  'stack failures list',
  'token issue',
  'whoami',
]

describe('nouns and their verbs', () => {
  const cases: [string, [string, string | undefined]][] = [
    ['group list', ['group', 'list']],
    ['group add user', ['group', 'add user']],
    ['stack hook poll', ['stack', 'hook poll']],
    ['stack failures list', ['stack failures', 'list']],
    ['token issue', ['token', 'issue']],
    ['whoami', ['whoami', undefined]],
  ]
  const parts = nounsOf(ids)
  for (const [id, expected] of cases) it(id, () => assert.deepEqual(parts(id), expected))

  it('mark verbs of two words, so that no line breaks within one', () => {
    const commands = ids.map((id) => ({id, flags: {}, args: {}}))
    assert.deepEqual(nounEntries(commands, new Map([['group', 'no such service']])), {
      entries: [
        ['group', 'add user, list. Not available: no such service.'],
        ['stack', 'hook poll, list'],
        ['stack failures', 'list'],
        ['token', 'issue'],
        ['whoami', ''],
      ],
      whole: ['add user', 'hook poll'],
    })
  })
})
