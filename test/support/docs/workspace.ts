import {cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {repository} from '../program.ts'
import type {Block, Page} from './pages.ts'

/** Where the files of a page are written. */
export interface Workspace {
  root: string
  /** What the compiler is to read: what a plugin compiles, and its tests, which it does not compile. */
  configs: string[]
  /** Writes those of the blocks that are files. */
  write(blocks: readonly Block[]): void
  remove(): void
}

/**
 * A folder for the files of a page, which are still to be written. Those of a page that has a package.json are a plugin
 * that sees only the built packages of this repository. A page with files in src/ but no package.json shows parts of such a
 * plugin. The files of any other page are tests of this repository.
 */
export function makeWorkspace({blocks}: Page): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'osc-docs-'))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), {recursive: true})
    writeFileSync(join(root, file), text)
  }
  const link = (path: string) => {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    symlinkSync(join(repository, path), join(root, path))
  }
  const files = blocks.flatMap(({file = []}) => file)
  const isPlugin = files.includes('package.json')
  link('node_modules')
  if (!isPlugin) {
    link('tsconfig.base.json')
    cpSync(join(repository, 'tsconfig.test.json'), join(root, 'tsconfig.test.json'))
    // A file written below a link would end up in this repository.
    if (files.some((file) => file.startsWith('src/'))) write('package.json', '{"type": "module"}')
    else for (const path of ['src', 'test/support', 'package.json']) link(path)
  }
  const tests = join(root, 'tsconfig.docs.json')
  const options = {noEmit: true, rootDir: '.', types: ['node', 'mocha']}
  const base = isPlugin ? './tsconfig.json' : './tsconfig.test.json'
  const include = files.filter((file) => (isPlugin ? /^test\/.*\.ts$/ : /^(?:test|src)\/.*\.ts$/).test(file))
  write('tsconfig.docs.json', JSON.stringify({extends: base, compilerOptions: options, include}))
  const configs = isPlugin ? [join(root, 'tsconfig.json'), tests] : [tests]
  const writeBlocks = (some: readonly Block[]) => {
    for (const {file, text} of some) if (file !== undefined) write(file, text)
  }
  return {root, configs, write: writeBlocks, remove: () => rmSync(root, {recursive: true, force: true})}
}
