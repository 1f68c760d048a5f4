import {registerHooks} from 'node:module'

let shared = false

/** From now on every plugin, wherever it is installed, gets the running core as its `@osc-cli/core`. */
export function shareSdk(): void {
  if (shared) return
  shared = true
  const sdk = new URL('./index.js', import.meta.url).href
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === '@osc-cli/core' ? {url: sdk, shortCircuit: true} : next(specifier, context),
  })
}
