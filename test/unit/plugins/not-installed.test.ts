import assert from 'node:assert/strict'
import {PassThrough} from 'node:stream'
import {chooseRemedy} from '#advice/remedies/choose'
import {CORE_REMEDIES} from '#advice/remedies/core-remedies'
import {tokenKey} from '#cloud/auth/token-key'
import {openCache} from '#cloud/cache/cache'
import {loadCloudConfig} from '#cloud/config/load'
import {OscError} from '#errors'
import {showTopic} from '#line/help'
import type {ProcessRuntime} from '#line/make-runtime'
import {discover} from '#plugins/discover'
import {handleNotInstalled} from '#plugins/not-installed'
import {systemClock} from '#terminal/clock'
import {makePluginPlace, type PluginPlace} from '../../support/plugin-fixture.ts'
import {repository} from '../../support/program.ts'

/** A core with the known plugins of this repository's build and none of them installed. */
describe('a command of a plugin that is known and not installed', () => {
  let place: PluginPlace
  let out: string[]
  let err: string[]

  beforeEach(() => {
    place = makePluginPlace()
    place.plugin('core', '@osc-cli/core', {osc: undefined, version: '0.1.0', commands: {help: {}}})
    out = []
    err = []
  })
  afterEach(() => place.remove())

  const sink = (lines: string[]) => ({write: async (text: string) => void lines.push(text), isTTY: false, width: 80})
  const io = (): ProcessRuntime => ({
    root: place.at('core'),
    coreRoot: repository,
    stdin: () => new PassThrough(),
    stdout: sink(out),
    stderr: sink(err),
    env: {OS_CLOUD: 'mine', HOME: place.root, OS_CLIENT_CONFIG_FILE: place.at('clouds.yaml')},
    cwd: place.root,
    program: 'osc',
    version: '0.1.0',
    cacheDir: place.at('cache'),
    dataDir: place.at('data'),
    clock: systemClock,
    signal: new AbortController().signal,
  })
  const answer = (line: string) => {
    const argv = line.split(' ')
    const {index} = discover({coreRoot: place.at('core'), root: place.at('core'), dataDir: place.at('data')})
    const words = argv.filter((word) => !word.startsWith('-'))
    return handleNotInstalled(argv, words, index, io())
  }
  const failure = async (line: string): Promise<OscError> => {
    try {
      await answer(line)
    } catch (error) {
      if (error instanceof OscError) return error
      throw error
    }
    return assert.fail(`${line} was no error`)
  }
  /** A log-in to the cloud `mine` whose catalog lists these types. */
  const logIn = async (...types: string[]) => {
    place.write('clouds.yaml', 'clouds: {mine: {auth: {auth_url: "http://127.0.0.1:9/v3"}}}')
    const endpoints = [{interface: 'public', region: 'one', url: 'http://127.0.0.1:9/service'}]
    const catalog = types.map((type) => ({type, name: type, endpoints}))
    const cache = openCache({dir: place.at('cache'), enabled: true})
    const config = await loadCloudConfig({options: {}, env: io().env, cwd: place.root, home: place.root})
    const label = {cloud: 'mine', scope: 'project p'}
    await cache.put('token', tokenKey(config), label, {token: 't', answer: {catalog}}, Date.now() + 60_000)
  }

  it('is reported with the plugin and the command that installs it', async () => {
    const {message, hint, exitCode, code, facts} = await failure('stack list -f json')
    assert.deepEqual([exitCode, code], [127, 'NotInstalled'])
    const {next} = chooseRemedy(
      CORE_REMEDIES,
      {code, message, service: undefined, command: undefined},
      {osc: 'osc', ...facts},
    )
    assert.deepEqual(next, ['osc plugins install @osc-cli/plugin-heat'])
    assert.equal(message, "'stack list' is a command of @osc-cli/plugin-heat (Orchestration), which is not installed.")
    assert.deepEqual(hint?.split('\n').slice(0, 2), [
      'Install the plugin: osc plugins install @osc-cli/plugin-heat',
      'Or install every osc plugin: osc plugins install @osc-cli/all',
    ])
  })

  it('says nothing of a service when the plugin has none', async () => {
    const {hint} = await failure('sandbox start')
    assert.equal(hint?.split('\n').length, 2)
  })

  it('is found after its namespace and with arguments', async () => {
    for (const line of ['heat stack list', 'stack show mine', 'keystone project list'])
      assert.equal((await failure(line)).code, 'NotInstalled', line)
  })

  for (const [what, types, says] of [
    [
      'offers its service',
      ['identity', 'orchestration'],
      'Cloud mine offers the orchestration service (catalog, 0 s old).',
    ],
    ['does not', ['identity'], 'Cloud mine does not offer the orchestration service (catalog, 0 s old).'],
    [
      'was logged in to without a catalog',
      [],
      'Whether mine offers the orchestration service is unknown: its catalog is not cached.',
    ],
  ] as const) {
    it(`says so when the cloud ${what}`, async () => {
      await logIn(...types)
      assert.equal((await failure('stack list')).hint?.split('\n').at(-1), says)
    })
  }

  it('is on the first page when the cloud offers its service, with the line that installs it', async () => {
    const {index} = discover({coreRoot: place.at('core'), root: place.at('core'), dataDir: place.at('data')})
    const page = async () => {
      out = []
      await showTopic([], {...io(), options: {}}, index)
      return out.join('')
    }
    assert.doesNotMatch(await page(), /NOT INSTALLED/)
    await logIn('orchestration')
    assert.match(
      await page(),
      /AVAILABLE IN THIS CLOUD, NOT INSTALLED\n {2}Orchestration +osc plugins install @osc-cli\/plugin-heat\n/,
    )
  })

  it('says unknown where there is no cloud, or no cache', async () => {
    assert.match((await failure('stack list')).hint ?? '', /\nWhether this cloud offers .* is unknown/)
  })

  it('still has help, by command, noun and namespace', async () => {
    for (const [line, shows] of [
      ['stack list --help', /--nested/],
      ['stack', /stack create/],
      ['heat', /^Orchestration$/m],
    ] as const) {
      out = []
      err = []
      assert.equal(await answer(line), 0, line)
      assert.match(out.join(''), shows)
      assert.equal(err.join(''), 'Not installed. To install it: osc plugins install @osc-cli/plugin-heat\n')
    }
  })

  it('is reported as broken when its plugin exists but cannot be read', async () => {
    place.plugin('data/node_modules/@osc-cli/plugin-heat', '@osc-cli/plugin-heat', {raw: {'oclif.manifest.json': '{'}})
    place.note('@osc-cli/plugin-heat')
    const {message, hint, exitCode} = await failure('stack list')
    assert.equal(exitCode, 127)
    assert.match(message, /which cannot be used: oclif\.manifest\.json cannot be read: /)
    assert.equal(hint, 'Fix: osc plugins install @osc-cli/plugin-heat')
  })

  it('is not found for other words', async () => {
    for (const line of ['no such thing', 'stack no-such-verb', 'rack list'])
      assert.equal(await answer(line), undefined, line)
  })
})
