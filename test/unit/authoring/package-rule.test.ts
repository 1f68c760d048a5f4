import assert from 'node:assert/strict'
import {packageJson} from '#authoring/rules/package'
import type {JsonObject} from '#json'
import {makePlace, removePlace} from '../../support/place.ts'
import {repository} from '../../support/program.ts'

const INDEX = {plugins: [], commands: {}, aliases: {}, formatters: {}, hooks: [], shadowed: {}, hidden: [], broken: []}

describe('osc plugins lint on osc.advises', () => {
  const place = makePlace()
  after(() => removePlace(place))

  const files: [string, JsonObject, RegExp][] = [
    [
      'a module of the sandbox',
      {sandbox: './dist/sandbox.js'},
      /osc\.sandbox names a missing file: \.\/dist\/sandbox\.js/,
    ],
    ['a data file', {data: './data.json'}, /osc\.data names a missing file/],
  ]
  for (const [what, osc, expected] of files)
    it(`finds that ${what} is missing`, async () => {
      const plugin = {
        root: place.work,
        packageJson: {osc},
        commands: [],
        index: INDEX,
        known: INDEX,
        coreRoot: repository,
      }
      assert.match((await packageJson(plugin)).map(({message}) => message).join('\n'), expected)
    })

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
      const found = await packageJson({
        root: place.work,
        packageJson: {osc},
        commands: [],
        index: INDEX,
        known: INDEX,
        coreRoot: repository,
      })
      assert.equal(
        found.some(({message}) => message.startsWith('osc.advises')),
        !good,
      )
    })
  }
})
