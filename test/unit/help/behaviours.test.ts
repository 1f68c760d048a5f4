import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {behavioursOf} from '../../golden/behaviours/behave.ts'
import {CLOUDS} from '../../golden/help/clouds.ts'

describe('what help, hints and failures say, by cloud and audience', function () {
  this.timeout(180_000)
  for (const name of Object.keys(CLOUDS))
    it(`is as expected of the cloud '${name}'`, async () => {
      const expected = readFileSync(new URL(`../../golden/behaviours/${name}.txt`, import.meta.url), 'utf8')
      assert.equal(await behavioursOf(name), expected)
    })
})
