import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {loadCloudConfig} from '#cloud/config/load'
import type {CloudConfig, ConfigInput} from '#cloud/config/types'
import {CASES, type ConfigCase} from '../unit/config/cases.ts'
import {inPlace} from '../unit/config/place.ts'

const PYTHON = '/usr/bin/python3'
const SCRIPT = join(import.meta.dirname, 'config-sdk.py')

interface Configured {
  auth: Record<string, unknown>
  authType: string
  region: string
  interface: string
  verify: boolean | string
  cert: unknown
  forceIpv4: boolean
  versions: Record<string, unknown>
  error?: string
}

/** What the library makes of the cases, whose files must be in place. */
function askSdk(inputs: readonly ConfigInput[]): Configured[] {
  const cases = inputs.map(({options, env, cwd, home}) => ({options, cwd, env: {HOME: home, PATH: '/usr/bin', ...env}}))
  const {status, stdout, stderr} = spawnSync(PYTHON, [SCRIPT], {input: JSON.stringify(cases), encoding: 'utf8'})
  assert.equal(status, 0, stderr)
  return JSON.parse(stdout) as Configured[]
}

/** Our configuration in the library's words. */
function inItsWords(config: CloudConfig, {versions}: Configured, plain: Configured): Configured {
  // Its command line asks for versions of its own; and it knows the default domain only where version 3 is asked for.
  const own = Object.keys(versions).filter((key) => versions[key] === plain.versions[key] && !(key in config.settings))
  const silent = versions.identity_api_version === '3' ? '' : 'default'
  const auth = Object.entries(config.auth).filter(([key]) => config.sources[`auth.${key}`]?.kind !== silent)
  const set = Object.entries(config.settings).filter(([key]) => key.endsWith('_api_version'))
  return {
    auth: Object.fromEntries(auth),
    authType: config.authType,
    region: config.region ?? '',
    interface: config.interface,
    verify: config.verify && (config.cacert ?? true),
    cert: config.cert ? (config.key ? [config.cert, config.key] : config.cert) : null,
    forceIpv4: config.settings.force_ipv4 === true,
    versions: {...Object.fromEntries(own.map((key) => [key, versions[key]])), ...Object.fromEntries(set)},
  }
}

/** Runs all the cases at once: the library takes a second to load. */
async function withAll<T>(
  cases: readonly ConfigCase[],
  use: (inputs: ConfigInput[]) => Promise<T>,
  inputs: ConfigInput[] = [],
): Promise<T> {
  const [first, ...rest] = cases
  if (!first) return use(inputs)
  return await inPlace(first, (input) => withAll(rest, use, [...inputs, input]))
}

describe('the configuration beside openstacksdk', function () {
  this.timeout(120_000)
  const cases = CASES.filter(({differs}) => !differs)
  let theirs: Configured[] = []
  let ours: CloudConfig[] = []

  before(async function () {
    const found = spawnSync(PYTHON, ['-c', 'import openstackclient, openstack.config'])
    if (found.status !== 0) {
      process.stderr.write('config-sdk: python3-openstackclient is not installed, nothing is compared.\n')
      this.skip()
    }
    await withAll([{title: 'plain', expect: {}}, ...cases], async (inputs) => {
      theirs = askSdk(inputs)
      ours = await Promise.all(inputs.map(loadCloudConfig))
    })
  })

  for (const [index, {title}] of cases.entries()) {
    it(title, () => {
      const [plain] = theirs
      const it = theirs[index + 1]
      const own = ours[index + 1]
      assert.ok(plain && it && own)
      assert.equal(it.error, undefined)
      assert.deepEqual(inItsWords(own, it, plain), {...it, auth: notEmpty(it.auth)})
    })
  }
})

const notEmpty = (auth: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(auth).filter(([, value]) => value !== null && value !== ''))
