import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {orLastBuild} from '#authoring/last-build'
import {commandsFolder, writeManifest} from '#authoring/manifest'
import {writeSearchIndex} from '#authoring/search-index'
import {removeStaleOutputs} from '#authoring/stale-outputs'
import {NotFoundError, OscError, UsageError} from '#errors'
import {shareSdk} from '#plugins/share-sdk'
import {childEnvironment} from '#process'

/** The folder of the plugin that `folder` is in. UsageError when there is none. */
export function pluginFolder(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return at
    if (dirname(at) === at)
      throw new UsageError(`${folder} is not inside a plugin: no package.json was found.`, {
        hint: 'Create a plugin: osc plugins create NAME',
      })
  }
}

/**
 * Compiles a plugin with its own TypeScript, if it has a tsconfig.json, and writes oclif.manifest.json and dist/search.jsonl. What
 * tsc prints goes to `print`. A build that fails leaves the plugin as it was built before.
 */
export async function buildPlugin(root: string, print: (text: string) => Promise<void>): Promise<void> {
  await orLastBuild(root, async () => {
    if (existsSync(join(root, 'tsconfig.json'))) await compile(root, print)
    const commands = commandsFolder(root)
    removeStaleOutputs(join(root, commands), join(root, commands.replace(/^(\.\/)?dist\//, 'src/')))
    shareSdk()
    await describe(root)
  })
}

async function describe(root: string): Promise<void> {
  try {
    await writeManifest(root)
    await writeSearchIndex(root)
  } catch (error) {
    throw new OscError(`Plugin ${root} was not built: ${error instanceof Error ? error.message : error}.`, {
      code: 'PluginBroken',
      cause: error,
      hint: 'Fix the file and run: osc plugins build',
    })
  }
}

async function compile(root: string, print: (text: string) => Promise<void>): Promise<void> {
  const tsc = findTsc(root)
  const child = spawn(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], {
    cwd: root,
    env: childEnvironment(process.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = [child.stdout, child.stderr].map(async (stream) => {
    for await (const text of stream.setEncoding('utf8')) await print(String(text))
  })
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  await Promise.all(output)
  if (status !== 0) throw new OscError(`Plugin ${root} does not compile: tsc ended with status ${status}.`)
}

function findTsc(root: string): string {
  for (let at = root; ; at = dirname(at)) {
    const tsc = join(at, 'node_modules', 'typescript', 'bin', 'tsc')
    if (existsSync(tsc)) return tsc
    if (dirname(at) === at) {
      throw new NotFoundError(`TypeScript is not installed in ${root}.`, {
        hint: `Install it: cd ${root} && npm install`,
      })
    }
  }
}
