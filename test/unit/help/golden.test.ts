import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {CLOUDS, furnish} from '../../golden/help/clouds.ts'
import {names, pagesOf} from '../../golden/help/pages.ts'
import {linkPlugin} from '../../golden/help/plugin.ts'
import {makeFixedPlace, runFixed} from '../../support/fixed-place.ts'
import {removePlace} from '../../support/place.ts'
import {run} from '../../support/run.ts'

describe('help pages, by cloud, on terminals and in pipes', function () {
  this.timeout(120_000)
  for (const name of names)
    it(`are as expected: ${name}`, async () => {
      const expected = readFileSync(new URL(`../../golden/help/${name}.txt`, import.meta.url), 'utf8')
      assert.equal(await pagesOf(name), expected)
    })
})

describe('an option that needs a microversion', () => {
  const cases: [string, string[], number, RegExp][] = [
    ['old', ['--host', 'h'], 2, /^Option --host requires compute microversion 2\.74 or later; 2\.60 is in use\.\n/],
    ['old', [], 0, /^$/],
    ['full', ['--host', 'h'], 0, /^$/],
    ['broken', ['--host', 'h'], 4, /^The catalog of this cloud does not list the compute service\.\n/],
    ['broken', [], 0, /^$/],
  ]
  for (const [cloud, options, expected, message] of cases)
    it(`${options.length > 0 ? 'given' : 'left out'} on the cloud '${cloud}': status ${expected}`, async () => {
      const place = makeFixedPlace()
      try {
        const fixture = CLOUDS[cloud]
        assert.ok(fixture)
        await furnish(place, fixture)
        linkPlugin(place)
        const argv = ['server', 'create', 'web', ...options]
        const {status, stdout, stderr, requests} = await run(argv, {place, record: true})
        assert.match(stderr, message)
        assert.deepEqual([status, stdout, requests], [expected, expected === 0 ? 'created web\n' : '', []])
      } finally {
        removePlace(place)
      }
    })
})

describe('help of a plugin whose provider fails', () => {
  const providers = {
    'that throws': 'throw new Error("no")',
    'that throws later': 'setTimeout(() => { throw new Error("no") }, 1)',
    'that prints': 'process.stdout.write("noise")',
    'that ends the process': 'process.exit(7)',
    'that never ends': 'await new Promise(() => {})',
    'that is no help': 'export default 7',
    'that prints too little': 'export default {nouns: 3, session: [null, {}]}',
  }
  for (const [what, module] of Object.entries(providers))
    it(`${what} is made from the manifest`, async () => {
      const place = makeFixedPlace()
      try {
        linkPlugin(place, module)
        const {status, stdout, stderr} = await run(['help', 'server'], {place})
        // What it prints goes where nothing is read as a result.
        assert.deepEqual([status, stderr.replace('noise', '')], [0, ''])
        assert.match(stdout, /^(?!noise)[\s\S]*server create +Create a server\n/)
      } finally {
        removePlace(place)
      }
    })
})

describe('help without cloud and cache', () => {
  for (const argv of [[], ['help', 'stack'], ['help', 'heat'], ['stack', 'create', '--help'], ['help', 'topics']])
    it(`is complete: osc ${argv.join(' ')}`, async () => {
      const {status, stdout, stderr, requests} = await runFixed(argv, {record: true})
      assert.deepEqual([status, stderr, requests], [0, '', []])
      assert.ok(stdout.split('\n').length > 8, stdout)
      assert.doesNotMatch(stdout, /not offered/)
    })
  it('keeps the first page to 50 lines', async () => {
    const {stdout} = await runFixed([])
    assert.ok(stdout.trimEnd().split('\n').length <= 50)
  })
})
