import assert from 'node:assert/strict'
import {packageJson} from '#authoring/rules/package'
import type {JsonObject} from '#json'
import {makePlace, removePlace} from '../../support/place.ts'

const INDEX = {plugins: [], commands: {}, aliases: {}, formatters: {}, hooks: [], shadowed: {}, hidden: [], broken: []}

describe('osc plugins lint on osc.advises', () => {
  const place = makePlace()
  after(() => removePlace(place))

  const sections: [string, JsonObject, boolean][] = [
    ['left out', {}, true],
    ['with remedies', {help: './dist/help.js', advises: ['UnknownCloud', 'EAI_AGAIN']}, true],
    ['without remedies', {advises: ['UnknownCloud']}, false],
    ['with a code that is none', {help: './dist/help.js', advises: ['UnknownClod']}, false],
    ['that is no list', {help: './dist/help.js', advises: 'UnknownCloud'}, false],
    ['of other things', {help: './dist/help.js', advises: [7]}, false],
  ]
  for (const [what, osc, good] of sections) {
    it(`${good ? 'takes' : 'minds'} one ${what}`, async () => {
      const found = await packageJson({root: place.work, packageJson: {osc}, commands: [], index: INDEX, known: INDEX})
      assert.equal(
        found.some(({message}) => message.startsWith('osc.advises')),
        !good,
      )
    })
  }
})
