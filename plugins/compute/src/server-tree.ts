import {type Api, asArray, asObject, asText, isFailure, type JsonObject, Known, Pictures} from '@osc-cli/core'

/** A line with what is below it. */
interface Branch {
  text: string
  below?: readonly Branch[]
}

/**
 * What a server is connected to, as a tree: its ports with networks, addresses and security groups, and its volumes. A part
 * that a service refuses, or that cannot be reached, is replaced by the reason.
 */
export async function serverTree(api: Api, server: JsonObject): Promise<string> {
  const [ports, volumes] = await Promise.all([
    orReason('ports', portBranches(api, server)),
    orReason('volumes', volumeBranches(api, server)),
  ])
  return Pictures.treeText([{text: `server ${nameOf(server)} (${server.status})`, below: [...ports, ...volumes]}])
}

/** The branches, or one that says why they could not be read. */
const orReason = (what: string, reading: Promise<Branch[]>): Promise<Branch[]> =>
  reading.catch((error: unknown) => {
    if (!isFailure(error)) throw error
    return [{text: `${what}: cannot be read: ${error.message.split('\n', 1)[0]}`}]
  })

async function portBranches(api: Api, server: JsonObject): Promise<Branch[]> {
  const ports = await Array.fromAsync(api(Known.Port).list({device_id: asText(server.id)}))
  const groupIds = ports.flatMap(({security_groups: groups}) => asArray(groups).map(String))
  const [networks, groups] = await Promise.all([
    api(Known.Network).names(ports.map(({network_id: id}) => String(id))),
    api(Known.SecurityGroup).names(groupIds),
  ])
  return ports.map((port) => {
    const network = String(port.network_id)
    const below = [
      `network ${networks.get(network) ?? network}`,
      ...asArray(port.fixed_ips).map((fixed) => `address ${asText(asObject(fixed).ip_address)}`),
      ...floatingAddresses(server, asText(port.mac_address)).map((address) => `address ${address} (floating)`),
      ...asArray(port.security_groups).map((id) => `security group ${groups.get(String(id)) ?? id}`),
    ]
    return {text: `port ${nameOf(port)} (${port.status})`, below: below.map((text) => ({text}))}
  })
}

/** Nova lists floating addresses with those of their port, which has the same MAC address. */
const floatingAddresses = ({addresses}: JsonObject, mac: string | undefined): string[] =>
  Object.values(asObject(addresses))
    .flatMap(asArray)
    .map(asObject)
    .filter((one) => one['OS-EXT-IPS:type'] === 'floating' && one['OS-EXT-IPS-MAC:mac_addr'] === mac)
    .flatMap(({addr}) => asText(addr) ?? [])

async function volumeBranches(api: Api, server: JsonObject): Promise<Branch[]> {
  const {volumeAttachments} = await api(Known.Server).send(String(server.id), 'GET', '/os-volume_attachments')
  const branches = await Promise.all(
    asArray(volumeAttachments)
      .map(asObject)
      .map(({volumeId, device}) =>
        orReason(`volume ${volumeId} on ${deviceName(device)}`, volumeBranch(api, String(volumeId), device)),
      ),
  )
  return branches.flat()
}

async function volumeBranch(api: Api, id: string, device: unknown): Promise<Branch[]> {
  const volume = await api(Known.Volume).get(id)
  return [{text: `volume ${nameOf(volume)} (${volume.status}), ${volume.size} GiB on ${deviceName(device)}`}]
}

const deviceName = (device: unknown): string => asText(device) ?? 'no device yet'

const nameOf = ({name, id}: JsonObject): string => asText(name) || String(id)
