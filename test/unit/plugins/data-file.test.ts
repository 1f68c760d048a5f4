import assert from 'node:assert/strict'
import {globSync} from 'node:fs'
import {join} from 'node:path'
import {readDataFile} from '#plugins/data-file'
import {makePluginPlace, type PluginPlace} from '../../support/plugin-fixture.ts'
import {repository} from '../../support/program.ts'

describe('the data file of a plugin', () => {
  let place: PluginPlace
  beforeEach(() => {
    place = makePluginPlace()
  })
  afterEach(() => place.remove())

  const wrong: [string, unknown, RegExp][] = [
    ['is not JSON', '{', /^data\.json cannot be read: /],
    ['is a list', [], /^ is not an object$/],
    ['has an unknown table', {quota: []}, /^quota is not known$/],
    ['has a quota without a path', {quotas: [{service: 'x'}]}, /^quotas\[0\]\.member is missing$/],
    ['has a cleanup kind without a service', {cleanup: [{name: 'rack'}]}, /cleanup\[0\]\.service is missing/],
    ['has a synonym that is a text', {synonyms: {box: 'rack'}}, /^synonyms\.box is not a list$/],
    [
      'has a code in small letters',
      {errorCodes: [{code: 'full', status: 1, meaning: 'x'}]},
      /^errorCodes\[0\]\.code is not/,
    ],
  ]
  for (const [what, content, expected] of wrong)
    it(`that ${what} adds nothing and is reported`, () => {
      place.write('data.json', content)
      const {data, problems} = readDataFile(place.at('data.json'))
      assert.deepEqual(data, {})
      assert.match(problems.join('\n'), new RegExp(expected, 'm'))
    })

  for (const file of globSync('plugins/*/data.json', {cwd: repository}))
    it(`${file} is correct`, () => assert.deepEqual(readDataFile(join(repository, file)).problems, []))
})
