import type {Json, JsonObject} from '@osc-cli/core'
import type {Answer, Call, Routes} from '@osc-cli/core/sandbox'
import {checkProject, findLiveStack} from '#sandbox/api/find-stack'
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
    body: {stack: {...shown, stack_user_project_id: null, outputs: [], resources: await previewResources(context, view)}},
  }
}

/** A stack below is shown as the list of its resources. */
async function previewResources(context: Context, view: View): Promise<Json[]> {
  const {stack} = view
  return Promise.all(
    [...view.definitions.values()].map(async (definition): Promise<Json> => {
      const type = view.typeOf(definition.name)
      const properties = propertiesOf(type, resolvedProperties(view, definition))
      const source = type.nestedTemplate?.(properties)
      if (!source)
        return {
          ...plannedJson(view, definition.name),
          description: definition.description,
          metadata: definition.metadata,
          attributes: Object.fromEntries(Object.keys(type.attributes).map((name) => [name, null])),
          properties,
        }
      const {environment, files} = stack.source
      const child: StackRecord = {
        ...stack,
        name: `${stack.name}-${definition.name}`,
        parent: stack.id,
        parentResource: definition.name,
        source: {template: source.template, files, environment: {...environment, parameters: source.parameters}},
      }
      return previewResources(context, await openView(context.world, child, context.nested))
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

async function changesOf(context: Context, call: Call, read: Parameters<typeof updatedStack>[2]): Promise<Answer> {
  const current = await context.views.load(findLiveStack(context, call))
  const next = await openView(context.world, await updatedStack(context, call, read), context.nested)
  const changes: Record<Change, JsonObject[]> = {unchanged: [], updated: [], replaced: [], added: [], deleted: []}
  const records = context.world.resources.find({stackId: current.stack.id, isCurrent: true})
  for (const record of records) changes[changeOf(current, next, record)].push(existingJson(current, record))
  for (const [name] of next.definitions)
    if (!records.some((record) => record.name === name)) {
      const attributes = Object.keys(next.typeOf(name).attributes)
      changes.added.push({
        ...plannedJson(next, name),
        attributes: Object.fromEntries(attributes.map((attribute) => [attribute, null])),
      })
    }
  return {body: {resource_changes: changes}}
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
