import assert from 'node:assert/strict'
import {optionGroups} from '#help/option-groups'

describe('the headings of options', () => {
  const cases: [string, string][] = [
    ['project-domain', 'DOMAIN OPTIONS'],
    ['dns-domain', 'OPTIONS'],
    ['limit', 'PAGE OPTIONS'],
    ['wait', 'WAIT OPTIONS'],
    ['name', 'OPTIONS'],
  ]
  for (const [name, title] of cases)
    it(`--${name}: ${title}`, () => {
      const found = optionGroups([{name, type: 'option'}]).find(({flags}) => flags.length > 0)
      assert.equal(found?.title, title)
    })
})
