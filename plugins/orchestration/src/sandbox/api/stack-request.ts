import {asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {type Call, notImplemented, type SandboxCloud} from '@osc-cli/core/sandbox'
import {integer} from '#sandbox/api/query'
import {requestFiles} from '#sandbox/api/request-files'
import {requestEnvironment} from '#sandbox/engine/environment'
import type {NewStack} from '#sandbox/engine/new-stack'
import type {Source, StackRecord, StackUser} from '#sandbox/engine/records'
import {registryOf} from '#sandbox/engine/registry'
import {invalidRequest, invalidStack} from '#sandbox/failures'
import {readDocument} from '#sandbox/template/read'

/** The fields of a request besides the source. */
export interface Settings {
  disableRollback?: boolean
  timeoutMins?: number
  tags?: string[]
}

/** The template, environment and files of a request. */
export async function requestSource(call: Call, cloud: SandboxCloud): Promise<Source> {
  const {template: given} = call.body
  const files = requestFiles(call, cloud)
  if (given === undefined || given === null) throw invalidRequest('No template specified')
  const template = await readDocument(given)
  const environment = await requestEnvironment({...call.body, files})
  return completed({template, environment, files})
}

const completed = (source: Source): Source => ({
  ...source,
  environment: {...source.environment, resource_registry: registryOf(source)},
})

/** For PATCH: fields that are not in the request keep their values. */
export async function patchedSource(call: Call, {source: old}: StackRecord, cloud: SandboxCloud): Promise<Source> {
  const {body} = call
  const files = requestFiles(call, cloud)
  const environment = await requestEnvironment({...body, files})
  const before = old.environment
  const kept = Object.entries(asObject(before.parameters)).filter(([name]) => !clears(body, name))
  const section = (key: string) => ({...asObject(before[key]), ...asObject(environment[key])})
  const hasTemplate = body.template !== undefined && body.template !== null
  return completed({
    template: hasTemplate ? await readDocument(body.template ?? null) : old.template,
    files: {...old.files, ...files},
    environment: {
      ...before,
      resource_registry: section('resource_registry'),
      parameter_defaults: section('parameter_defaults'),
      parameters: {...Object.fromEntries(kept), ...asObject(environment.parameters)},
    },
  })
}

const clears = ({clear_parameters: cleared}: JsonObject, name: string): boolean =>
  Array.isArray(cleared) && cleared.includes(name)

export function requestSettings({disable_rollback: rollback, timeout_mins: timeout, tags}: JsonObject): Settings {
  return {
    ...(rollback === undefined || rollback === null ? {} : {disableRollback: toBoolean(rollback)}),
    ...(timeout === undefined || timeout === null ? {} : {timeoutMins: integer(timeout, 'timeout_mins')}),
    ...(tags === undefined || tags === null ? {} : {tags: tagsOf(tags)}),
  }
}

function toBoolean(value: Json): boolean {
  const text = String(value).toLowerCase()
  if (text === 'true' || text === 'false') return text === 'true'
  throw invalidRequest(
    `Unrecognized value "${asText(value) ?? ''}" for "disable_rollback", acceptable values are: true, false.`,
  )
}

function tagsOf(value: Json): string[] {
  if (typeof value !== 'string') throw invalidRequest('Invalid tags, expected a comma-delimited list')
  const tags = value.split(',').map((tag) => tag.trim())
  const wrong = tags.find((tag) => tag === '' || tag.length > 80)
  if (wrong !== undefined) throw invalidStack(`Invalid tag, "${wrong}" must be between 1 and 80 characters long`)
  return tags
}

const NAME = /^[a-zA-Z][a-zA-Z0-9_.-]{0,254}$/

export function requestName({stack_name: name}: JsonObject): string {
  if (name === undefined || name === null || name === '') throw invalidRequest('No stack name specified')
  const text = asText(name) ?? ''
  if (NAME.test(text)) return text
  throw invalidStack(
    `Invalid stack name ${text} must contain only alphanumeric or "_-." characters, must start with alpha and must be 255 characters or less.`,
  )
}

export const requestUser = ({caller}: Call): StackUser => ({
  userId: caller.userId,
  userName: caller.userName,
  userDomainId: caller.userDomainId,
  projectName: caller.projectName ?? null,
  roles: [...caller.roles],
})

/** A new top-level stack of the caller. */
export async function requestStack(call: Call, userProjectId: string, cloud: SandboxCloud): Promise<NewStack> {
  const {body, caller} = call
  if (body.adopt_stack_data !== undefined) throw notImplemented('stack-adopt')
  if (body.template === undefined && body.stack_name === undefined) throw invalidRequest('No stack name specified')
  const name = requestName(body)
  const source = await requestSource(call, cloud)
  const {disableRollback = true, timeoutMins = null, tags = []} = requestSettings(body)
  return {
    name,
    source,
    disableRollback,
    timeoutMins,
    tags: tags.length > 0 ? tags : null,
    projectId: caller.projectId ?? '',
    owner: caller.userName,
    user: requestUser(call),
    userProjectId,
    parent: null,
    parentResource: null,
  }
}
