import {spawn} from 'node:child_process'
import {existsSync, rmSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {writeManifest} from '#authoring/manifest'
import {NotFoundError, OscError, UsageError} from '#errors'
import {shareSdk} from '#plugins/share-sdk'

/** The folder of the plugin that `folder` is in. UsageError when there is none. */
export function pluginFolder(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return at
    if (dirname(at) === at) throw new UsageError(`${folder} is not inside a plugin: there is no package.json.`)
  }
}

/** Compiles a plugin with its own TypeScript and writes oclif.manifest.json; what tsc says goes to `tell`. */
export async function buildPlugin(root: string, tell: (text: string) => Promise<void>): Promise<void> {
  const manifest = join(root, 'oclif.manifest.json')
  // A build that fails leaves no manifest of another one behind.
  rmSync(manifest, {force: true})
  await compile(root, tell)
  shareSdk()
  try {
    await writeManifest(root)
  } catch (error) {
    throw new OscError(`The commands of ${root} do not load: ${error instanceof Error ? error.message : error}`, {
      code: 'PluginBroken',
      cause: error,
    })
  }
}

async function compile(root: string, tell: (text: string) => Promise<void>): Promise<void> {
  const tsc = findTsc(root)
  const child = spawn(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = [child.stdout, child.stderr].map(async (stream) => {
    for await (const text of stream.setEncoding('utf8')) await tell(String(text))
  })
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  await Promise.all(output)
  if (status !== 0) throw new OscError(`The plugin does not compile: tsc ended with status ${status}.`)
}

function findTsc(root: string): string {
  for (let at = root; ; at = dirname(at)) {
    const tsc = join(at, 'node_modules', 'typescript', 'bin', 'tsc')
    if (existsSync(tsc)) return tsc
    if (dirname(at) === at) {
      throw new NotFoundError(`TypeScript is not installed in ${root}.`, {hint: 'Run npm install there first.'})
    }
  }
}
