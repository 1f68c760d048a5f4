import type {JsonObject} from '@osc-cli/core'
import type {Call} from '@osc-cli/core/sandbox'
import {checkProject, isAdmin} from '#sandbox/api/find-stack'
import {booleanQuery, listQuery, pageOf} from '#sandbox/api/query'
import {stackSummary} from '#sandbox/api/stack-json'
import type {Context} from '#sandbox/engine/context'
import type {StackRecord} from '#sandbox/engine/records'
import {invalidRequest, notAuthorized} from '#sandbox/failures'

/** Stacks with this tag are shown only with `show_hidden`. */
const HIDDEN_TAG = 'data-processing-cluster'

type Field = (stack: StackRecord) => string | null

const FILTERS: Readonly<Record<string, Field>> = {
  id: ({id}) => id,
  name: ({name}) => name,
  stack_name: ({name}) => name,
  action: ({action}) => action,
  status: ({status}) => status,
  stack_status: ({action, status}) => `${action}_${status}`,
  tenant: ({projectId}) => projectId,
  username: ({owner}) => owner,
  owner_id: ({parent}) => parent,
}

const SORT_KEYS: Readonly<Record<string, Field>> = {
  stack_name: ({name}) => name,
  name: ({name}) => name,
  stack_status: ({action, status}) => `${action}_${status}`,
  status: ({status}) => status,
  creation_time: ({createdAt}) => createdAt,
  created_at: ({createdAt}) => createdAt,
  updated_time: ({updatedAt}) => updatedAt,
  updated_at: ({updatedAt}) => updatedAt,
  id: ({id}) => id,
}

/** GET /stacks. */
export function listStacks({world}: Context, call: Call): JsonObject {
  checkProject(call)
  const {query} = call
  const isGlobal = booleanQuery(query, 'global_tenant')
  if (isGlobal && !isAdmin(call)) throw notAuthorized('stacks:global_index')
  const {projectId} = call.caller
  const all = world.stacks.find(isGlobal ? {} : {projectId}).toReversed()
  const isWanted = visibility(query)
  const rows = sorted(all.filter(isWanted), query)
  const page = pageOf(rows, query).map((stack) => ({
    ...stackSummary(call, stack),
    ...(isGlobal ? {project: stack.projectId} : {}),
  }))
  return {stacks: page, ...(booleanQuery(query, 'with_count') ? {count: rows.length} : {})}
}

function visibility(query: URLSearchParams): (stack: StackRecord) => boolean {
  const showDeleted = booleanQuery(query, 'show_deleted')
  const showNested = booleanQuery(query, 'show_nested')
  const showHidden = booleanQuery(query, 'show_hidden')
  const tags = listQuery(query, 'tags')
  const tagsAny = listQuery(query, 'tags_any')
  const notTags = listQuery(query, 'not_tags')
  const notTagsAny = listQuery(query, 'not_tags_any')
  const filters = Object.entries(FILTERS).flatMap(([key, field]) => {
    const values = query.getAll(key)
    return values.length > 0 ? [(stack: StackRecord) => values.includes(field(stack) ?? '')] : []
  })
  return (stack) => {
    const has = (tag: string) => stack.tags?.includes(tag) === true
    return (
      (showDeleted || stack.deletedAt === null) &&
      (showNested || query.has('owner_id') || stack.parent === null) &&
      (showHidden || !has(HIDDEN_TAG)) &&
      tags.every(has) &&
      (tagsAny.length === 0 || tagsAny.some(has)) &&
      (notTags.length === 0 || !notTags.every(has)) &&
      !notTagsAny.some(has) &&
      filters.every((filter) => filter(stack))
    )
  }
}

function sorted(stacks: StackRecord[], query: URLSearchParams): StackRecord[] {
  const direction = query.get('sort_dir')
  if (direction !== null && direction !== 'asc' && direction !== 'desc')
    throw invalidRequest('Unknown sort direction, must be one of: asc, desc')
  const keys = listQuery(query, 'sort_keys').flatMap((key) => SORT_KEYS[key] ?? [])
  if (keys.length === 0) return direction === 'asc' ? stacks.toReversed() : stacks
  const sign = direction === 'desc' ? -1 : 1
  return stacks.toSorted((a, b) => {
    for (const key of keys) {
      const [x, y] = [key(a) ?? '', key(b) ?? '']
      if (x !== y) return x < y ? -sign : sign
    }
    return 0
  })
}
