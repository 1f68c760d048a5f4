import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {OscError} from '#errors'
import {coreRoot} from '#main'
import {loadIndex} from '#plugins/index-cache'
import {shareSdk} from '#plugins/share-sdk'
import type {PluginIndex} from '#plugins/types'
import type {Sandbox, SandboxOptions} from '#sandbox/sandbox'
import type {SandboxCloud, SandboxService} from '#sandbox/service'
import {makeFolders, removeFolders} from '#testing/folders'
import {linkPlugins} from '#testing/plugins'
import {type Result, type RunOptions, runOsc} from '#testing/run-osc'

/** What a test cloud consists of. */
export interface TestCloudOptions extends Pick<SandboxOptions, 'latency' | 'fail' | 'state'> {
  /** Plugins under test, in addition to those of the core: folders, or names of installed packages. */
  plugins?: readonly string[]
  /** Services in addition to those of the plugins. */
  services?: readonly SandboxService[]
}

/** A cloud for the tests of a suite, and osc on it, both in this process. */
export interface TestCloud {
  /** The cloud itself: its state is `sandbox.cloud.store`, its faults `sandbox.faults`, its time `sandbox.clock`. */
  sandbox: Sandbox
  /** Where commands run: put their files here. */
  work: string
  /** Runs a command as the administrator: `await cloud.osc('stack', 'list')`. */
  osc(...argv: string[]): Promise<Result>
  /** The same with options: another user (`cloud: 'sandbox-demo'`), variables, standard input. */
  run(argv: readonly string[], options?: RunOptions & {cloud?: string}): Promise<Result>
  /** Stops the sandbox and removes every file. */
  close(): Promise<void>
}

/** The part of `@osc-cli/plugin-sandbox/server` that is used here. */
interface Server {
  startSandbox(options: SandboxOptions): Promise<Sandbox>
  pluginServices(runtime: {index: PluginIndex}): Promise<SandboxService[]>
  cloudsYaml(cloud: SandboxCloud): string
}

/**
 * Starts a sandbox on a free port, with the services of the plugins, for commands in this process. OscError when
 * `@osc-cli/plugin-sandbox` is not installed.
 */
export async function startTestCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const folders = makeFolders()
  try {
    linkPlugins(options.plugins ?? [], folders)
    const root = coreRoot()
    const index = await loadIndex({coreRoot: root, root, dataDir: folders.data, cacheDir: folders.cache})
    shareSdk()
    const {startSandbox, pluginServices, cloudsYaml} = await importServer()
    const services = [...(await pluginServices({index})), ...(options.services ?? [])]
    const sandbox = await startSandbox({...options, services})
    const file = join(folders.root, 'clouds.yaml')
    writeFileSync(file, cloudsYaml(sandbox.cloud), {mode: 0o600})
    const run: TestCloud['run'] = (argv, {cloud = 'sandbox', env, ...rest} = {}) =>
      runOsc(argv, folders, {...rest, env: {OS_CLIENT_CONFIG_FILE: file, OS_CLOUD: cloud, ...env}})
    return {
      sandbox,
      work: folders.work,
      run,
      osc: (...argv) => run(argv),
      async close() {
        await sandbox.close()
        removeFolders(folders)
      },
    }
  } catch (error) {
    removeFolders(folders)
    throw error
  }
}

// By a name that the compiler does not follow: the plugin is built after the core.
const SERVER = '@osc-cli/plugin-sandbox/server'

async function importServer(): Promise<Server> {
  try {
    return (await import(SERVER)) as Server
  } catch (error) {
    throw new OscError(`The test kit requires ${SERVER}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
      hint: 'Install it: npm install --save-dev @osc-cli/plugin-sandbox @osc-cli/plugin-identity',
    })
  }
}
