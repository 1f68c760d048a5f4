import {randomUUID} from 'node:crypto'
import {asObject, type JsonObject} from '@osc-cli/core'
import {type Call, notFound, type RestRecords, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'

/** Ports and volumes of servers, and the migrations, of which there are none. */
export function attachmentRoutes(cloud: SandboxCloud, servers: RestRecords): Routes {
  const ports = cloud.store.collection('compute/interfaces')
  const volumes = cloud.store.collection('compute/attachments')
  const below = (call: Call, kind: typeof ports, id: string, what: string): JsonObject => {
    const found = kind.get(`${servers.idOf(servers.one(call))}/${id}`)
    if (found) return found
    throw notFound(`${what} ${id} is not attached to the instance.`)
  }
  const shown = ({server, key, ...record}: JsonObject): JsonObject => record
  return {
    'GET /v2.1/servers/:id/os-interface': (call) => ({
      body: {interfaceAttachments: ports.find({server: servers.idOf(servers.one(call))}).map(shown)},
    }),
    'POST /v2.1/servers/:id/os-interface': (call) => {
      const server = servers.idOf(servers.own(call))
      const {
        port_id = randomUUID(),
        net_id = null,
        fixed_ips = [],
        tag = null,
      } = asObject(call.body.interfaceAttachment)
      const key = `${server}/${port_id}`
      ports.put(key, {
        key,
        server,
        port_id,
        net_id,
        fixed_ips,
        mac_addr: 'fa:16:3e:00:00:01',
        port_state: 'ACTIVE',
        tag,
      })
      return {body: {interfaceAttachment: shown(asObject(ports.get(key)))}}
    },
    'DELETE /v2.1/servers/:id/os-interface/:port': (call) => {
      ports.delete(String(below(call, ports, call.params.port ?? '', 'Port').key))
      return {status: 202}
    },
    'GET /v2.1/servers/:id/os-volume_attachments': (call) => ({
      body: {volumeAttachments: volumes.find({server: servers.idOf(servers.one(call))}).map(shown)},
    }),
    'POST /v2.1/servers/:id/os-volume_attachments': (call) => {
      const server = servers.idOf(servers.own(call))
      const given = asObject(call.body.volumeAttachment)
      const {volumeId, device, tag = null, delete_on_termination = false} = given
      const key = `${server}/${volumeId}`
      volumes.put(key, {
        key,
        server,
        serverId: server,
        volumeId,
        device: device ?? '/dev/vdb',
        tag,
        delete_on_termination,
        attachment_id: randomUUID(),
        bdm_uuid: randomUUID(),
      })
      return {body: {volumeAttachment: shown(asObject(volumes.get(key)))}}
    },
    'PUT /v2.1/servers/:id/os-volume_attachments/:volume': (call) => {
      const attachment = below(call, volumes, call.params.volume ?? '', 'Volume')
      const {delete_on_termination} = asObject(call.body.volumeAttachment)
      volumes.put(String(attachment.key), {...attachment, delete_on_termination})
      return {status: 202}
    },
    'DELETE /v2.1/servers/:id/os-volume_attachments/:volume': (call) => {
      volumes.delete(String(below(call, volumes, call.params.volume ?? '', 'Volume').key))
      return {status: 202}
    },
    'POST /v2.1/servers/:id/remote-consoles': (call) => {
      const id = servers.idOf(servers.one(call))
      const {protocol, type} = asObject(call.body.remote_console)
      return {body: {remote_console: {protocol, type, url: `http://127.0.0.1:6080/vnc_auto.html?token=${id}`}}}
    },
    'GET /v2.1/os-migrations': () => ({body: {migrations: []}}),
    'GET /v2.1/servers/:id/migrations': (call) => {
      servers.one(call)
      return {body: {migrations: []}}
    },
    'GET /v2.1/servers/:id/migrations/:migration': (call) => {
      servers.one(call)
      throw notFound(`Migration ${call.params.migration} could not be found.`)
    },
  }
}
