import {Flags, type JsonObject, OscError} from '@osc-cli/core'

const CONTROL_LOCATIONS = ['front-end', 'back-end'] as const

/** Properties of a volume type that have options of their own; read them with `extraSpecs`. */
export const specFlags = (purpose: string) => ({
  multiattach: Flags.boolean({description: `${purpose} that several servers can attach at once`}),
  cacheable: Flags.boolean({description: `${purpose} that are cached`}),
  replicated: Flags.boolean({description: `${purpose} that are replicated`}),
  'availability-zone': Flags.strings({
    description: `${purpose} in this availability zone (repeatable)`,
    helpValue: 'ZONE',
  }),
})

export const encryptionFlags = {
  'encryption-provider': Flags.string({description: 'Encryption provider: luks', helpValue: 'PROVIDER'}),
  'encryption-cipher': Flags.string({description: 'Encryption algorithm: aes-xts-plain64', helpValue: 'CIPHER'}),
  'encryption-key-size': Flags.integer({description: 'Size of the encryption key in bits', helpValue: 'BITS'}),
  'encryption-control-location': Flags.option({
    description: 'Where volumes are encrypted (default: front-end)',
    options: CONTROL_LOCATIONS,
  })(),
}

interface SpecFlags {
  property?: readonly Flags.KeyValue[] | undefined
  multiattach: boolean
  cacheable: boolean
  replicated: boolean
  'availability-zone'?: readonly string[] | undefined
}

/** `--property` and the options of `specFlags` as extra specs; undefined without any. */
export function extraSpecs(flags: SpecFlags): Record<string, string> | undefined {
  const specs = {
    ...Flags.toObject(flags.property),
    ...(flags.multiattach && {multiattach: '<is> True'}),
    ...(flags.cacheable && {cacheable: '<is> True'}),
    ...(flags.replicated && {replication_enabled: '<is> True'}),
    ...(flags['availability-zone'] && {'RESKEY:availability_zones': flags['availability-zone'].join(',')}),
  }
  return Object.keys(specs).length > 0 ? specs : undefined
}

interface EncryptionFlags {
  'encryption-provider'?: string | undefined
  'encryption-cipher'?: string | undefined
  'encryption-key-size'?: number | undefined
  'encryption-control-location'?: string | undefined
}

/** The body of the encryption options, without those that were not given; undefined without any. */
export function encryptionBody(flags: EncryptionFlags): JsonObject | undefined {
  const body = {
    provider: flags['encryption-provider'],
    cipher: flags['encryption-cipher'],
    key_size: flags['encryption-key-size'],
    control_location: flags['encryption-control-location'],
  }
  const given = Object.entries(body).filter(([, value]) => value !== undefined)
  return given.length > 0 ? Object.fromEntries(given) : undefined
}

/** The body of a new encryption; it cannot be without a provider. */
export function newEncryption(body: JsonObject): JsonObject {
  if (body.provider !== undefined) return {control_location: 'front-end', ...body}
  throw new OscError('A new encryption needs a provider.', {
    code: 'EncryptionProvider',
    hint: 'Add for instance: --encryption-provider luks',
  })
}
