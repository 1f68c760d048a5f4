import {join} from 'node:path'
import {type BuildOptions, build, type Plugin} from 'esbuild'
import {lazyRequires} from './lazy-requires.ts'

/**
 * The libraries that the core uses beyond a start, each in a file of its own with what it depends on. They are half of all the
 * code, and Node reads and hashes a file whole, whatever of it runs.
 */
const LIBRARIES: Readonly<Record<string, {file: string; imports: readonly string[]}>> = {
  oclif: {
    file: 'oclif.cjs',
    imports: ['@oclif/core/args', '@oclif/core/command', '@oclif/core/config', '@oclif/core/flags'],
  },
  jmespath: {file: 'jmespath.cjs', imports: ['jmespath']},
  semver: {
    file: 'semver.cjs',
    imports: ['semver/functions/satisfies.js', 'semver/ranges/gtr.js', 'semver/ranges/valid.js'],
  },
  table: {file: 'table.cjs', imports: ['cli-table3']},
  yaml: {file: 'yaml.cjs', imports: ['yaml']},
}

const FILES = new Map(
  Object.values(LIBRARIES).flatMap(({file, imports}) => imports.map((name): [string, string] => [name, file])),
)

/** For the bundle of the core: a library is required when the code that uses it first runs. */
export const libraries: Plugin = {
  name: 'libraries',
  setup(build) {
    build.onResolve({filter: /.*/}, ({path}) => (FILES.has(path) ? {path, namespace: 'library'} : undefined))
    build.onLoad({filter: /.*/, namespace: 'library'}, ({path}) => ({
      contents: `module.exports = require('./lib/${FILES.get(path)}')[${JSON.stringify(path)}]`,
      loader: 'js',
    }))
    build.onResolve({filter: /^\.\/lib\//, namespace: 'library'}, ({path}) => ({path, external: true}))
  },
}

/** Writes the files of the libraries into the folder `dist`. */
export async function bundleLibraries(root: string, dist: string, options: BuildOptions): Promise<void> {
  await Promise.all(
    Object.values(LIBRARIES).map(({file, imports}) => {
      const getters = imports.map((name) => `get ${JSON.stringify(name)}() { return require(${JSON.stringify(name)}) }`)
      return build({
        ...options,
        stdin: {contents: `module.exports = {${getters.join(', ')}}`, resolveDir: root},
        outfile: join(dist, 'lib', file),
        format: 'cjs',
        plugins: [lazyRequires],
      })
    }),
  )
}
