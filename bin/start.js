// Plain syntax only: an old Node must be able to read this far and say so.
import {existsSync} from 'node:fs'
import module from 'node:module'
import {homedir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** Starts osc for the package at `root`: the core itself, or a set that brings plugins along. */
export async function start(root) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 22 || (major === 22 && minor < 18)) {
    const {ownNode, runWith} = await import('./own-node.js')
    const node = ownNode(root)
    if (node) return await runWith(node)
    process.stderr.write(
      `osc needs Node.js 22.18 or newer; this is ${process.versions.node} (${process.execPath}).\n` +
        'Install a newer Node.js from https://nodejs.org, or put one that you have first on PATH.\n',
    )
    process.exitCode = 1
    return
  }
  const {env} = process
  const cache = env.OSC_CACHE_DIR || join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'osc')
  await keepCode(join(cache, 'code'))
  if (process.argv[2] === '__complete') {
    await complete(process.argv.slice(3), root, cache)
    return
  }
  const {main} = await import('../dist/core.js')
  process.exitCode = await main(process.argv.slice(2), root)
}

// The folder is made here: Node would try for ever where that cannot be.
async function keepCode(folder) {
  if (!existsSync(folder)) {
    const {makeFolder} = await import('../dist/make-folder.js')
    try {
      makeFolder(folder, 0o700)
    } catch {
      return
    }
  }
  module.enableCompileCache(folder)
}

// A key press in a shell: the answer is in a table, and the core is not loaded to find it.
async function complete(request, root, cacheDir) {
  const {answer} = await import('../dist/complete.js')
  const coreRoot = dirname(dirname(fileURLToPath(import.meta.url)))
  const core = () => import('../dist/inner.js')
  process.stdout.write(await answer(request, {root, coreRoot, cacheDir, core}))
}
