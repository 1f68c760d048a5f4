// Plain syntax only: an old Node must be able to read this far and say so.
import module from 'node:module'
import {dirname} from 'node:path'
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
  const {cacheDirOf, codeFolder} = await import('../dist/launch.js')
  const cache = cacheDirOf(process.env)
  const folder = codeFolder(cache)
  if (folder) module.enableCompileCache(folder)
  if (process.argv[2] === '__complete') {
    await complete(process.argv.slice(3), root, cache)
    return
  }
  const {main} = await import('../dist/core.js')
  await main(process.argv.slice(2), root)
}

// A key press in a shell: the answer is in a table, and the core is not loaded to find it.
async function complete(request, root, cacheDir) {
  const {answer} = await import('../dist/complete.js')
  const coreRoot = dirname(dirname(fileURLToPath(import.meta.url)))
  const core = () => import('../dist/inner.js')
  process.stdout.write(await answer(request, {root, coreRoot, cacheDir, core}))
}
