/** What a plugin needs to bring its service into the sandbox: `@osc-cli/core/sandbox`. */
export * from '#sandbox/failure'
export {type Page, pageOf} from '#sandbox/page'
export {type Field, type RestCollection, restCollection} from '#sandbox/rest-collection'
export type * from '#sandbox/sandbox'
export type * from '#sandbox/service'
export type * from '#sandbox/store'
