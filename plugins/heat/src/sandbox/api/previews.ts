import type {Json, JsonObject} from '@osc-cli/core'
import type {Answer, Call, Routes} from '@osc-cli/core/sandbox'
import {checkProject, findLiveStack} from '#sandbox/api/find-stack'
import {booleanQuery} from '#sandbox/api/query'
import {stackJson} from '#sandbox/api/stack-json'
import {patchedSource, requestSource, requestStack} from '#sandbox/api/stack-request'
import {updatedStack} from '#sandbox/api/stacks'
import {changedKeys, replacementReason} from '#sandbox/engine/apply-resource'
import type {Context} from '#sandbox/engine/context'
import {draftStack} from '#sandbox/engine/new-stack'
import type {ResourceRecord, StackRecord} from '#sandbox/engine/records'
import {validateStack} from '#sandbox/engine/validate'
import {allAttributes, openView, propertiesOf, resolvedProperties, type View} from '#sandbox/engine/view'
import {stackExists} from '#sandbox/failures'

export function previewRoutes(context: Context): Routes {
  const previewUpdate = (read: typeof patchedSource) => (call: Call) =>
    changesOf(context, call, ({body}, stack) => read(body, stack))
  return {
    'POST /v1/:project/stacks/preview': (call) => previewStack(context, call),
    'PUT /v1/:project/stacks/:name/:id/preview': previewUpdate((body) => requestSource(body)),
    'PATCH /v1/:project/stacks/:name/:id/preview': previewUpdate(patchedSource),
  }
}

async function previewStack(context: Context, call: Call): Promise<Answer> {
  checkProject(call)
  const {world} = context
  const draft = {...draftStack(world, await requestStack(call, '')), id: 'None'}
  const {name, projectId} = draft
  if (world.stacks.find({projectId, name, deletedAt: null}).length > 0) throw stackExists(name)
  const view = await validateStack(context, draft)
  const {stack_status: _status, stack_status_reason: _reason, ...shown} = stackJson(call, draft, view, false)
  return {
    body: {
      stack: {...shown, stack_user_project_id: null, outputs: [], resources: await previewResources(context, view)},
    },
  }
}

/** A stack below is shown as the list of its resources. */
async function previewResources(context: Context, view: View): Promise<Json[]> {
  return Promise.all(
    [...view.definitions.values()].map(async (definition): Promise<Json> => {
      const type = view.typeOf(definition.name)
      const properties = propertiesOf(type, resolvedProperties(view, definition))
      const below = await nestedView(context, view, definition.name)
      if (below) return previewResources(context, below)
      return {
        ...plannedJson(view, definition.name),
        description: definition.description,
        metadata: definition.metadata,
        attributes: Object.fromEntries(Object.keys(type.attributes).map((name) => [name, null])),
        properties,
      }
    }),
  )
}

/** A resource that is not there yet. */
function plannedJson(view: View, name: string): JsonObject {
  const {stack} = view
  return {
    updated_time: null,
    creation_time: null,
    resource_name: name,
    physical_resource_id: '',
    resource_action: 'INIT',
    resource_status: 'COMPLETE',
    resource_status_reason: '',
    resource_type: view.definitions.get(name)?.type ?? '',
    ...identities(stack, name),
    required_by: [...view.definitions.keys()].filter((other) => view.requires(other).includes(name)),
    ...(stack.parentResource === null ? {} : {parent_resource: stack.parentResource}),
    description: view.definitions.get(name)?.description ?? '',
    metadata: {},
  }
}

function identities({projectId, name, id}: StackRecord, resource: string): JsonObject {
  const stack = {tenant: projectId, stack_name: name, stack_id: id}
  return {
    resource_identity: {...stack, path: `/resources/${resource}`},
    stack_identity: {...stack, path: ''},
    stack_name: name,
  }
}

function existingJson(view: View, record: ResourceRecord): JsonObject {
  const others = view.world.resources.find({stackId: view.stack.id, isCurrent: true})
  return {
    updated_time: record.updatedAt,
    creation_time: record.createdAt,
    resource_name: record.name,
    physical_resource_id: record.physicalId ?? '',
    resource_action: record.action,
    resource_status: record.status,
    resource_status_reason: record.reason,
    resource_type: record.type,
    ...identities(view.stack, record.name),
    required_by: others.filter(({requires}) => requires.includes(record.name)).map(({name}) => name),
    description: view.definitions.get(record.name)?.description ?? '',
    metadata: record.metadata,
    attributes: view.definitions.has(record.name) ? allAttributes(view.typeOf(record.name), view.handle(record)) : {},
  }
}

type Change = 'unchanged' | 'updated' | 'replaced' | 'added' | 'deleted'
type Changes = Record<Change, JsonObject[]>

async function changesOf(context: Context, call: Call, read: Parameters<typeof updatedStack>[2]): Promise<Answer> {
  const current = await context.views.load(findLiveStack(context, call))
  const next = await openView(context.world, await updatedStack(context, call, read), context.nested)
  const changes: Changes = {unchanged: [], updated: [], replaced: [], added: [], deleted: []}
  await collect(context, current, next, {changes, withNested: booleanQuery(call.query, 'show_nested')})
  return {body: {resource_changes: changes}}
}

/** Sorts the resources of a stack by what would happen to them; `next` is undefined for a stack that would go. */
async function collect(
  context: Context,
  current: View,
  next: View | undefined,
  into: {changes: Changes; withNested: boolean},
): Promise<void> {
  const {changes, withNested} = into
  const records = context.world.resources.find({stackId: current.stack.id, isCurrent: true})
  for (const record of records) {
    const kind = next === undefined ? 'deleted' : changeOf(current, next, record)
    changes[kind].push(existingJson(current, record))
    const below = context.views.loaded(record.physicalId ?? '')
    if (!withNested || !below) continue
    const after =
      kind === 'deleted' || kind === 'replaced' || !next ? undefined : await nestedView(context, next, record.name)
    await collect(context, below, after, into)
  }
  for (const name of next?.definitions.keys() ?? [])
    if (next && !records.some((record) => record.name === name)) await collectAdded(context, next, name, into)
}

async function collectAdded(
  context: Context,
  view: View,
  name: string,
  into: {changes: Changes; withNested: boolean},
): Promise<void> {
  const attributes = Object.keys(view.typeOf(name).attributes)
  into.changes.added.push({
    ...plannedJson(view, name),
    attributes: Object.fromEntries(attributes.map((attribute) => [attribute, null])),
  })
  const below = into.withNested ? await nestedView(context, view, name) : undefined
  for (const inner of below?.definitions.keys() ?? []) if (below) await collectAdded(context, below, inner, into)
}

/** The stack that a resource would be made of; undefined when it is none. */
async function nestedView(context: Context, view: View, name: string): Promise<View | undefined> {
  const definition = view.definitions.get(name)
  const type = view.typeOf(name)
  const source = definition && type.nestedTemplate?.(propertiesOf(type, resolvedProperties(view, definition)))
  if (!source) return undefined
  const {stack} = view
  const {environment, files} = stack.source
  const child: StackRecord = {
    ...stack,
    name: `${stack.name}-${name}`,
    parent: stack.id,
    parentResource: name,
    source: {template: source.template, files, environment: {...environment, parameters: source.parameters}},
  }
  return openView(context.world, child, context.nested)
}

function changeOf(current: View, next: View, record: ResourceRecord): Change {
  const definition = next.definitions.get(record.name)
  if (!definition || !current.definitions.has(record.name)) return 'deleted'
  const type = next.typeOf(record.name)
  if (record.status === 'FAILED' || type.name !== record.madeAs) return 'replaced'
  const after = propertiesOf(type, resolvedProperties(next, definition))
  const changed = changedKeys(current.handle(record).properties, after)
  if (changed.size === 0) return 'unchanged'
  return replacementReason(next, record, changed, after) === undefined ? 'updated' : 'replaced'
}
