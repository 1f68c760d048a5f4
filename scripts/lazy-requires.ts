import {readFile} from 'node:fs/promises'
import type {Plugin} from 'esbuild'

const REQUIRE = /^const (\w+) = (?:(__importDefault|__importStar)\()?(require\("[^"]+"\))\)?;$/gm

/**
 * oclif's core requires all of itself when any of it is loaded: 37 ms of a start where 12 are needed. It is compiled by
 * TypeScript, so every use of a required module is a property read; turning each `const x = require(...)` into a function
 * that requires at the first use changes nothing but the time.
 */
export const lazyRequires: Plugin = {
  name: 'lazy-requires',
  setup(build) {
    build.onLoad({filter: /@oclif[\\/]core[\\/]lib[\\/].*\.js$/}, async ({path}) => {
      const source = await readFile(path, 'utf8')
      return {contents: makeLazy(source), loader: 'js'}
    })
  },
}

export function makeLazy(source: string): string {
  const names: string[] = []
  const declared = source.replace(REQUIRE, (_match, name: string, wrap: string | undefined, call: string) => {
    names.push(name)
    return `let lazy_${name}; const load_${name} = () => lazy_${name} ??= ${wrap ? `${wrap}(${call})` : call};`
  })
  // `new a.B()` must become `new (load_a()).B()`: without parentheses `new` would take the call as its own.
  return names.reduce(
    (text, name) =>
      text.replace(new RegExp(`(\\bnew\\s+)?(?<![\\w$.])${name}(?![\\w$])`, 'g'), (_match, fresh?: string) =>
        fresh ? `${fresh}(load_${name}())` : `load_${name}()`,
      ),
    declared,
  )
}
