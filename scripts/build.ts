// Builds everything: the core as one bundle with its libraries beside it, the plugins file by file, and every manifest.
import {spawn} from 'node:child_process'
import {existsSync, globSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type BuildOptions, build} from 'esbuild'
import {writeManifest} from '../src/authoring/manifest.ts'
import {writeSearchIndex} from '../src/authoring/search-index.ts'
import {removeStaleOutputs} from '../src/authoring/stale-outputs.ts'
import {inner, sdk} from '../src/bundle/core.ts'
import {writeKnownPlugins} from './known-plugins.ts'
import {lazyBuiltins} from './lazy-builtins.ts'
import {bundleLibraries, libraries} from './libraries.ts'
import {writePluginSet} from './plugin-set.ts'
import {restOfCore} from './rest-of-core.ts'
import {readEntryPoints} from './sdk-reference/entry-points.ts'
import {referencePage} from './sdk-reference/page.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const plugins = globSync('plugins/*/package.json', {cwd: root})
  .sort()
  .map((file) => join(root, dirname(file)))

// oclif's core is bundled because loading it whole costs a start more than everything else; its plugins bring their own.
const fast: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node22.18',
  conditions: ['@osc/source'],
  external: ['@oclif/plugin-*'],
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
}

if (process.argv.includes('--clean')) {
  for (const folder of [root, ...plugins]) rmSync(join(folder, 'dist'), {recursive: true, force: true})
}
mkdirSync(join(root, 'dist'), {recursive: true})
const [broken] = await Promise.all([
  compile(),
  bundleCore(),
  bundlePart('sandbox'),
  bundlePart('testing'),
  bundlePart('oclif-help'),
])
removeStaleOutputs(join(root, 'dist/commands'), join(root, 'src/commands'))
removeStaleOutputs(join(root, 'dist/types'), join(root, 'src'))
await describe(root)
for (const folder of plugins) await buildPlugin(folder)
// A plugin that was never built is not known.
writeKnownPlugins(
  root,
  plugins.filter((folder) => existsSync(join(folder, 'oclif.manifest.json'))),
)
writePluginSet(root, plugins)
writeFileSync(join(root, 'docs', 'sdk.md'), referencePage(readEntryPoints(root)))
for (const [folder, reason] of broken) {
  process.stderr.write(`Not built: ${relative(root, folder)}: ${reason}. Its last build is still in use.\n`)
  process.exitCode = 1
}

/** Everything of a plugin that is made from its compiled code. One that is broken stops nobody else. */
async function buildPlugin(folder: string): Promise<void> {
  if (broken.has(folder)) return
  removeStaleOutputs(join(folder, 'dist'), join(folder, 'src'))
  try {
    await describe(folder)
  } catch (error) {
    broken.set(folder, error instanceof Error ? error.message : String(error))
  }
}

async function describe(folder: string): Promise<void> {
  await writeManifest(folder)
  await writeSearchIndex(folder, {withTopics: folder === root})
}

/** All of the core in one file, which loads faster than several; every part of it runs only when it is used. */
async function bundleCore(): Promise<void> {
  await Promise.all([
    bundle('src/bundle/core.ts', 'dist/core.js'),
    bundleLibraries(root, join(root, 'dist'), fast),
    writeNames('sdk', sdk, 'dist/index.js'),
    writeNames('inner', inner, 'dist/inner.js'),
    // What a key press in a shell loads, and no more.
    bundle('src/completion/main.ts', 'dist/complete.js'),
    // What the launcher loads before the core.
    bundle('src/bundle/launch.ts', 'dist/launch.js'),
  ])
  for (const file of globSync('commands/**/*.ts', {cwd: join(root, 'src')})) writeCommand(file.replace(/\.ts$/, ''))
}

async function bundle(from: string, to: string): Promise<void> {
  await build({
    ...fast,
    entryPoints: [from],
    outfile: to,
    format: 'esm',
    banner: {js: "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);"},
    plugins: [lazyBuiltins, libraries],
  })
}

/** A set of names that others import from the core's bundle. */
async function writeNames(set: string, load: () => Promise<object>, file: string): Promise<void> {
  const names = Object.keys(await load()).sort()
  writeFileSync(
    join(root, file),
    `import {${set}} from './core.js'\nexport const {${names.join(', ')}} = await ${set}()\n`,
  )
}

/** A part of the core that only some plugins, or oclif, import: a bundle of its own, so that no start reads it. */
async function bundlePart(name: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [`src/${name}/index.ts`],
    outfile: `dist/${name}.js`,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22.18',
    conditions: ['@osc/source'],
    // The class that a program of oclif extends must be its own.
    external: ['@oclif/core/*'],
    plugins: [restOfCore(name)],
    logLevel: 'warning',
  })
}

/** oclif wants a file for each command; those of the core are in the bundle. */
function writeCommand(path: string): void {
  const file = join(root, 'dist', `${path}.js`)
  const index = relative(dirname(file), join(root, 'dist/inner.js'))
  const name = path.replace('commands/', '')
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(
    file,
    `import {loadCoreCommand} from '${index}'\nexport default (await loadCoreCommand('${name}')).default\n`,
  )
}

/** Compiles the core and the plugins. Returns the plugins that do not compile, and why; an error of the core is the end. */
async function compile(): Promise<Map<string, string>> {
  const projects = ['.', ...plugins]
  const child = spawn(join(root, 'node_modules/.bin/tsc'), ['-b', '--pretty', 'false', ...projects], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  for await (const text of child.stdout.setEncoding('utf8')) output += text
  process.stdout.write(output)
  const status = child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve)))
  const failed = plugins.filter((folder) => output.includes(`${relative(root, folder)}/`))
  if (status !== 0 && (failed.length === 0 || /^src\//m.test(output)))
    throw new Error(`tsc ended with status ${status}.`)
  return new Map(failed.map((folder) => [folder, 'it does not compile']))
}
