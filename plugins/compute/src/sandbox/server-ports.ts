import {isIP} from 'node:net'
import {asArray, asObject, asText, type Json, type JsonObject} from '@osc-cli/core'
import {badRequest, type Caller, type SandboxCloud, SandboxFailure} from '@osc-cli/core/sandbox'
import {HOST} from '#sandbox/hosts'

/** The ports of servers in Neutron: created for the networks in a request, or named by it. */
export interface ServerPorts {
  /** The fault of a new server whose request names a port that Neutron could not bind. */
  bindingFault(server: JsonObject): string | undefined
  /** Connects a new server to the networks of its request. */
  connect(server: JsonObject, networks: Json | undefined, caller: Caller): void
  /** The ports of a server, as Neutron has them. */
  of(server: string): JsonObject[]
  /** Detaches a port from its server, and deletes it if Nova created it. */
  release(port: JsonObject, caller: Caller): void
  /** The addresses of a server by the names of its networks. */
  addresses(server: string): JsonObject
}

/** `device_owner` of the ports of servers. */
const OWNER = 'compute:nova'

/** What Nova's API says of a port that Neutron could not bind: it does not expect the error of its compute service. */
const BINDING_FAILED = `Unexpected API Error. Please report this at http://bugs.launchpad.net/nova/ and attach the Nova API log if possible.
<class 'nova.exception_Remote.PortBindingFailed_Remote'>`

export function serverPorts(cloud: SandboxCloud): ServerPorts {
  const ports = cloud.store.collection('network/ports')
  const made = cloud.store.collection('compute/own-ports')
  const neutron = (method: 'POST' | 'PUT' | 'DELETE', path: string, caller: Caller, body?: JsonObject) => {
    try {
      const answer = cloud.ask('network', {method, path: `/v2.0/${path}`, body}, caller)
      return answer instanceof Promise ? {} : asObject(asObject(answer.body ?? {}).port ?? {})
    } catch (error) {
      // Nova reports what is wrong with a port as a fault of its own request.
      if (error instanceof SandboxFailure && error.status === 404) throw badRequest(error.message)
      throw error
    }
  }
  const isUnbindable = (id: string): boolean => ports.get(id)?.['binding:vif_type'] === 'binding_failed'
  const attach = (server: JsonObject, nic: JsonObject, caller: Caller): void => {
    const use = {device_id: server.id ?? null, device_owner: OWNER, status: 'ACTIVE', 'binding:host_id': HOST}
    const given = asText(nic.port)
    if (given !== undefined) {
      if (isUnbindable(given)) throw new SandboxFailure(500, BINDING_FAILED)
      neutron('PUT', `ports/${given}`, caller, {port: use})
      return
    }
    const {uuid, fixed_ip: address} = nic
    const fixed = address ? {fixed_ips: [{ip_address: address}]} : {}
    const groups = groupIds(cloud, server)
    const port = {network_id: uuid ?? null, ...use, ...fixed, ...(groups.length > 0 && {security_groups: groups})}
    const {id} = neutron('POST', 'ports', caller, {port})
    made.put(String(id), {id: String(id)})
  }
  return {
    bindingFault({id, networks}) {
      const named = Array.isArray(networks) ? networks.flatMap((nic) => asText(asObject(nic).port) ?? []) : []
      if (!named.some(isUnbindable)) return undefined
      return `Exceeded maximum number of retries. Exhausted all hosts available for retrying build failures for instance ${id}.`
    },
    connect(server, networks, caller) {
      for (const nic of Array.isArray(networks) ? networks.map(asObject) : [])
        if (nic.uuid || nic.port) attach(server, nic, caller)
    },
    of: (server) => ports.find({device_id: server}),
    release(port, caller) {
      const id = String(port.id)
      const free = {device_id: '', device_owner: '', status: 'DOWN', 'binding:host_id': ''}
      if (made.delete(id)) neutron('DELETE', `ports/${id}`, caller)
      else neutron('PUT', `ports/${id}`, caller, {port: free})
    },
    addresses(server) {
      const result: JsonObject = {}
      for (const {network_id, fixed_ips, mac_address} of ports.find({device_id: server})) {
        const {name = ''} = asObject(cloud.store.collection('network/networks').get(String(network_id)) ?? {})
        const entry = (addr: Json, type: string): Json => ({
          version: isIP(String(addr)),
          addr,
          'OS-EXT-IPS:type': type,
          'OS-EXT-IPS-MAC:mac_addr': mac_address ?? null,
        })
        const entries = asArray(fixed_ips ?? []).flatMap((ip) => {
          const {ip_address: addr = null} = asObject(ip)
          const floating = cloud.store.collection('network/floatingips').find({fixed_ip_address: asText(addr) ?? ''})
          return [entry(addr, 'fixed'), ...floating.map((one) => entry(one.floating_ip_address ?? null, 'floating'))]
        })
        result[String(name)] = [...asArray(result[String(name)] ?? []), ...entries]
      }
      return result
    },
  }
}

/** The security groups of a server's request, which names them. */
function groupIds(cloud: SandboxCloud, {security_groups: groups, tenant_id: project}: JsonObject): Json[] {
  const known = cloud.store.collection('network/security_groups')
  return asArray(groups ?? []).flatMap((group) => {
    const {name} = asObject(group)
    const found =
      known.get(asText(name) ?? '') ?? known.find({name: asText(name) ?? '', project_id: asText(project)})[0]
    return found?.id === undefined ? [] : [found.id]
  })
}
