import assert from 'node:assert/strict'
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {copyExample, EXAMPLE, proveContracts} from '../support/example-plugin.ts'
import {run} from '../support/run.ts'
import {npm} from './npm.ts'
import {workbench} from './workbench.ts'

describe('the example plugin, installed', () => {
  const bench = workbench()
  let tarball: string

  before(async () => {
    const folder = copyExample(bench.target)
    const built = await run(['plugins', 'build'], {cwd: folder})
    assert.equal(built.status, 0, built.stdout + built.stderr)
    // What is here for the build is not what npm may find there.
    rmSync(join(folder, 'node_modules'))
    const packed = await npm(['pack', '--ignore-scripts', '--pack-destination', bench.target], {cwd: folder})
    tarball = join(bench.target, packed.trim())
  })

  const keepsContracts = (prefix: string) =>
    bench.inSandbox(prefix, (ofSandbox) =>
      proveContracts(
        (line, env) => bench.osc(prefix, line, {env: {...ofSandbox, ...env}}),
        join(bench.place.root, 'journal'),
      ),
    )

  it('beside the core by npm, keeps every contract', async () => {
    const prefix = bench.bareCore()
    await bench.install(prefix, '@osc-cli/plugin-identity', '@osc-cli/plugin-sandbox', tarball)
    await keepsContracts(prefix)
    await npm(['uninstall', '--global', '--prefix', prefix, EXAMPLE])
    const {status, stderr} = await bench.osc(prefix, 'region list -f ndjson')
    assert.equal(status, 2, stderr)
  })

  it('by osc plugins install, keeps every contract', async () => {
    const prefix = bench.bareCore()
    for (const what of ['@osc-cli/plugin-identity', '@osc-cli/plugin-sandbox', tarball])
      await bench.succeeds(prefix, `plugins install ${what}`)
    await keepsContracts(prefix)
  })
})
