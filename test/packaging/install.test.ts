import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {asObject} from '#json'
import {npm} from './npm.ts'
import {asVersion} from './repack.ts'
import {workbench} from './workbench.ts'

const VERSION = /^osc \d+\.\d+\.\d+\n$/

/** One command of every plugin, run against the sandbox, with what it must print. */
const LINES: Record<string, readonly [line: string, prints: RegExp]> = {
  '@osc-cli/plugin-alarming': ['alarm list -f csv', /^"alarm_id"/],
  '@osc-cli/plugin-compute': ['flavor list -f csv', /"m1\.tiny"/],
  '@osc-cli/plugin-healing': ['healing list -f csv', /^"Stack","State"/],
  '@osc-cli/plugin-heat': ['stack list -f csv', /^"ID","Stack Name"/],
  '@osc-cli/plugin-identity': ['region list -f csv', /"RegionOne"/],
  '@osc-cli/plugin-image': ['image list -f csv', /^"ID","Name","Status"/],
  '@osc-cli/plugin-messaging': ['messaging queue list -f csv', /^"Name"/],
  '@osc-cli/plugin-network': ['network list -f csv', /^"ID","Name","Subnets"/],
  '@osc-cli/plugin-object-store': ['container list -f csv', /^"Name"/],
  '@osc-cli/plugin-sandbox': ['sandbox snapshot list -f csv', /"Saved At"/],
  '@osc-cli/plugin-tosca': ['tosca validate --help', /Check a TOSCA template/],
  '@osc-cli/plugin-tripleo': ['overcloud role list', /^Compute$/m],
  '@osc-cli/plugin-volume': ['volume type list -f csv', /"__DEFAULT__"/],
  '@osc-cli/plugin-workflow': ['action definition list -f csv', /"std\.echo"/],
}

/** The core of a plugin may come before its first command. */
const hasCommands = (folder: string) =>
  Object.keys(asObject(asObject(JSON.parse(readFileSync(join(folder, 'oclif.manifest.json'), 'utf8'))).commands))
    .length > 0

describe('installed by npm', () => {
  const bench = workbench()
  const plugins = () =>
    bench.packed.filter(({folder, name}) => name.includes('/plugin-') && hasCommands(folder)).map(({name}) => name)

  const runsAll = (prefix: string) =>
    bench.inSandbox(prefix, async (env) => {
      for (const name of plugins()) {
        const [line, prints] = LINES[name] ?? assert.fail(`LINES has no command of ${name}`)
        assert.match(await bench.succeeds(prefix, line, {env}), prints)
      }
      const listed = (await bench.succeeds(prefix, 'plugins -f value -c Name -c Health -c Offered', {env})).split('\n')
      for (const name of plugins()) {
        // The sandbox plugin belongs to no service of the cloud.
        const offered = name === '@osc-cli/plugin-sandbox' ? '' : 'yes'
        assert.ok(listed.includes(`${name} ok ${offered}`), listed.join('\n'))
      }
    })

  it('the core from its tarball alone runs, and says what to install for a command that it does not have', async () => {
    const core = bench.packed.find(({name}) => name === '@osc-cli/core')
    assert.ok(core)
    const prefix = bench.prefix('core')
    await bench.install(prefix, core.tarball)
    assert.match(await bench.succeeds(prefix, '--version'), VERSION)
    const {status, stdout, stderr} = await bench.osc(prefix, 'stack list')
    assert.deepEqual([status, stdout], [127, ''])
    assert.match(
      stderr,
      /^'stack list' is a command of @osc-cli\/plugin-heat \(Orchestration\), which is not installed\.\n/,
    )
    assert.match(stderr, /\nInstall the plugin: osc plugins install @osc-cli\/plugin-heat\n/)
    assert.match(stderr, /plugins install @osc-cli\/all\n/)
    assert.match(stderr, /is unknown/)
    assert.match(await bench.succeeds(prefix, 'stack list --help'), /--nested/)
    assert.match(await bench.succeeds(prefix, 'version --verbose'), /\nset: none; /)
  })

  it('the set brings every plugin', async () => {
    const prefix = bench.prefix('all')
    await bench.install(prefix, '@osc-cli/all')
    const served = bench.registry.served()
    assert.deepEqual(
      bench.packed.map(({name}) => name).filter((name) => !served.some((path) => path.startsWith(`/${name}/-/`))),
      [],
      'installed, but not from the packages of this repository',
    )
    assert.match(await bench.succeeds(prefix, '--version'), VERSION)
    await runsAll(prefix)
    assert.match(await bench.succeeds(prefix, 'version --verbose'), /\nset: @osc-cli\/all [\d.]+, intact\n/)
    await bench.succeeds(prefix, 'plugins doctor')
  })

  it('plugins beside the core are found, and gone when npm removes them', async () => {
    const prefix = bench.bareCore()
    assert.equal((await bench.osc(prefix, 'stack list')).status, 127)
    await bench.install(prefix, ...plugins())
    await runsAll(prefix)
    await npm(['uninstall', '--global', '--prefix', prefix, '@osc-cli/plugin-heat'])
    assert.equal((await bench.osc(prefix, 'stack list')).status, 127)
    assert.match(await bench.succeeds(prefix, 'region list -f csv'), /RegionOne/)
  })

  it('an older set becomes this one, and leaves nothing when it is removed', async () => {
    for (const {tarball} of bench.packed) {
      await bench.registry.publish(await asVersion(tarball, '0.0.9', bench.target), 'old')
    }
    const prefix = bench.prefix('upgraded')
    await bench.install(prefix, '@osc-cli/all@0.0.9')
    assert.equal(await bench.succeeds(prefix, '--version'), 'osc 0.0.9\n')
    await runsAll(prefix)
    assert.match(await bench.succeeds(prefix, 'version --verbose'), /\nset: @osc-cli\/all 0\.0\.9, intact\n/)
    await bench.install(prefix, '@osc-cli/all')
    assert.notEqual(await bench.succeeds(prefix, '--version'), 'osc 0.0.9\n')
    await runsAll(prefix)
    assert.doesNotMatch(await bench.succeeds(prefix, 'version --verbose'), /0\.0\.9/)
    await npm(['uninstall', '--global', '--prefix', prefix, '@osc-cli/all'])
    await assert.rejects(bench.osc(prefix, '--version'), /ENOENT/)
  })

  it('a set with a member of another version says that it is not intact', async () => {
    const prefix = bench.prefix('mixed')
    await bench.install(prefix, '@osc-cli/all')
    const heat = bench.packed.find(({name}) => name === '@osc-cli/plugin-heat')
    assert.ok(heat)
    await npm(['install', '--ignore-scripts', '--no-save', await asVersion(heat.tarball, '0.1.7', bench.target)], {
      cwd: join(prefix, 'lib/node_modules/@osc-cli/all'),
      env: bench.registry.env,
    })
    const stdout = await bench.succeeds(prefix, 'version --verbose')
    assert.match(stdout, /\nset: @osc-cli\/all [\d.]+, not intact: @osc-cli\/plugin-heat is 0\.1\.7, not [\d.]+\n/)
  })
})
