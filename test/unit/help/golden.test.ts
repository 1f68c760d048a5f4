import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {names, pagesOf} from '../../golden/help/pages.ts'
import {linkPlugin} from '../../golden/help/plugin.ts'
import {makePlace, removePlace} from '../../support/place.ts'
import {run} from '../../support/run.ts'

describe('help pages, by cloud, on terminals and in pipes', function () {
  this.timeout(120_000)
  for (const name of names)
    it(`are as expected of the cloud '${name}'`, async () => {
      const expected = readFileSync(new URL(`../../golden/help/${name}.txt`, import.meta.url), 'utf8')
      assert.equal(await pagesOf(name), expected)
    })
})

describe('help of a plugin whose provider fails', () => {
  const providers = {
    'that throws': 'throw new Error("no")',
    'that never ends': 'await new Promise(() => {})',
    'that is no help': 'export default 7',
    'that prints too little': 'export default {nouns: 3, session: [null, {}]}',
  }
  for (const [what, module] of Object.entries(providers))
    it(`${what} is made from the manifest`, async () => {
      const place = makePlace()
      try {
        linkPlugin(place, module)
        const {status, stdout, stderr} = await run(['help', 'server'], {place})
        assert.deepEqual([status, stderr], [0, ''])
        assert.match(stdout, /server create +Create a server\./)
      } finally {
        removePlace(place)
      }
    })
})

describe('help without cloud and cache', () => {
  for (const argv of [[], ['help', 'stack'], ['help', 'heat'], ['stack', 'create', '--help'], ['help', 'topics']])
    it(`is complete: osc ${argv.join(' ')}`, async () => {
      const {status, stdout, stderr, requests} = await run(argv, {record: true})
      assert.deepEqual([status, stderr, requests], [0, '', []])
      assert.ok(stdout.split('\n').length > 8, stdout)
      assert.doesNotMatch(stdout, /not offered/)
    })
  it('keeps the first page to 50 lines', async () => {
    const {stdout} = await run([])
    assert.ok(stdout.trimEnd().split('\n').length <= 50)
  })
})
