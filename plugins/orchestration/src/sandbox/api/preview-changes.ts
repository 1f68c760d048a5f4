import type {JsonObject} from '@osc-cli/core'
import type {Answer, Call} from '@osc-cli/core/sandbox'
import {findLiveStack} from '#sandbox/api/find-stack'
import {existingJson, nestedView, plannedJson} from '#sandbox/api/preview-json'
import {booleanQuery} from '#sandbox/api/query'
import {updatedStack} from '#sandbox/api/stacks'
import {changedKeys, replacementReason} from '#sandbox/engine/apply-resource'
import type {Context} from '#sandbox/engine/context'
import type {ResourceRecord} from '#sandbox/engine/records'
import {propertiesOf, resolvedProperties} from '#sandbox/engine/resource-properties'
import {openView, type View} from '#sandbox/engine/view'

type Change = 'unchanged' | 'updated' | 'replaced' | 'added' | 'deleted'
type Changes = Record<Change, JsonObject[]>

/** The effect of an update on each resource. */
export async function changesOf(
  context: Context,
  call: Call,
  read: Parameters<typeof updatedStack>[2],
): Promise<Answer> {
  const current = await context.views.load(findLiveStack(context, call))
  const next = await openView(context.world, await updatedStack(context, call, read), context.nested)
  const changes: Changes = {unchanged: [], updated: [], replaced: [], added: [], deleted: []}
  await collect(context, current, next, {changes, withNested: booleanQuery(call.query, 'show_nested')})
  return {body: {resource_changes: changes}}
}

/** Groups the resources of a stack by the effect of an update; `next` is undefined for a stack that would be deleted. */
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
