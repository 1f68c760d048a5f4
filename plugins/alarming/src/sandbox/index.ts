import {asArray, asObject, asText, decodeJson, type Json, type JsonObject} from '@osc-cli/core'
import {
  badRequest,
  type Call,
  notFound,
  pageOf,
  type Routes,
  type SandboxCloud,
  SandboxFailure,
  type SandboxService,
} from '@osc-cli/core/sandbox'
import {newAlarm} from '#sandbox/alarm'
import {matches} from '#sandbox/complex-query'
import {type AlarmApi, act, firesOn} from '#sandbox/events'

const STATES: readonly Json[] = ['ok', 'alarm', 'insufficient data']

/**
 * The sandbox's Aodh: alarms with their state, history and quotas. Event alarms fire on the events that other services of the
 * sandbox report; nothing else is evaluated, and states change by `state set`.
 */
const aodh: SandboxService = {
  type: 'alarming',
  name: 'aodh',
  prefix: 'alarming',
  endpoint: '',
  failureBody: ({message}) => ({error_message: {faultcode: 'Client', faultstring: message, debuginfo: null}}),
  open: (cloud) => ({...partsOf(cloud), publicRoutes: {'GET /': () => ({body: versions(cloud)})}}),
}

export default aodh

const versions = ({url}: SandboxCloud): Json => ({
  versions: {
    values: [
      {id: 'v2', status: 'stable', updated: '2013-02-13T00:00:00Z', links: [{rel: 'self', href: `${url}/alarming/v2`}]},
    ],
  },
})

/** Alarms are not a `restCollection`: their type decides what a body may have, lists have queries, and each change has a history. */
function partsOf(cloud: SandboxCloud): {routes: Routes; api: AlarmApi} {
  const alarms = cloud.store.collection('alarming/alarms')
  const history = cloud.store.collection('alarming/history')
  const quotas = cloud.store.collection('alarming/quotas')
  const time = () => cloud.now().toISOString().replace('Z', '')
  const sees = ({caller}: Call, {project_id}: JsonObject) =>
    caller.roles.includes('admin') || project_id === caller.projectId
  const one = (call: Call): JsonObject => {
    const id = call.params.id ?? ''
    const alarm = alarms.get(id)
    if (alarm && sees(call, alarm)) return alarm
    throw notFound(`Alarm ${id} not found in project ${call.caller.projectId}`)
  }
  const record = (type: string, alarm: JsonObject, detail: JsonObject) => {
    const event_id = crypto.randomUUID()
    const {alarm_id = null, project_id = null, user_id = null} = alarm
    const event = {event_id, alarm_id, project_id, user_id, on_behalf_of: project_id, timestamp: time(), type}
    history.put(event_id, {...event, detail: JSON.stringify(detail)})
  }
  const save = (alarm: JsonObject): JsonObject => {
    alarms.put(asText(alarm.alarm_id) ?? '', alarm)
    return alarm
  }
  const limitOf = (project: string) => quotas.get(project)?.limit ?? -1
  const quotaBody = (project: string): Json => ({
    project_id: project,
    quotas: [{resource: 'alarms', limit: limitOf(project)}],
  })
  const newest = (rows: JsonObject[]) => rows.reverse()
  const api: AlarmApi = {
    event(event) {
      for (const before of alarms.find().filter((alarm) => firesOn(alarm, event))) {
        const {state: previous = null, repeat_actions: repeats} = before
        const alarm = save({...before, state: 'alarm', state_timestamp: time(), state_reason: 'Event alarm'})
        if (previous !== 'alarm') record('state transition', alarm, {state: 'alarm', transition_reason: 'Event alarm'})
        if (previous !== 'alarm' || repeats === true) act(cloud, alarm, previous, event)
      }
    },
  }

  const routes: Routes = {
    'GET /v2/alarms': (call) => ({body: pageOf(filtered(alarms.find(), call, sees), call, 'alarm_id').rows}),
    'POST /v2/alarms': (call) => {
      const project = asText(call.body.project_id) ?? call.caller.projectId ?? ''
      const limit = Number(limitOf(project))
      if (limit >= 0 && alarms.find({project_id: project}).length >= limit)
        throw new SandboxFailure(403, `Alarm quota exceeded for user ${call.caller.userId} on project ${project}`)
      const alarm = save(newAlarm(call, project, time()))
      record('creation', alarm, alarm)
      return {status: 201, body: alarm}
    },
    'GET /v2/alarms/:id': (call) => ({body: one(call)}),
    'PUT /v2/alarms/:id': (call) => {
      const {alarm_id, timestamp} = one(call)
      const alarm = save({...newAlarm(call, asText(call.body.project_id) ?? '', time()), alarm_id, timestamp})
      record('rule change', alarm, call.body)
      return {body: alarm}
    },
    'DELETE /v2/alarms/:id': (call) => {
      const alarm = one(call)
      alarms.delete(call.params.id ?? '')
      record('deletion', alarm, alarm)
      return {status: 204}
    },
    'GET /v2/alarms/:id/state': (call) => ({body: one(call).state ?? null}),
    'PUT /v2/alarms/:id/state': (call) => {
      if (!STATES.includes(call.json)) throw badRequest(`Invalid input for field/attribute state: ${call.json}`)
      const alarm = save({
        ...one(call),
        state: call.json,
        state_timestamp: time(),
        state_reason: 'Manually set via API',
      })
      record('state transition', alarm, {state: call.json, transition_reason: 'Manually set via API'})
      return {body: call.json}
    },
    'GET /v2/alarms/:id/history': (call) => {
      const events = newest(history.find({alarm_id: call.params.id ?? ''}).filter((event) => sees(call, event)))
      return {body: pageOf(events, call, 'event_id').rows}
    },
    'POST /v2/query/alarms': (call) => ({body: queried(alarms.find(), call, sees)}),
    'POST /v2/query/alarms/history': (call) => ({body: newest(queried(history.find(), call, sees))}),
    'GET /v2/quotas': (call) => ({body: quotaBody(call.query.get('project_id') ?? call.caller.projectId ?? '')}),
    'POST /v2/quotas': (call) => {
      if (!call.caller.roles.includes('admin')) throw new SandboxFailure(403, 'RBAC Authorization Failed')
      const project = asText(call.body.project_id) ?? ''
      for (const {limit = null} of asArray(call.body.quotas).map(asObject)) quotas.put(project, {limit})
      return {status: 201, body: quotaBody(project)}
    },
    'GET /v2/metrics': () => ({body: {evaluation_results: []}}),
    'GET /v2/capabilities/': () => ({body: CAPABILITIES}),
    'GET /v2/capabilities': () => ({body: CAPABILITIES}),
  }
  return {routes, api}
}

type Sees = (call: Call, record: JsonObject) => boolean

const CAPABILITIES: Json = {
  api: {
    'alarms:history:query:complex': true,
    'alarms:history:query:simple': true,
    'alarms:query:complex': true,
    'alarms:query:simple': true,
  },
  alarm_storage: {'storage:production_ready': true},
}

/** Simple queries have the field, the operator and the value of a condition at the same place of three lists. */
function filtered(rows: JsonObject[], call: Call, sees: Sees): JsonObject[] {
  const values = call.query.getAll('q.value')
  const conditions = call.query.getAll('q.field').map((field, at) => [field, values[at] ?? ''] as const)
  const all = conditions.some(([field, value]) => field === 'all_projects' && value === 'true')
  return rows.filter(
    (row) =>
      (all ? sees(call, row) : row.project_id === call.caller.projectId) &&
      conditions.every(
        ([field, value]) => field === 'all_projects' || String(row[field]).toLowerCase() === value.toLowerCase(),
      ),
  )
}

function queried(rows: JsonObject[], call: Call, sees: Sees): JsonObject[] {
  const filter = asText(call.body.filter)
  const condition = filter === undefined ? undefined : asObject(decodeJson(filter))
  return rows.filter((row) => sees(call, row) && (condition === undefined || matches(row, condition)))
}
