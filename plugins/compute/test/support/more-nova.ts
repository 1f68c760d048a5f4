import {asObject, type JsonObject} from '@osc-cli/core'
import {type Call, notFound, type Routes, type SandboxCloud, type SandboxService} from '@osc-cli/core/sandbox'
import nova from '#sandbox/index'

const SHARE = {id: 'e8debdc0-447a-4376-a10a-4cd9122d7986', name: 'data', status: 'available'}

/** The sandbox's Nova with what the sandbox does not have, answering as the examples of Nova's API reference. */
export const moreNova: SandboxService = {
  ...nova,
  prefix: 'more-compute',
  open(cloud) {
    const {routes, ...rest} = nova.open(cloud)
    const document = (origin: string): JsonObject => ({
      id: 'v2.1',
      status: 'CURRENT',
      min_version: '2.1',
      version: '2.100',
      links: [{rel: 'self', href: `${origin}/more-compute/v2.1/`}],
    })
    const publicRoutes: Routes = {
      'GET /': ({origin}) => ({body: {versions: [document(origin)]}}),
      'GET /v2.1': ({origin}) => ({body: {version: document(origin)}}),
    }
    return {...rest, publicRoutes, routes: {...routes, ...agents(cloud), ...shares(cloud), ...inProgress()}}
  },
}

/** Guest agents, which Nova had until version 22. */
function agents(cloud: SandboxCloud): Routes {
  const records = cloud.store.collection('test/agents')
  const found = ({params: {id = ''}}: Call): JsonObject => {
    const agent = records.get(id)
    if (agent) return agent
    throw notFound(`Agent with id ${id} could not be found.`)
  }
  return {
    'GET /v2.1/os-agents': () => ({body: {agents: records.find()}}),
    'POST /v2.1/os-agents': ({body}) => {
      records.put('1', {...asObject(body.agent), agent_id: '1'})
      return {body: {agent: records.get('1') ?? {}}}
    },
    'PUT /v2.1/os-agents/:id': (call) => {
      records.put('1', {...found(call), ...asObject(call.body.para)})
      return {body: {agent: found(call)}}
    },
    'DELETE /v2.1/os-agents/:id': (call) => {
      records.delete(String(found(call).agent_id))
      return {}
    },
  }
}

/** Shares of servers, since microversion 2.97. */
function shares(cloud: SandboxCloud): Routes {
  const records = cloud.store.collection('test/shares')
  const found = ({params: {share = ''}}: Call): JsonObject => {
    const attached = records.get(share)
    if (attached) return attached
    throw notFound(`Share ${share} is not attached.`)
  }
  return {
    'GET /v2.1/servers/:id/shares': () => ({body: {shares: records.find()}}),
    'POST /v2.1/servers/:id/shares': ({body}) => {
      const {share_id: id, tag = id} = asObject(body.share)
      const location = {uuid: '68ba1762-fd6d-4221-8311-f3193dd93404', export_location: '10.0.0.50:/mnt/foo'}
      records.put(String(id), {share_id: id ?? null, status: 'inactive', tag: tag ?? null, ...location})
      return {status: 201, body: {share: records.get(String(id)) ?? {}}}
    },
    'GET /v2.1/servers/:id/shares/:share': (call) => ({body: {share: found(call)}}),
    'DELETE /v2.1/servers/:id/shares/:share': (call) => {
      records.delete(String(found(call).share_id))
      return {}
    },
  }
}

/** A live migration that does not end, and a console that was opened. */
function inProgress(): Routes {
  const migration = {id: 42, status: 'running', memory_total_bytes: 64, memory_remaining_bytes: 16}
  const only = ({params}: Call): void => {
    if (params.migration !== '42') throw notFound(`Migration ${params.migration} could not be found.`)
  }
  return {
    'GET /v2.1/servers/:id/migrations/:migration': (call) => {
      only(call)
      return {body: {migration}}
    },
    'POST /v2.1/servers/:id/migrations/:migration/action': (call) => {
      only(call)
      return {status: 202}
    },
    'DELETE /v2.1/servers/:id/migrations/:migration': (call) => {
      only(call)
      return {status: 202}
    },
    'GET /v2.1/os-console-auth-tokens/:token': () => ({
      body: {console: {instance_uuid: 'i', host: 'compute-1', port: 5900, internal_access_path: null, tls_port: null}},
    }),
  }
}

/** Manila with one share. */
export const manila: SandboxService = {
  type: 'shared-file-system',
  name: 'manila',
  prefix: 'shared-file-system',
  endpoint: '/v2',
  failureBody: ({status, message}) => ({itemNotFound: {code: status, message}}),
  open: () => ({
    routes: {
      'GET /v2/shares': ({query}) => ({body: {shares: [SHARE].filter(({name}) => name === query.get('name'))}}),
      'GET /v2/shares/:id': ({params}) => {
        if (params.id === SHARE.id) return {body: {share: SHARE}}
        throw notFound(`Share ${params.id} could not be found.`)
      },
    },
  }),
}
