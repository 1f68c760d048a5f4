/** The public face of osc: what a plugin may import. */
/**
 * The arguments of a command, oclif's: `static override args = {name: Args.string({required: true})}`. What they take:
 * https://oclif.io/docs/args; each has a `description`.
 */
export * as Args from '@oclif/core/args'
export type {Remedy} from '#advice/remedies/types'
export {redact, redactText} from '#advice/secrets/redact'
export {agentFor} from '#cloud/agent-for'
export {type OAuth1Signer, signOAuth1} from '#cloud/auth/sign-oauth1'
export {similar} from '#cloud/config/similar'
export type {Microversion} from '#cloud/microversion'
export {OutageError, pollThroughOutages} from '#cloud/outage'
export {objectPath, pathSegment} from '#cloud/path'
export {isTransient} from '#cloud/transient'
export type {Access, ApiRequest, ApiResponse, ListOptions, Method, Query, Session} from '#cloud/types'
export {type CommandContext, ListCommand, OscCommand, ShowCommand} from '#command'
export {
  AmbiguousError,
  AuthError,
  ConfigError,
  ConflictError,
  ConnectionError,
  type ErrorDetails,
  FileExistsError,
  HttpError,
  type HttpFailure,
  InterruptedError,
  isFailure,
  NotFoundError,
  OscError,
  PolicyError,
  QuotaError,
  RefusedError,
  UsageError,
  WaitError,
} from '#errors'
export {fileReason} from '#files/file-error'
export {checkFoldersBelow} from '#files/folders-below'
export {makeFolder} from '#files/make-folder'
export {collectLimited, readLimited, TooLargeError} from '#files/read-limited'
export {readSource, readText} from '#files/read-source'
export {type Digests, download, openSource, type Source, type Target, upload} from '#files/transfer'
/**
 * The options of a command: oclif's, and some of osc's own. What they take: https://oclif.io/docs/flags; each has a
 * `description`, and what it takes is called by its `helpValue`.
 */
export * as Flags from '#flags'
export type {Needs, NounHelp, PluginHelp, StateHelp, VerbLine} from '#help/declare'
export * from '#json'
export type {PairKeys} from '#line/pairs'
export {checkKeys, readPairs} from '#line/pairs'
export type {ParsedOption} from '#line/parse'
export {humanValue, machineValue} from '#output/cells'
/** Pictures: `Pictures.drawn`, `Pictures.dotText`, `Pictures.mermaidText`, `Pictures.treeText`. */
export * as Pictures from '#output/diagram'
export {listFormat, showFormat} from '#output/flags'
export {defineFormatter, type FormatOptions, type Formatter} from '#output/formatter'
export {objectOf} from '#output/json'
/** Cells as osc-lib prints them: `Cells.dict`, `Cells.list`, `Cells.dicts`, `Cells.lists`, `Cells.upDown`. */
export * as Cells from '#output/osc-cells'
export {pythonRepr, pythonText} from '#output/python-text'
export {pythonYaml} from '#output/python-yaml'
export {sanitize} from '#output/sanitize'
export {type Cell, Formatted, type ListData, type ShowData, type Sink} from '#output/types'
export {wrapText} from '#output/wrap-text'
export type {FinallyHook, HookContext, PostrunHook, PrerunHook} from '#plugins/hook'
export {childEnvironment} from '#process'
export {AmbiguousNameError} from '#resource/ambiguous'
export {type Api, additions, isEmpty, type PatchOperation, pointer, type ResourceApi, removals} from '#resource/api'
export * from '#resource/flag-sets'
export {idIn, inDomain} from '#resource/in-domain'
/** Resources of core services, for look-ups by name: `Known.Project`, `Known.Image`, `Known.Network`. */
export * as Known from '#resource/known'
export {requireChanges} from '#resource/require-changes'
export {defineResource, type Resource} from '#resource/resource'
export type {WaitFor} from '#resource/wait'
export type {Columns, Row} from '#rows/columns'
export {fields, pick} from '#rows/fields'
export {firstRow} from '#rows/first-row'
export {inOrder} from '#rows/in-order'
export {limiter} from '#rows/limiter'
export {sortRows} from '#rows/sort'
export type {Runtime} from '#runtime'
export {readSecret} from '#terminal/read-secret'
export {givenJson} from '#text/given-json'
export {givenText} from '#text/given-text'
export {placeAt, type SyntaxFault, type TextPlace} from '#text/place'
export {shellWord} from '#text/shell-word'
export {NotUtf8Error, utf8Text} from '#text/utf8'
export {yamlFaults, yamlSyntaxFaults} from '#text/yaml-fault'
export {declaredInputs} from '#workflow/declared-inputs'
export {waitForExecution} from '#workflow/wait-for-execution'
