import {asText, type JsonObject} from '@osc-cli/core'
import {
  badRequest,
  type Call,
  conflict,
  notFound,
  type RestRecords,
  type Routes,
  type SandboxCloud,
} from '@osc-cli/core/sandbox'
import {mistralCollection, stamp} from '#sandbox/collection'
import type {Definitions} from '#sandbox/definitions'

/** Environments, triggers, code, dynamic actions and members: they are stored, and start nothing. */
export function others(cloud: SandboxCloud, {workflow, workflows}: Definitions): Routes {
  const named = {alsoFoundBy: 'name', unique: 'name'} as const
  const environments = mistralCollection(cloud, {
    collection: 'environments',
    noun: 'environment',
    ...named,
    without: ['list', 'update'],
  })
  const withWorkflow = (record: JsonObject): JsonObject => {
    const {id, name} = workflow(asText(record.workflow_id ?? record.workflow_name) ?? '')
    return {
      ...record,
      workflow_id: id,
      workflow_name: name,
      workflow_params: record.workflow_params ?? '{}',
      scope: 'private',
    }
  }
  const crons = mistralCollection(cloud, {
    collection: 'cron_triggers',
    noun: 'cron trigger',
    ...named,
    without: ['list', 'update'],
    created(record) {
      if (record.pattern === null && record.first_execution_time === null)
        throw badRequest('Pattern or first_execution_time must be specified.')
      if (record.pattern !== null && !isCronPattern(asText(record.pattern) ?? ''))
        throw badRequest(`The specified pattern is not valid: ${record.pattern}`)
      const count = Number(record.remaining_executions ?? 1)
      if (count < 1) throw badRequest(`Invalid input for field/attribute remaining_executions. Value: '${count}'.`)
      if (count > 1 && record.pattern === null) throw badRequest('Pattern must be provided if count is superior to 1.')
      return withWorkflow({...record, next_execution_time: record.first_execution_time ?? stamp(cloud.now())})
    },
  })
  const events = mistralCollection(cloud, {
    collection: 'event_triggers',
    noun: 'event trigger',
    without: ['list', 'update'],
    created: withWorkflow,
  })
  const sources = mistralCollection(cloud, {
    collection: 'code_sources',
    noun: 'code source',
    ...named,
    without: ['list', 'create', 'update'],
  })
  const actions = mistralCollection(cloud, {
    collection: 'dynamic_actions',
    noun: 'dynamic action',
    ...named,
    without: ['list', 'update'],
    created: (record) => withSource(record, sources),
  })
  const members = cloud.store.collection('workflow/members')
  const memberKey = ({params}: Call) => `${params.workflow}/${params.member}`
  const member = (call: Call): JsonObject => {
    const found = members.get(memberKey(call))
    if (!found) throw notFound(`Resource member not found [member=${call.params.member}]`)
    return found
  }
  return {
    ...environments.routes,
    'PUT /v2/environments': ({body}) => ({body: changed(environments, body, asText(body.name))}),
    ...crons.routes,
    ...events.routes,
    ...sources.routes,
    'POST /v2/code_sources': ({query, text, caller}) => {
      const [name, scope, namespace] = ['name', 'scope', 'namespace'].map((key) => query.get(key) ?? '')
      if (sources.find({name}).length > 0) throw conflict(`Duplicate entry for CodeSource ['name']: ${name}`)
      const owned = {id: cloud.newId(), project_id: caller.projectId ?? null, created_at: stamp(cloud.now())}
      return {status: 201, body: sources.put({...owned, name, scope, namespace, content: text})}
    },
    'PUT /v2/code_sources': ({query, text}) => ({
      body: changed(sources, {content: text}, query.get('identifier') ?? undefined),
    }),
    ...actions.routes,
    'PUT /v2/dynamic_actions': ({body}) => ({
      body: changed(actions, withSource(body, sources), asText(body.id ?? body.name)),
    }),
    'GET /v2/workflows/:workflow/members': ({params}) => ({
      body: {members: members.find({resource_id: params.workflow ?? ''})},
    }),
    'POST /v2/workflows/:workflow/members': (call) => {
      const {id, project_id} = workflows.one(call, 'workflow')
      const record = {
        resource_id: id,
        resource_type: 'workflow',
        project_id,
        member_id: call.body.member_id,
        status: 'pending',
        created_at: stamp(cloud.now()),
        updated_at: null,
      }
      members.put(`${id}/${call.body.member_id}`, record)
      return {status: 201, body: record}
    },
    'GET /v2/workflows/:workflow/members/:member': (call) => ({body: member(call)}),
    'PUT /v2/workflows/:workflow/members/:member': (call) => {
      const record = {...member(call), status: call.body.status, updated_at: stamp(cloud.now())}
      members.put(memberKey(call), record)
      return {body: record}
    },
    'DELETE /v2/workflows/:workflow/members/:member': (call) => {
      member(call)
      members.delete(memberKey(call))
      return {status: 204}
    },
  }
}

/** Largest values of minute, hour, day, month and weekday. */
const MOST = [59, 23, 31, 12, 7]

/** Whether a text has five fields of numbers in their range, with `*`, lists, ranges and steps. */
function isCronPattern(pattern: string): boolean {
  const fields = pattern.trim().split(/\s+/)
  const isField = (field: string, most: number) =>
    /^(?:\*|\d+(?:-\d+)?)(?:\/\d+)?(?:,(?:\*|\d+(?:-\d+)?)(?:\/\d+)?)*$/.test(field) &&
    (field.match(/\d+/g) ?? []).every((number) => Number(number) <= most)
  return fields.length === MOST.length && MOST.every((most, at) => isField(fields[at] ?? '', most))
}

function changed(records: RestRecords, changes: JsonObject, nameOrId = ''): JsonObject {
  const found = records.get(nameOrId) ?? records.find({name: nameOrId})[0]
  if (!found) throw notFound(`Not found [name=${nameOrId}]`)
  return records.put({...found, ...changes})
}

/** The code source that a dynamic action refers to, by both keys. */
function withSource(record: JsonObject, sources: RestRecords): JsonObject {
  const wanted = asText(record.code_source_id ?? record.code_source_name)
  if (wanted === undefined) return record
  const found = sources.get(wanted) ?? sources.find({name: wanted})[0]
  if (!found) throw notFound(`CodeSource not found [identifier=${wanted}]`)
  return {...record, code_source_id: found.id, code_source_name: found.name}
}
