import assert from 'node:assert/strict'
import {existsSync, readFileSync} from 'node:fs'
import {npm} from '#plugins/installing/npm'
import {makePluginPlace, type PluginPlace} from '../../support/plugin-fixture.ts'
import {repository} from '../../support/program.ts'

describe('npm, as plugins are installed with it', function () {
  this.timeout(60_000)
  let place: PluginPlace
  const run = (...args: string[]) => {
    const env = {HOME: place.root, PATH: process.env.PATH, OS_PASSWORD: 'lovelace', npm_config_offline: 'true'}
    return npm(args, {cwd: place.at('stage'), coreRoot: repository, env, signal: new AbortController().signal})
  }
  beforeEach(() => {
    place = makePluginPlace()
    place.write('package/package.json', {name: 'trial', version: '1.0.0'})
    place.write('stage/package.json', {name: 'osc', private: true, scripts: {show: 'env'}})
  })
  afterEach(() => place.remove())

  for (const setting of [
    'package-lock=false',
    'save=false',
    'global=true',
    'save-dev=true',
    'dry-run=true',
    'package-lock-only=true',
  ])
    it(`does the same where ~/.npmrc has ${setting}`, async () => {
      place.write('.npmrc', `${setting}\nprefix=${place.at('elsewhere')}\n`)
      await run('install', place.at('package'), '--ignore-scripts', '--omit=dev')
      assert.ok(existsSync(place.at('stage/node_modules/trial')))
      assert.ok(existsSync(place.at('stage/package-lock.json')))
      const {dependencies} = JSON.parse(readFileSync(place.at('stage/package.json'), 'utf8')) as {dependencies?: object}
      assert.deepEqual(Object.keys(dependencies ?? {}), ['trial'])
    })

  it('does not see the credentials of clouds', async () => {
    assert.doesNotMatch(await run('run', 'show'), /lovelace/)
  })
})
