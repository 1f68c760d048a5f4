import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type FixtureCloud, startFixtureCloud} from '../../bench/fixture-cloud.ts'
import {makePlace, type Place, removePlace} from '../support/place.ts'
import {type Result, type RunOptions, runProgram} from '../support/run.ts'
import {npm, npmEnv} from './npm.ts'
import {type Packed, packAll} from './packages.ts'
import {type Registry, startRegistry} from './registry.ts'

/** What a packaging test works with: a registry that has our packages, a small cloud, and fresh folders for each test. */
export interface Workbench {
  readonly packed: readonly Packed[]
  readonly registry: Registry
  readonly cloud: FixtureCloud
  readonly place: Place
  /** For tarballs and the like; lives as long as the suite. */
  readonly target: string
  /** A fresh prefix. */
  prefix: (name: string) => string
  /** A fresh prefix that the bare core is installed in. */
  bareCore: () => string
  install: (prefix: string, ...packages: string[]) => Promise<string>
  /** Runs the osc of a prefix. */
  osc: (prefix: string, line: string, options?: RunOptions) => Promise<Result>
  /** The same; its stdout, or an error with all that it said. */
  succeeds: (prefix: string, line: string, options?: RunOptions) => Promise<string>
  /** Runs `use` while the sandbox of a prefix is running; `use` gets the environment that selects it instead of the small cloud. */
  inSandbox: (prefix: string, use: (env: NonNullable<RunOptions['env']>) => Promise<void>) => Promise<void>
}

/** The workbench of the surrounding `describe`. */
export function workbench(): Workbench {
  const target = mkdtempSync(join(tmpdir(), 'osc-packaging-'))
  let packed: Packed[] = []
  let registry: Registry | undefined
  let cloud: FixtureCloud | undefined
  let place: Place | undefined
  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('The workbench is there inside tests and hooks only.')
    return thing
  }
  const npmSettings = () => ({...there(registry).env, npm_config_cache: join(target, 'npm-cache')})
  const install = (prefix: string, ...packages: string[]) =>
    npm(['install', '--global', '--prefix', prefix, ...packages], {env: npmSettings()})
  const prefix = (name: string) => join(there(place).root, name)

  before(async () => {
    packed = await packAll(target)
    registry = await startRegistry()
    cloud = await startFixtureCloud(2)
    for (const {tarball} of packed) await registry.publish(tarball)
    await install(join(target, 'core'), '@osc-cli/core')
  })
  after(async () => {
    cloud?.stop()
    await registry?.stop()
    rmSync(target, {recursive: true, force: true})
  })
  beforeEach(() => {
    place = makePlace()
  })
  afterEach(() => {
    if (place) removePlace(place)
  })

  const osc = (folder: string, line: string, options: RunOptions = {}) => {
    const {cache, data, home} = there(place)
    const own = {OSC_CACHE_DIR: cache, OSC_DATA_DIR: data, HOME: home}
    const env = {...npmEnv({...npmSettings(), ...own}), ...there(cloud).env, ...options.env}
    const words = [join(folder, 'bin/osc'), ...line.split(' ')]
    return runProgram(words, {place: there(place), timeout: 240_000, ...options, env})
  }
  const succeeds = async (folder: string, line: string, options?: RunOptions) => {
    const {status, stdout, stderr} = await osc(folder, line, options)
    if (status !== 0) throw new Error(`osc ${line} ended with status ${status}:\n${stdout}${stderr}`)
    return stdout
  }
  return {
    target,
    prefix,
    install,
    osc,
    succeeds,
    get packed() {
      return packed
    },
    get registry() {
      return there(registry)
    },
    get cloud() {
      return there(cloud)
    },
    get place() {
      return there(place)
    },
    bareCore() {
      const folder = prefix('core')
      cpSync(join(target, 'core'), folder, {recursive: true, verbatimSymlinks: true})
      return folder
    },
    async inSandbox(folder, use) {
      const none = Object.fromEntries(Object.keys(there(cloud).env).map((name) => [name, undefined]))
      try {
        await succeeds(folder, 'sandbox start')
        await use({...none, OS_CLOUD: 'sandbox'})
      } finally {
        await osc(folder, 'sandbox stop')
      }
    },
  }
}
