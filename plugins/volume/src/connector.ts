import {Flags, type JsonObject, type ParsedOption} from '@osc-cli/core'
import {isOn} from '#given'

/** What Cinder needs to know of the host that a volume is attached to; read with `connectorOf`. */
export const connectorFlags = {
  initiator: Flags.string({description: 'IQN of the initiator on the host', helpValue: 'IQN'}),
  ip: Flags.string({description: 'IP address of the host', helpValue: 'ADDRESS'}),
  host: Flags.string({description: 'Name of the host', helpValue: 'HOST'}),
  platform: Flags.string({description: 'Platform of the host: x86_64', helpValue: 'PLATFORM'}),
  'os-type': Flags.string({description: 'Operating system of the host: linux', helpValue: 'TYPE'}),
  multipath: Flags.boolean({description: 'Use multipath'}),
  'no-multipath': Flags.boolean({description: 'Do not use multipath (default)'}),
  mountpoint: Flags.string({description: 'Device of the volume in the server: /dev/vdb', helpValue: 'DEVICE'}),
}

interface ConnectorFlags {
  initiator?: string | undefined
  ip?: string | undefined
  host?: string | undefined
  platform?: string | undefined
  'os-type'?: string | undefined
  mountpoint?: string | undefined
}

/** The connector that the options describe; drivers expect all of its keys. */
export const connectorOf = (flags: ConnectorFlags, given: readonly ParsedOption[]): JsonObject => ({
  initiator: flags.initiator ?? null,
  ip: flags.ip ?? null,
  platform: flags.platform ?? null,
  host: flags.host ?? null,
  os_type: flags['os-type'] ?? null,
  multipath: isOn(given, 'multipath'),
  mountpoint: flags.mountpoint ?? null,
})
