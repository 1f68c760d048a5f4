import {cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {repository} from '../program.ts'
import type {Page} from './pages.ts'

/** The blocks of a page that are files, written where they belong. */
export interface Workspace {
  root: string
  /** What the compiler is to read: what a plugin compiles, and its tests, which are no part of that. */
  configs: string[]
  remove(): void
}

/**
 * A folder with the files of a page. Those of a page that has a package.json are a plugin that sees nothing of this
 * repository but its built packages; those of any other page are tests of this repository.
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
  const files = blocks.flatMap(({file, text}) => (file === undefined ? [] : [{file, text}]))
  const isPlugin = files.some(({file}) => file === 'package.json')
  link('node_modules')
  for (const {file, text} of files) write(file, text)
  if (!isPlugin) {
    for (const path of ['src', 'test/support', 'package.json', 'tsconfig.base.json']) link(path)
    cpSync(join(repository, 'tsconfig.test.json'), join(root, 'tsconfig.test.json'))
  }
  const tests = join(root, 'tsconfig.docs.json')
  const options = {noEmit: true, rootDir: '.', types: ['node', 'mocha']}
  const base = isPlugin ? './tsconfig.json' : './tsconfig.test.json'
  const include = files.map(({file}) => file).filter((file) => /^test\/.*\.ts$/.test(file))
  write('tsconfig.docs.json', JSON.stringify({extends: base, compilerOptions: options, include}))
  const configs = isPlugin ? [join(root, 'tsconfig.json'), tests] : [tests]
  return {root, configs, remove: () => rmSync(root, {recursive: true, force: true})}
}
