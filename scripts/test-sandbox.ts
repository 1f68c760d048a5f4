// `npm run test:sandbox`: the integration tests on a sandbox of their own, the same specs as on a real cloud.
import {spawn, spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** What the sandbox does not do; the specs that need it are skipped by these names. See docs/sandbox.md. */
const LACKS = [
  'swift-urls',
  'stack-hooks',
  'stack-adopt',
  'healing-types',
  'slow-deployments',
  'workflow-actions',
  'zaqar-urls',
  'notifications',
  'host-checks',
]

const repository = join(import.meta.dirname, '..')
const root = mkdtempSync(join(tmpdir(), 'osc-test-sandbox-'))
const env = {...process.env, OSC_CACHE_DIR: join(root, 'cache'), OSC_DATA_DIR: join(root, 'data')}
const osc = (...argv: string[]) =>
  spawnSync(process.execPath, [join(repository, 'bin', 'osc.js'), ...argv], {env, stdio: 'inherit'}).status

try {
  if (osc('sandbox', 'start') !== 0) throw new Error('The sandbox does not start.')
  const mocha = join(repository, 'node_modules', 'mocha', 'bin', 'mocha.js')
  const given = process.argv.slice(2)
  const config = given.includes('--config') ? [] : ['--config', 'test/integration/.mocharc.json']
  const options = [...config, ...given]
  const tests = spawn(process.execPath, [mocha, ...options], {
    cwd: repository,
    stdio: 'inherit',
    env: {
      ...process.env,
      OS_CLIENT_CONFIG_FILE: join(root, 'data', 'clouds.yaml'),
      OSC_TEST_CLOUD: 'sandbox',
      OSC_TEST_USER_CLOUD: 'sandbox-demo',
      OSC_TEST_LACKS: LACKS.join(','),
    },
  })
  process.exitCode = await new Promise<number>((resolve) => tests.once('exit', (status) => resolve(status ?? 1)))
} finally {
  osc('sandbox', 'stop')
  rmSync(root, {recursive: true, force: true})
}
