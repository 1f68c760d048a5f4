import {
  type Columns,
  defineResource,
  fields,
  type Json,
  type JsonObject,
  pick,
  type Row,
  UsageError,
} from '@osc-cli/core'
import {withOptional} from '#optional'

// https://docs.openstack.org/api-ref/network/v2/#floating-ips-port-forwarding
export const PortForwarding = defineResource({
  noun: 'floating ip port forwarding',
  service: 'network',
  path: '/floatingips/{floating ip}/port_forwardings',
  member: 'port_forwarding',
  collection: 'port_forwardings',
  by: 'id',
  updateMethod: 'PUT',
})

const portForwardingFields = fields({
  description: 'description',
  external_port: externalPort,
  id: 'id',
  internal_ip_address: 'internal_ip_address',
  internal_port: 'internal_port',
  internal_port_id: 'internal_port_id',
  name: 'name',
  protocol: 'protocol',
})

export const shownForwarding = (row: Row): Columns =>
  withOptional(portForwardingFields, row, ['external_port_range', 'internal_port_range'])

export const portForwardingColumns: Columns = {
  ...pick(portForwardingFields, {
    ID: 'id',
    'Internal Port ID': 'internal_port_id',
    'Internal IP Address': 'internal_ip_address',
    'Internal Port': 'internal_port',
  }),
  'Internal Port Range': rangeOf('internal_port_range'),
  'External Port': externalPort,
  'External Port Range': rangeOf('external_port_range'),
  Protocol: 'protocol',
  Description: 'description',
}

/** Neutron sends an empty string when the forwarding has a range of ports. */
function externalPort({external_port: port}: Row): Json {
  return port || null
}

/** Ranges are an extension of Neutron; without it the column is empty. */
function rangeOf(key: string) {
  return (row: Row): Json => row[key] ?? ''
}

interface PortFlags {
  'internal-protocol-port'?: string | undefined
  'external-protocol-port'?: string | undefined
}

/** The ports of the options, a number or a range each. UsageError for ranges that do not map 1:N or N:N. */
export function portRanges(flags: PortFlags): JsonObject {
  const internal = endsOf('internal-protocol-port', flags['internal-protocol-port'])
  const external = endsOf('external-protocol-port', flags['external-protocol-port'])
  if (internal && external && internal.size > 0 && internal.size !== external.size)
    throw new UsageError(
      `Internal ports ${internal.text} do not map to external ports ${external.text}: the relation must be 1:N or N:N.`,
      {hint: 'Use one internal port, or as many internal as external ports.'},
    )
  return {...attribute('internal', internal), ...attribute('external', external)}
}

interface Ends {
  text: string
  size: number
}

function endsOf(option: string, text: string | undefined): Ends | undefined {
  if (!text) return undefined
  const [from = 0, to = from] = text.split(':').map(Number)
  if (!/^\d+(?::\d+)?$/.test(text) || from < 1 || to < from || to > 65_535)
    throw new UsageError(`Option --${option}: '${text}' is not a port or a range of ports.`, {
      hint: 'Use PORT or FIRST:LAST, between 1 and 65535.',
    })
  return {text, size: to - from}
}

const attribute = (side: 'internal' | 'external', ends: Ends | undefined): JsonObject =>
  ends === undefined
    ? {}
    : ends.text.includes(':')
      ? {[`${side}_port_range`]: ends.text}
      : {[`${side}_port`]: Number(ends.text)}

/** What the options of `create` and `set` have in common. */
export const forwardingOptions = {
  port: {description: 'Neutron port that receives the traffic (name or ID)', helpValue: 'PORT'},
  'internal-ip-address': {description: 'Internal IP address', helpValue: 'INTERNAL-IP-ADDRESS'},
  'internal-protocol-port': {description: 'Internal TCP or UDP port, or a range of ports', helpValue: 'PORT-NUMBER'},
  'external-protocol-port': {description: 'External TCP or UDP port, or a range of ports', helpValue: 'PORT-NUMBER'},
}
