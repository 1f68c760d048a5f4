import {registerHooks} from 'node:module'

// The parts of the core that plugins import, as files beside the bundle.
const PARTS: Readonly<Record<string, string>> = {
  '@osc-cli/core': './index.js',
  '@osc-cli/core/sandbox': './sandbox.js',
  '@osc-cli/core/testing': './testing.js',
}

let shared = false

/** From now on every plugin, wherever it is installed, gets the running core as its `@osc-cli/core`. */
export function shareSdk(): void {
  if (shared) return
  shared = true
  // From source, in this repository, the packages' own exports lead to the one instance.
  if (import.meta.url.endsWith('.ts')) return
  registerHooks({
    resolve: (specifier, context, next) => {
      const file = PARTS[specifier]
      return file ? {url: new URL(file, import.meta.url).href, shortCircuit: true} : next(specifier, context)
    },
  })
}
