import {type Json, type JsonObject, UsageError} from '@osc-cli/core'
import {parameterMap} from '#parameters'
import {contentOf} from '#template/content'
import {addHooks, type Hook} from '#template/hooks'
import {
  type Environments,
  processEnvironments,
  processTemplate,
  type ReadContext,
  type Reading,
  startReading,
} from '#template/process'
import {toJson} from '#template/tree'
import {directoryOf, fileUrl, joinUrl} from '#template/urls'

/** The options of stack create, update, preview and template validate. */
export interface StackInput {
  /** Path or URL of the template; required unless `existing` is set. */
  template?: string | undefined
  /** Keep the stack's template if none is given. */
  existing?: boolean | undefined
  /** Paths or URLs of environments; later ones take precedence. */
  environments?: readonly string[] | undefined
  /** KEY=VALUE texts; a single one may hold several, separated by `;`. */
  parameters?: readonly string[] | undefined
  /** KEY=FILE texts: the value is the content of FILE, relative to the template. */
  parameterFiles?: readonly string[] | undefined
  /** The Swift container from which Heat reads all other files: only the template is read here. */
  filesContainer?: string | undefined
  hooks?: {hook: Hook; resources: readonly string[]} | undefined
  /** Heat merges environments itself and expects each of them too; false sends only the merged one. */
  eachEnvironment?: boolean | undefined
}

/**
 * The part of a request body that they result in: POST /stacks, /stacks/preview and /validate, of PUT and PATCH /stacks/NAME/ID.
 * https://docs.openstack.org/api-ref/orchestration/v1/#create-stack
 */
export type StackBody = JsonObject & {template: Json; files: JsonObject; environment: Json; parameters: JsonObject}

/** Reads everything that is named, each file once. DocumentError when something is missing or invalid. */
export async function stackBody(input: StackInput, context: ReadContext): Promise<StackBody> {
  const reading = startReading(context)
  const template = await templateOf(input, reading)
  const {environment, urls} = await environmentsOf(input, reading)
  const {hooks, filesContainer} = input
  if (hooks?.resources.length) addHooks(environment, hooks.resources, hooks.hook)
  return {
    template,
    files: reading.files.toObject(),
    environment: toJson(environment),
    parameters: {...parameterMap(input.parameters ?? []), ...(await parametersFromFiles(input, reading))},
    ...(urls.length && {environment_files: urls}),
    ...(filesContainer && {files_container: filesContainer}),
  }
}

async function templateOf({template, existing, filesContainer}: StackInput, reading: Reading): Promise<Json> {
  if (template) return toJson(await processTemplate(template, reading, {fetchFiles: !filesContainer}))
  if (existing) return null
  throw new UsageError('The template is missing.', {
    hint: "Add --template FILE, or --existing to keep the stack's template.",
  })
}

async function environmentsOf(
  {environments = [], filesContainer, eachEnvironment}: StackInput,
  reading: Reading,
): Promise<Environments> {
  if (filesContainer) return {environment: new Map(), urls: [...environments]}
  return processEnvironments(environments, reading, {keepEach: eachEnvironment !== false})
}

async function parametersFromFiles({template, parameterFiles}: StackInput, {cwd, read}: Reading): Promise<JsonObject> {
  if (!parameterFiles?.length) return {}
  const directory = template ? directoryOf(fileUrl(template, cwd)) : fileUrl(cwd, cwd).concat('/')
  const content = async (path: string) => contentOf(await read(joinUrl(directory, path)))
  const parameters: JsonObject = {}
  for (const [key, path] of Object.entries(parameterMap(parameterFiles, {split: false})))
    parameters[key] = typeof path === 'string' ? await content(path) : await Promise.all(path.map(content))
  return parameters
}
