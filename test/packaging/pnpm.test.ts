import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {collect} from '../support/collect.ts'
import {npm, npmEnv} from './npm.ts'
import {workbench} from './workbench.ts'

const HEAT = '@osc-cli/plugin-heat'

/** Versions of pnpm, whose layouts differ. */
const VERSIONS: Readonly<Record<string, (home: string) => Readonly<Record<string, string>>>> = {
  // Each puts programs into `bin` below its home.
  'pnpm@10': (home) => ({PNPM_HOME: join(home, 'bin')}),
  'pnpm@12': (home) => ({PNPM_HOME: home}),
}

describe('installed globally by pnpm', () => {
  const bench = workbench()

  /** pnpm with all that it keeps in `home`; runs one line of it. */
  const pnpmIn = async (home: string, name: string, own: Readonly<Record<string, string>>) => {
    const tool = bench.prefix('tool')
    for (const folder of [tool, join(home, 'bin')]) mkdirSync(folder, {recursive: true})
    await npm(['install', '--ignore-scripts', '--prefix', tool, name], {env: bench.registry.env})
    // pnpm takes no settings from npm's variables any more.
    const settings = Object.entries(bench.registry.env).map(
      ([key, value]) => `${key.replace('npm_config_', '')}=${value}`,
    )
    writeFileSync(join(home, '.npmrc'), `${settings.join('\n')}\n`)
    const at = (folder: string) => join(home, folder)
    const xdg = {XDG_DATA_HOME: at('data'), XDG_CACHE_HOME: at('cache'), XDG_STATE_HOME: at('state')}
    const places = {HOME: home, XDG_CONFIG_HOME: at('config'), ...xdg, ...own}
    const PATH = [at('bin'), join(tool, 'node_modules/.bin'), npmEnv().PATH].join(':')
    const env = npmEnv({...bench.registry.env, ...places, PATH})
    return async (words: readonly string[]) => {
      const child = spawn('pnpm', words, {cwd: home, env, stdio: ['ignore', 'pipe', 'pipe']})
      const {status, stdout, stderr} = await collect(child, 240_000, `pnpm ${words.join(' ')}`)
      assert.equal(status, 0, `${stdout}${stderr}`)
    }
  }

  for (const [name, env] of Object.entries(VERSIONS)) {
    it(`${name}: a plugin beside the core is found, and gone when it is removed`, async () => {
      const home = bench.prefix('managed')
      const pnpm = await pnpmIn(home, name, env(home))
      await pnpm(['add', '--global', '@osc-cli/core'])
      assert.equal((await bench.osc(home, 'stack list')).status, 127)
      assert.equal((await bench.osc(home, '__complete zsh li osc stack')).stdout, 'values\n')
      await pnpm(['add', '--global', HEAT])
      assert.equal(await bench.succeeds(home, 'plugins -f value -c Name -c Kind -c Health'), `${HEAT} global ok\n`)
      assert.match(await bench.succeeds(home, 'stack list -f csv'), /"stack-1"/)
      assert.match(await bench.succeeds(home, '__complete zsh li osc stack'), /^values\nlist\t/)
      await pnpm(['remove', '--global', HEAT])
      assert.equal((await bench.osc(home, 'stack list')).status, 127)
    })

    it(`${name}: the set brings every plugin, once`, async () => {
      const home = bench.prefix('managed')
      const pnpm = await pnpmIn(home, name, env(home))
      await pnpm(['add', '--global', '@osc-cli/all'])
      assert.match(await bench.succeeds(home, 'stack list -f csv'), /"stack-1"/)
      assert.match(await bench.succeeds(home, 'version --verbose'), /\nset: @osc-cli\/all [\d.]+, intact\n/)
      const listed = (await bench.succeeds(home, 'plugins -f value -c Name -c Health')).trim().split('\n').sort()
      const plugins = bench.packed.map((each) => each.name).filter((each) => each.includes('/plugin-'))
      assert.deepEqual(listed, plugins.map((each) => `${each} ok`).sort())
    })
  }
})
