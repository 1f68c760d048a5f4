import {randomUUID} from 'node:crypto'
import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import {type Call, notFound, type RestRecords, type Routes, type SandboxCloud} from '@osc-cli/core/sandbox'
import {HOST} from '#sandbox/hosts'
import type {ServerPorts} from '#sandbox/server-ports'

/** Ports and volumes of servers, and the migrations, of which there are none. */
export function attachmentRoutes(cloud: SandboxCloud, servers: RestRecords, neutron: ServerPorts): Routes {
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
      body: {
        interfaceAttachments: [
          ...neutron.of(servers.idOf(servers.one(call))).map(interfaceOf),
          ...ports.find({server: servers.idOf(servers.one(call))}).map(shown),
        ],
      },
    }),
    'POST /v2.1/servers/:id/os-interface': (call) => {
      const record = servers.own(call)
      const server = servers.idOf(record)
      const before = neutron.of(server).map(({id}) => id)
      const requested = asObject(call.body.interfaceAttachment)
      if (isKnown(cloud, requested)) {
        const ip = asArray(requested.fixed_ips ?? []).map(asObject)[0]?.ip_address
        const nic = {uuid: requested.net_id ?? null, port: requested.port_id ?? null, fixed_ip: ip ?? null}
        neutron.connect(record, [nic], call.caller)
        const port = neutron.of(server).find(({id}) => !before.includes(id))
        return {body: {interfaceAttachment: interfaceOf(asObject(port ?? {}))}}
      }
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
      const port = neutron.of(servers.idOf(servers.own(call))).find(({id}) => id === call.params.port)
      if (port) neutron.release(port, call.caller)
      else ports.delete(String(below(call, ports, call.params.port ?? '', 'Port').key))
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
      useVolume(cloud, asText(volumeId) ?? '', {server_id: server, device: device ?? '/dev/vdb'})
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
      useVolume(cloud, call.params.volume ?? '', null)
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

/** Whether an interface is of a network or port that the sandbox's Neutron has. */
function isKnown({store}: SandboxCloud, {net_id: network, port_id: port}: JsonObject): boolean {
  return Boolean(
    store.collection('network/networks').get(asText(network) ?? '') ??
      store.collection('network/ports').get(asText(port) ?? ''),
  )
}

const interfaceOf = ({id, network_id, fixed_ips, mac_address, status}: JsonObject): JsonObject => ({
  port_id: id,
  net_id: network_id,
  fixed_ips,
  mac_addr: mac_address,
  port_state: status,
})

/** Records in Cinder which server uses a volume; null: no server. */
function useVolume({store, newId, now}: SandboxCloud, id: string, used: JsonObject | null): void {
  const volumes = store.collection('volume/volumes')
  const volume = volumes.get(id)
  if (!volume) return
  const attachedAt = now().toISOString().slice(0, 23)
  const attachment = {id, volume_id: id, attachment_id: newId(), host_name: HOST, attached_at: attachedAt}
  const attachments = used ? [{...attachment, ...used}] : []
  volumes.put(id, {...volume, status: used ? 'in-use' : 'available', attachments})
}

/** Frees the volumes of a server that is deleted. */
export function detachVolumes(cloud: SandboxCloud, server: string): void {
  const attachments = cloud.store.collection('compute/attachments')
  for (const {key, volumeId} of attachments.find({server})) {
    attachments.delete(String(key))
    useVolume(cloud, String(volumeId), null)
  }
}
