import assert from 'node:assert/strict'
import {before, describe, it} from 'mocha'
import {COLUMNS, CREATED, FILES, WRONG, wordsOf} from '../functional.ts'
import {story} from './story.ts'

const NAME = 'fn'
const files = Object.fromEntries(Object.entries(FILES).map(([file, text]) => [file, text.replaceAll('NAME', NAME)]))

describe('commands of mistralclient on the sandbox', () => {
  const {ok, refuses} = story(files)

  before(async () => {
    for (const line of CREATED) await ok(...wordsOf(line.join(' '), NAME))
  })

  refuses(
    WRONG.map(([line, status, fact]) => [
      status,
      wordsOf(line, NAME),
      new RegExp(fact.source.replaceAll('NAME', NAME), fact.flags),
    ]),
  )

  for (const [line, columns] of Object.entries(COLUMNS))
    it(`${line} has its columns`, async () => {
      const [header = ''] = (await ok(...line.split(' '), '-f', 'csv')).split('\n')
      assert.deepEqual(
        columns.filter((column) => !header.includes(`"${column}"`)),
        [],
      )
    })
})
