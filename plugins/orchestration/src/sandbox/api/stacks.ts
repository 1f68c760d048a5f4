import {asObject, asText} from '@osc-cli/core'
import {type Answer, type Call, notImplemented, type Routes} from '@osc-cli/core/sandbox'
import {ACCEPTED} from '#sandbox/api/accepted'
import {checkProject, findByName, findLiveStack, findStack} from '#sandbox/api/find-stack'
import {link, stackUrl} from '#sandbox/api/links'
import {stackJson} from '#sandbox/api/stack-json'
import {listStacks} from '#sandbox/api/stack-list'
import {patchedSource, requestSettings, requestSource, requestStack, requestUser} from '#sandbox/api/stack-request'
import type {Context} from '#sandbox/engine/context'
import {converge} from '#sandbox/engine/converge'
import {draftStack} from '#sandbox/engine/new-stack'
import type {Source, StackRecord} from '#sandbox/engine/records'
import {validateStack} from '#sandbox/engine/validate'
import {newId} from '#sandbox/engine/world'
import {immutableChanged, invalidStack, notSupported, stackExists} from '#sandbox/failures'

/** The paths that may follow a stack's name without its ID. */
const BELOW = ['resources', 'events', 'template', 'environment', 'files', 'actions']

/** /stacks and /stacks/NAME/ID: list, show, create, update, delete; a name alone is redirected. */
export function stackRoutes(context: Context): Routes {
  const redirect = (call: Call): Answer => redirectTo(stackUrl(call, findByName(context, call)) + searchOf(call))
  const redirectBelow =
    (part: string) =>
    (call: Call): Answer =>
      redirectTo(stackUrl(call, findByName(context, call), part) + searchOf(call))
  const update = async (call: Call): Promise<Answer> => {
    await updateStack(context, call, (sent) => requestSource(sent, context.world.cloud))
    return ACCEPTED
  }
  const patch = async (call: Call): Promise<Answer> => {
    await updateStack(context, call, (sent, stack) => patchedSource(sent, stack, context.world.cloud))
    return ACCEPTED
  }
  const show = async (call: Call): Promise<Answer> => {
    const stack = findStack(context, call)
    const view = await context.views.load(stack)
    return {body: {stack: stackJson(call, stack, view, !/^false$/i.test(call.query.get('resolve_outputs') ?? ''))}}
  }
  return {
    'GET /v1/:project/stacks': (call) => ({body: listStacks(context, call)}),
    'GET /v1/:project/stacks/detail': (call) => ({body: listStacks(context, call)}),
    'POST /v1/:project/stacks': (call) => createStack(context, call),
    'GET /v1/:project/stacks/:name': redirect,
    'PUT /v1/:project/stacks/:name': redirect,
    'PATCH /v1/:project/stacks/:name': redirect,
    'DELETE /v1/:project/stacks/:name': redirect,
    ...Object.fromEntries(BELOW.map((part) => [`GET /v1/:project/stacks/:name/${part}`, redirectBelow(part)])),
    'POST /v1/:project/stacks/:name/actions': redirectBelow('actions'),
    'GET /v1/:project/stacks/:name/:id': show,
    'PUT /v1/:project/stacks/:name/:id': update,
    'PATCH /v1/:project/stacks/:name/:id': patch,
    'DELETE /v1/:project/stacks/:name/:id': (call) => deleteStack(context, call),
    'DELETE /v1/:project/stacks/:name/:id/abandon': () => {
      throw notImplemented('stack-abandon')
    },
    'POST /v1/:project/stacks/:name/:id/abandon': () => {
      throw notImplemented('stack-abandon')
    },
  }
}

const searchOf = ({query}: Call): string => (query.size > 0 ? `?${query}` : '')

const redirectTo = (location: string): Answer => ({
  status: 302,
  headers: {location},
  body: {
    message: `The resource was found at <a href="${location}">${location}</a>;\nyou should be redirected automatically.\n\n`,
    code: '302 Found',
    title: 'Found',
  },
})

async function createStack(context: Context, call: Call): Promise<Answer> {
  checkProject(call)
  const {world} = context
  const draft = draftStack(world, await requestStack(call, world.cloud.newId(), world.cloud))
  refuseSecond(context, draft)
  await validateStack(context, draft)
  // Another action may have started meanwhile.
  refuseSecond(context, draft)
  world.stacks.put(draft)
  void converge(context, draft.id, 'CREATE')
  const url = stackUrl(call, draft)
  return {status: 201, headers: {location: url}, body: {stack: {id: draft.id, links: [link('self', url)]}}}
}

function refuseSecond({world}: Context, {name, projectId}: StackRecord): void {
  if (world.stacks.find({projectId, name, deletedAt: null, parent: null}).length > 0) throw stackExists(name)
}

type ReadSource = (call: Call, stack: StackRecord) => Promise<Source>

/** Parses and checks the new source of a stack. */
export async function updatedStack(context: Context, call: Call, read: ReadSource): Promise<StackRecord> {
  const stack = findLiveStack(context, call)
  const source = await read(call, stack)
  const {tags, ...settings} = requestSettings(call.body)
  if (stack.action === 'SUSPEND') throw notSupported('Updating a stack when it is suspended')
  if (stack.action === 'DELETE') throw notSupported('Updating a stack when it is deleting')
  // Attributes of nested stacks are read from their views, which are not loaded after a restart.
  await context.views.load(stack)
  const next: StackRecord = {
    ...stack,
    ...settings,
    tags: tags ?? (call.method === 'PATCH' ? stack.tags : null),
    source,
    user: requestUser(call),
    previous:
      stack.status === 'IN_PROGRESS' || stack.status === 'FAILED' ? (stack.previous ?? stack.source) : stack.source,
    sourceVersion: newId(),
  }
  const view = await validateStack(context, next)
  const before = asObject(stack.source.environment.parameters)
  const immutable = [...view.template.parameters.values()].filter(({name, immutable: isFixed, default: value}) => {
    const now = asObject(source.environment.parameters)[name] ?? value
    return isFixed && JSON.stringify(now) !== JSON.stringify(before[name] ?? value)
  })
  if (immutable.length > 0) throw immutableChanged(immutable.map(({name}) => name))
  return next
}

async function updateStack(context: Context, call: Call, read: ReadSource): Promise<void> {
  const next = await updatedStack(context, call, read)
  const {stack_name: name} = call.body
  if (name !== undefined && asText(name) !== next.name && name !== null)
    throw invalidStack('The name of a stack cannot be changed.')
  const {action, status, reason} = findLiveStack(context, call)
  context.world.stacks.put({...next, action, status, reason})
  void converge(context, next.id, 'UPDATE')
}

function deleteStack(context: Context, call: Call): Answer {
  const stack = findLiveStack(context, call)
  const {world} = context
  for (const {id} of world.snapshots.find({stackId: stack.id})) world.snapshots.delete(id)
  void converge(context, stack.id, 'DELETE')
  return {status: 204}
}
