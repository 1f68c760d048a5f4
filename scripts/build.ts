// Builds everything: the core as one bundle split by entry point, the plugins file by file, and every manifest.
import {spawn} from 'node:child_process'
import {globSync, readFileSync, rmSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {lazyRequires} from './lazy-requires.ts'
import {writeManifest} from './manifest.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const plugins = globSync('plugins/*/package.json', {cwd: root}).map((file) => join(root, dirname(file)))

if (process.argv.includes('--clean')) {
  for (const folder of [root, ...plugins]) rmSync(join(folder, 'dist'), {recursive: true, force: true})
}
await Promise.all([bundleCore(), compile()])
for (const folder of [root, ...plugins]) await writeManifest(folder)

/** The start-up path in few files; every command of the core is an entry point of its own. */
async function bundleCore(): Promise<void> {
  const {dependencies} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {dependencies: object}
  await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts', 'src/sdk.ts', ...globSync('src/commands/**/*.ts', {cwd: root})],
    outdir: 'dist',
    outbase: 'src',
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node22.18',
    conditions: ['@osc/source'],
    // oclif's core is bundled because loading it whole costs a start more than everything else; its plugins bring their own.
    external: Object.keys(dependencies).filter((name) => name.startsWith('@oclif/plugin-')),
    banner: {
      js: "import {createRequire as osc_createRequire} from 'node:module'; const require = osc_createRequire(import.meta.url);",
    },
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [lazyRequires],
    logLevel: 'warning',
  })
}

function compile(): Promise<void> {
  return new Promise((resolve, reject) => {
    const projects = ['.', ...plugins]
    const child = spawn(join(root, 'node_modules/.bin/tsc'), ['-b', '--pretty', 'false', ...projects], {
      cwd: root,
      stdio: 'inherit',
    })
    child.once('exit', (status) => (status === 0 ? resolve() : reject(new Error(`tsc ended with status ${status}.`))))
  })
}
