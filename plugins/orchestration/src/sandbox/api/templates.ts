import {asText} from '@osc-cli/core'
import {type Answer, type Call, type Routes, SandboxFailure} from '@osc-cli/core/sandbox'
import {checkProject} from '#sandbox/api/find-stack'
import {booleanQuery, listQuery} from '#sandbox/api/query'
import {requestSource, requestUser} from '#sandbox/api/stack-request'
import {validationJson} from '#sandbox/api/validate-json'
import type {Context} from '#sandbox/engine/context'
import {draftStack} from '#sandbox/engine/new-stack'
import {checkTemplate} from '#sandbox/engine/validate'
import {invalidRequest, notFoundHere} from '#sandbox/failures'
import {FUNCTIONS, isKnown} from '#sandbox/template/functions'
import {VERSIONS} from '#sandbox/template/versions'

/** Validation, template versions and their functions. */
export function templateRoutes(context: Context): Routes {
  return {
    'POST /v1/:project/validate': (call) => validate(context, call),
    'GET /v1/:project/template_versions': (call) => {
      checkProject(call)
      const versions = VERSIONS.map(({key, version, dialect, aliases}) => ({
        version: `${key}.${version}`,
        type: dialect,
        aliases: aliases.map((alias) => `${key}.${alias}`),
      }))
      return {body: {template_versions: versions}}
    },
    'GET /v1/:project/template_versions/:version/functions': (call) => {
      checkProject(call)
      const {version: wanted = ''} = call.params
      const version = VERSIONS.find(({key, version: own, aliases}) =>
        [own, ...aliases].some((name) => `${key}.${name}` === wanted),
      )
      if (!version) throw notFoundHere(`Template with version ${wanted} not found`)
      const known = Object.entries(FUNCTIONS).filter(([, fn]) => isKnown(fn, version))
      return {body: {template_functions: known.map(([name, {description}]) => ({functions: name, description}))}}
    },
  }
}

async function validate(context: Context, call: Call): Promise<Answer> {
  checkProject(call)
  const {world} = context
  const source = await requestSource(call, world.cloud)
  const draft = draftStack(world, {
    name: asText(call.body.stack_name) ?? 'dummy_stack',
    source,
    projectId: call.caller.projectId ?? '',
    owner: call.caller.userName,
    user: requestUser(call),
    userProjectId: '',
    parent: null,
    parentResource: null,
    disableRollback: true,
    timeoutMins: null,
    tags: null,
  })
  try {
    const view = await checkTemplate(context, draft, {ignored: listQuery(call.query, 'ignore_errors')})
    return {body: await validationJson(context, view, booleanQuery(call.query, 'show_nested'))}
  } catch (error) {
    // Heat reports errors here in another form.
    if (error instanceof SandboxFailure && error.details.type === 'StackValidationFailed')
      throw invalidRequest(error.message.replaceAll(': : ', ': '))
    throw error
  }
}
