import type {Plugin} from 'esbuild'

/** For the bundle of one part of the core: what it uses of the rest is in the core's own bundle, as src/bundle/inner.ts exports it. */
export const restOfCore = (part: string): Plugin => ({
  name: 'rest-of-core',
  setup(build) {
    build.onResolve({filter: /^#/}, ({path}) =>
      path.startsWith(`#${part}/`) ? undefined : {path: './inner.js', external: true},
    )
  },
})
