import assert from 'node:assert/strict'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {makePlace, type Place, removePlace} from '../support/place.ts'
import {type Result, runProgram} from '../support/run.ts'
import {npm, npmEnv} from './npm.ts'
import {type Packed, packAll} from './packages.ts'
import {type Registry, startRegistry} from './registry.ts'

const VERSION = /^osc \d+\.\d+\.\d+\n$/

describe('installed', () => {
  const target = mkdtempSync(join(tmpdir(), 'osc-install-'))
  let packed: Packed[]
  let registry: Registry
  let place: Place

  before(async () => {
    packed = await packAll(target)
    registry = await startRegistry(packed)
  })
  after(async () => {
    await registry?.stop()
    rmSync(target, {recursive: true, force: true})
  })
  beforeEach(() => {
    place = makePlace()
  })
  afterEach(() => removePlace(place))

  const install = (prefix: string, ...packages: string[]) =>
    npm(['install', '--global', '--prefix', prefix, ...packages], {env: {npm_config_registry: registry.url}})

  const oscIn = async (prefix: string, ...argv: string[]): Promise<Result> => {
    // What npm needs for the network too: `osc plugins install` runs it.
    const env = npmEnv({npm_config_registry: registry.url, OSC_CACHE_DIR: place.cache, OSC_DATA_DIR: place.data})
    return runProgram([join(prefix, 'bin/osc'), ...argv], {place, env, timeout: 240_000})
  }

  const succeeds = async (prefix: string, ...argv: string[]): Promise<string> => {
    const {status, stdout, stderr} = await oscIn(prefix, ...argv)
    assert.equal(status, 0, `osc ${argv.join(' ')}: ${stdout}${stderr}`)
    return stdout
  }

  it('the core from its tarball alone runs, and says which command it has not', async () => {
    const core = packed.find(({name}) => name === '@osc-cli/core')
    assert.ok(core)
    const prefix = join(place.root, 'core')
    await install(prefix, core.tarball)
    assert.match(await succeeds(prefix, '--version'), VERSION)
    await succeeds(prefix, 'plugins')
    const {status, stderr} = await oscIn(prefix, 'stack', 'list')
    assert.equal(status, 127, stderr)
  })

  it('the set brings every plugin', async () => {
    const prefix = join(place.root, 'all')
    await install(prefix, '@osc-cli/all')
    assert.deepEqual(
      packed.map(({name}) => name).filter((name) => !registry.served.includes(`/${name}`)),
      [],
      'installed, but not from the packages of this repository',
    )
    assert.match(await succeeds(prefix, '--version'), VERSION)
    assert.match(await succeeds(prefix, 'region', 'list', '--help'), /--parent-region/)
    assert.match(await succeeds(prefix, 'stack', 'list', '--help'), /--nested/)
    const plugins = await succeeds(prefix, 'plugins', '--core')
    for (const {name} of packed.filter((each) => each.name.includes('/plugin-')))
      assert.ok(plugins.includes(name), plugins)
  })

  it('the core installs, lists and removes a plugin', async () => {
    const prefix = join(place.root, 'grows')
    await install(prefix, '@osc-cli/core')
    await succeeds(prefix, 'plugins', 'install', '@osc-cli/plugin-heat')
    assert.match(await succeeds(prefix, 'plugins'), /@osc-cli\/plugin-heat/)
    assert.match(await succeeds(prefix, 'stack', 'list', '--help'), /--nested/)
    await succeeds(prefix, 'plugins', 'uninstall', '@osc-cli/plugin-heat')
    const {status, stderr} = await oscIn(prefix, 'stack', 'list')
    assert.equal(status, 127, stderr)
  })
})
