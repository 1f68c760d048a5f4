import {asObject, asText, type JsonObject} from '@osc-cli/core'
import type {Answer, Call, Routes} from '@osc-cli/core/sandbox'
import {ACCEPTED} from '#sandbox/api/accepted'
import {refuseBusy} from '#sandbox/api/actions'
import {findLiveStack} from '#sandbox/api/find-stack'
import type {Context} from '#sandbox/engine/context'
import {converge} from '#sandbox/engine/converge'
import {exportOf} from '#sandbox/engine/export'
import {perform} from '#sandbox/engine/perform'
import type {SnapshotRecord} from '#sandbox/engine/records'
import {stackOf} from '#sandbox/engine/states'
import {newId, timeOf} from '#sandbox/engine/world'
import {notFoundHere} from '#sandbox/failures'

const BASE = '/v1/:project/stacks/:name/:id/snapshots'

export function snapshotRoutes(context: Context): Routes {
  return {
    [`GET ${BASE}`]: (call) => {
      const {id} = findLiveStack(context, call)
      return {body: {snapshots: context.world.snapshots.find({stackId: id}).map(snapshotJson)}}
    },
    [`POST ${BASE}`]: (call) => take(context, call),
    [`GET ${BASE}/:snapshot`]: (call) => ({body: {snapshot: snapshotJson(find(context, call))}}),
    [`DELETE ${BASE}/:snapshot`]: (call) => {
      const {id} = find(context, call)
      context.world.snapshots.delete(id)
      return {status: 204}
    },
    [`POST ${BASE}/:snapshot/restore`]: (call) => restore(context, call),
  }
}

function find(context: Context, call: Call): SnapshotRecord {
  const stack = findLiveStack(context, call)
  const {snapshot: id = ''} = call.params
  const snapshot = context.world.snapshots.get(id)
  if (!snapshot || snapshot.stackId !== stack.id) throw notFoundHere(`Snapshot with id ${id} not found`)
  return snapshot
}

const snapshotJson = ({id, name, status, reason, data, createdAt}: SnapshotRecord): JsonObject => ({
  id,
  name,
  status,
  status_reason: reason,
  data,
  creation_time: createdAt,
})

function take(context: Context, call: Call): Answer {
  const {world} = context
  const stack = findLiveStack(context, call)
  refuseBusy(stack)
  const snapshot = world.snapshots.put({
    id: newId(),
    stackId: stack.id,
    name: asText(call.body.name) ?? null,
    status: 'IN_PROGRESS',
    reason: null,
    data: null,
    createdAt: timeOf(world),
  })
  void perform(context, stack.id, 'SNAPSHOT').then(() => {
    if (world.isClosed || !world.snapshots.get(snapshot.id)) return
    const now = stackOf(world, stack.id)
    const status = now.status === 'FAILED' ? 'FAILED' : 'COMPLETE'
    world.snapshots.put({...snapshot, status, reason: now.reason, data: exportOf(world, now)})
  })
  return {body: snapshotJson(snapshot)}
}

/** Restores the stack; the data of resources is restored with their properties. */
function restore(context: Context, call: Call): Answer {
  const {world} = context
  const stack = findLiveStack(context, call)
  const {data} = find(context, call)
  refuseBusy(stack)
  const {template, environment, files} = asObject(data)
  const source = {template: asObject(template), environment: asObject(environment), files: asObject(files)}
  world.stacks.put({...stack, source, previous: stack.source, sourceVersion: newId()})
  void converge(context, stack.id, 'RESTORE')
  return ACCEPTED
}
