import assert from 'node:assert/strict'
import {existsSync, mkdirSync, readdirSync, readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {join} from 'node:path'
import {makePluginPlace, saying} from '../support/plugin-fixture.ts'
import {pack} from './repack.ts'
import {workbench} from './workbench.ts'

const HEAT = '@osc-cli/plugin-heat'

describe('osc plugins', () => {
  const bench = workbench()

  /** Publishes a small plugin with one command, `NAME go`, that prints `text`. */
  const publish = async (name: string, version: string, text: string, more: object = {}) => {
    const fixture = makePluginPlace(join(bench.target, `${name}-${version}-${text}`))
    fixture.plugin('.', `osc-plugin-${name}`, {version, commands: {[`${name}:go`]: saying(text)}})
    const pjson = JSON.parse(readFileSync(fixture.at('package.json'), 'utf8'))
    fixture.write('package.json', {...pjson, ...more})
    const target = join(bench.target, `packed-${name}-${version}-${text}`)
    mkdirSync(target)
    await bench.registry.publish(await pack(fixture.root, target))
  }

  const stays = async (prefix: string, line: string, expected: RegExp | string) => {
    const stdout = await bench.succeeds(prefix, line)
    if (typeof expected === 'string') assert.equal(stdout, expected)
    else assert.match(stdout, expected)
  }

  it('install, list, describe and remove a plugin', async () => {
    const prefix = bench.bareCore()
    await bench.succeeds(prefix, `plugins install ${HEAT}`)
    assert.match(await bench.succeeds(prefix, 'plugins -f value -c Name -c Kind'), /@osc-cli\/plugin-heat user\n/)
    assert.match(await bench.succeeds(prefix, 'stack list -f csv'), /"stack-1"/)
    assert.match(await bench.succeeds(prefix, 'heat stack list -f csv'), /"stack-1"/)
    assert.match(await bench.succeeds(prefix, 'plugins info heat -f json'), /"integrity": "sha512-/)
    await bench.succeeds(prefix, `plugins inspect ${HEAT}`)
    await bench.succeeds(prefix, `plugins uninstall ${HEAT}`)
    const {status, stderr} = await bench.osc(prefix, 'stack list')
    assert.equal(status, 127)
    assert.match(
      stderr,
      /offers the orchestration service \(catalog, \d+ s old\)\.\n$/,
      'the log-in of a moment ago is in the cache',
    )
    assert.equal((await bench.osc(prefix, `plugins uninstall ${HEAT}`)).status, 4)
  })

  it('install the whole set into a bare core', async () => {
    const prefix = bench.bareCore()
    await bench.succeeds(prefix, 'plugins install @osc-cli/all')
    assert.match(await bench.succeeds(prefix, 'stack list -f csv'), /"stack-1"/)
    assert.match(await bench.succeeds(prefix, 'region list -f csv'), /RegionOne/)
    assert.match(await bench.succeeds(prefix, 'version --verbose'), /\nset: @osc-cli\/all [\d.]+, intact\n/)
    await bench.succeeds(prefix, 'plugins uninstall @osc-cli/all')
    assert.equal((await bench.osc(prefix, 'region list')).status, 127)
  })

  it('install from the registry of a scope', async () => {
    const prefix = bench.bareCore()
    const env = {npm_config_registry: undefined, 'npm_config_@osc-cli:registry': bench.registry.url}
    const before = bench.registry.served().length
    await bench.succeeds(prefix, 'plugins install @osc-cli/plugin-heat', {env})
    assert.ok(bench.registry.served().length > before)
    await stays(prefix, 'stack list -f csv', /"stack-1"/)
  })

  it('install without a network what was bundled with one', async () => {
    const prefix = bench.bareCore()
    await bench.succeeds(prefix, `plugins install ${HEAT} @osc-cli/plugin-identity`)
    await bench.succeeds(prefix, 'plugins bundle --output plugins.tgz')
    await bench.succeeds(prefix, 'plugins uninstall @osc-cli/plugin-heat @osc-cli/plugin-identity')
    assert.equal((await bench.osc(prefix, 'stack list')).status, 127)
    const env = {
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_cache: join(bench.place.root, 'empty-npm-cache'),
      npm_config_fetch_retries: '0',
    }
    await bench.succeeds(prefix, 'plugins install ./plugins.tgz', {env})
    await stays(prefix, 'stack list -f csv', /"stack-1"/)
    await stays(prefix, 'region list -f csv', /RegionOne/)
    await bench.succeeds(prefix, 'plugins bundle @osc-cli/plugin-heat')
    await bench.succeeds(prefix, 'plugins install ./bundle.tgz', {env})
    await stays(prefix, 'stack list -f csv', /"stack-1"/)
    assert.equal((await bench.osc(prefix, 'region list')).status, 127, 'another bundle takes the place of the first')
    await bench.succeeds(prefix, `plugins install @osc-cli/plugin-identity`)
    await stays(prefix, 'region list -f csv', /RegionOne/)
  })

  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGKILL', null],
  ] as const) {
    it(`an install that ends by ${signal} leaves the old state working, and the next one goes on`, async () => {
      await publish(`old${signal.toLowerCase()}`, '1.0.0', 'old')
      const name = `old${signal.toLowerCase()}`
      const prefix = bench.bareCore()
      await bench.succeeds(prefix, `plugins install osc-plugin-${name}`)
      const silent = await startSilent()
      try {
        const result = await bench.osc(prefix, `plugins install ${HEAT}`, {
          env: {npm_config_registry: silent.url, npm_config_cache: join(bench.place.root, 'empty-npm-cache')},
          started: (child) => void silent.requested.then(() => child.kill(signal)),
        })
        assert.equal(result.status, status, result.stderr)
      } finally {
        silent.stop()
      }
      await stays(prefix, `${name} go`, 'old\n')
      assert.equal((await bench.osc(prefix, 'stack list')).status, 127)
      await bench.succeeds(prefix, `plugins install ${HEAT}`)
      await stays(prefix, 'stack list -f csv', /"stack-1"/)
      await stays(prefix, `${name} go`, 'old\n')
      const left = readdirSync(bench.place.data).filter((entry) => entry.startsWith('.'))
      assert.deepEqual(left, [], 'something was left behind')
    })
  }

  it('two installs at once both arrive', async () => {
    await publish('one', '1.0.0', 'first')
    await publish('two', '1.0.0', 'second')
    const prefix = bench.bareCore()
    await Promise.all(['one', 'two'].map((name) => bench.succeeds(prefix, `plugins install osc-plugin-${name}`)))
    await stays(prefix, 'one go', 'first\n')
    await stays(prefix, 'two go', 'second\n')
  })

  it('update what was installed by name', async () => {
    await publish('grows', '1.0.0', 'small')
    const prefix = bench.bareCore()
    await bench.succeeds(prefix, 'plugins install osc-plugin-grows')
    await publish('grows', '1.1.0', 'large')
    await stays(prefix, 'grows go', 'small\n')
    await bench.succeeds(prefix, 'plugins update')
    await stays(prefix, 'grows go', 'large\n')
    const {stderr} = await bench.osc(prefix, 'plugins update')
    assert.match(stderr, /osc-plugin-grows 1\.1\.0 is the newest version that fits\./)
  })

  it('install scripts run only when they are allowed, which is remembered', async () => {
    const script = "node -e \"fs.writeFileSync('ran', '')\""
    await publish('scripted', '1.0.0', 'hello', {scripts: {postinstall: script}})
    const prefix = bench.bareCore()
    const ran = () => existsSync(join(bench.place.data, 'node_modules/osc-plugin-scripted/ran'))
    await bench.succeeds(prefix, 'plugins install osc-plugin-scripted')
    assert.equal(ran(), false)
    await stays(prefix, 'plugins info osc-plugin-scripted -f value -c scripts_ran', 'False\n')
    await bench.succeeds(prefix, 'plugins uninstall osc-plugin-scripted')
    await bench.succeeds(prefix, 'plugins install osc-plugin-scripted --allow-scripts')
    assert.equal(ran(), true)
    await stays(prefix, 'plugins info osc-plugin-scripted -f value -c scripts_ran', 'True\n')
  })

  it('a package that is not a plugin, is for another core or does not exist changes nothing', async () => {
    await publish('future', '1.0.0', 'later', {osc: {core: '^99.0.0'}})
    await publish('sound', '1.0.0', 'sound')
    const prefix = bench.bareCore()
    await bench.succeeds(prefix, 'plugins install osc-plugin-sound')
    for (const [what, says] of [
      ['yaml', /^yaml is not an osc plugin: /],
      ['osc-plugin-future', /^osc-plugin-future 1\.0\.0 requires osc \^99\.0\.0, this is osc /],
      ['osc-plugin-nowhere', /^The registry does not have the package 'osc-plugin-nowhere@latest'\. /],
      ['./absent.tgz', /^File .* was not found/],
      [`${HEAT} yaml`, /^yaml is not an osc plugin: /],
    ] as const) {
      const {status, stderr} = await bench.osc(prefix, `plugins install ${what}`)
      assert.notEqual(status, 0, what)
      assert.match(stderr, says)
    }
    await stays(prefix, 'plugins -f value -c Name', 'osc-plugin-sound\n')
    await stays(prefix, 'sound go', 'sound\n')
  })

  it('content that changed under the same version is refused', async () => {
    await publish('mutable', '1.0.0', 'honest')
    const prefix = bench.bareCore()
    await bench.succeeds(prefix, 'plugins install osc-plugin-mutable')
    await bench.succeeds(prefix, 'plugins uninstall osc-plugin-mutable')
    await bench.registry.unpublish('osc-plugin-mutable', '1.0.0')
    await publish('mutable', '1.0.0', 'other')
    const {status, stderr} = await bench.osc(prefix, 'plugins install osc-plugin-mutable')
    assert.equal(status, 1)
    assert.match(stderr, /^The content of osc-plugin-mutable 1\.0\.0 has changed since this version was installed\. /)
    assert.equal((await bench.osc(prefix, 'mutable go')).status, 127)
    await bench.succeeds(prefix, 'plugins install osc-plugin-mutable --force')
    await stays(prefix, 'mutable go', 'other\n')
  })

  it('install what the catalog needs, after a yes; in a pipe only with --yes', async () => {
    const prefix = bench.bareCore()
    const refused = await bench.osc(prefix, 'plugins sync')
    assert.equal(refused.status, 2)
    assert.match(refused.stdout, /@osc-cli\/plugin-heat \(orchestration\)/)
    assert.match(refused.stderr, /^Use --yes to install without asking: osc plugins sync --yes$/m)
    await bench.succeeds(prefix, 'plugins sync --yes')
    await stays(prefix, 'stack list -f csv', /"stack-1"/)
    assert.match((await bench.osc(prefix, 'plugins sync')).stderr, /^All known plugins for this cloud are installed/)
  })

  it('on a terminal a missing plugin is offered, and the line then goes on', async () => {
    const prefix = bench.bareCore()
    const no = await bench.osc(prefix, 'stack list -f csv', {terminal: {}, stdin: 'n\n'})
    assert.equal(no.status, 127)
    const yes = await bench.osc(prefix, 'stack list -f csv', {terminal: {}, stdin: 'y\n'})
    assert.equal(yes.status, 0, yes.stdout + yes.stderr)
    assert.match(yes.stdout, /"stack-1"/)
  })
})

/** A registry that takes requests and never answers. */
async function startSilent(): Promise<{url: string; requested: Promise<void>; stop: () => void}> {
  const {promise: requested, resolve} = Promise.withResolvers<void>()
  const server = createServer(() => resolve())
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  return {url: `http://127.0.0.1:${address.port}/`, requested, stop}
}
