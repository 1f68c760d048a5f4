import {builtinModules} from 'node:module'
import type {Plugin} from 'esbuild'

const NAMES = new Set(builtinModules)

/**
 * Node's own modules are asked for when the code that uses them first runs. As imports of the bundle all of them would be
 * loaded at every start, and wrapped as ES modules, which touches every getter they have.
 */
export const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  setup(build) {
    build.onResolve({filter: /^(?:node:)?[a-z_/]+$/}, ({path}) => {
      const name = path.replace(/^node:/, '')
      return NAMES.has(name) ? {path: name, namespace: 'builtin'} : undefined
    })
    build.onLoad({filter: /.*/, namespace: 'builtin'}, ({path}) => ({
      // An object that inherits all of the module: what esbuild copies of a module it gets from every getter.
      contents: `const m = process.getBuiltinModule(${JSON.stringify(`node:${path}`)})
module.exports = typeof m === 'function' ? m : Object.create(m)`,
      loader: 'js',
    }))
  },
}
