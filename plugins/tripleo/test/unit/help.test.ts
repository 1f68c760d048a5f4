import assert from 'node:assert/strict'
import {story} from './support/story.ts'

describe('the page of TripleO', () => {
  const {ok} = story()

  for (const question of ['what is an undercloud', 'OoO'])
    it(`is found by "${question}"`, async () => {
      assert.match(await ok(`search ${question}`), /^osc help tripleo$/m)
    })

  it('explains the words', async () => {
    const page = (await ok('help tripleo')).replaceAll(/\s+/g, ' ')
    for (const word of ['undercloud', 'overcloud', 'plan', 'role', 'environment', 'node', 'introspection', 'profile'])
      assert.match(page, new RegExp(`\\b${word}\\b`))
    for (const word of ['validation', 'workflow', 'stack', 'converge', 'OoO'])
      assert.match(page, new RegExp(`\\b${word}\\b`))
  })
})
