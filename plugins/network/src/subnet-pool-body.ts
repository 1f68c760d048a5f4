import {type Api, Flags, type JsonObject} from '@osc-cli/core'
import {AddressScope} from '#address-scope'

interface PoolFlags {
  'default-prefix-length'?: number | undefined
  'min-prefix-length'?: number | undefined
  'max-prefix-length'?: number | undefined
  'address-scope'?: string | undefined
  'no-address-scope'?: boolean | undefined
  description?: string | undefined
  'default-quota'?: number | undefined
}

/** The options that `create` and `set` share. */
export const subnetPoolFlags = {
  'default-prefix-length': Flags.integer({
    description: 'Default prefix length of new subnets',
    helpValue: 'DEFAULT-PREFIX-LENGTH',
    min: 0,
  }),
  'min-prefix-length': Flags.integer({description: 'Minimum prefix length', helpValue: 'MIN-PREFIX-LENGTH', min: 0}),
  'max-prefix-length': Flags.integer({description: 'Maximum prefix length', helpValue: 'MAX-PREFIX-LENGTH', min: 0}),
  ...Flags.choices({
    default: 'Make this the default subnet pool',
    'no-default': 'Do not make this the default subnet pool',
  }),
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  'default-quota': Flags.integer({
    description: 'Default limit of addresses per project',
    helpValue: 'NUM-IP-ADDRESSES',
  }),
}

/** The attributes that the options of both `create` and `set` name. */
export const subnetPoolBody = async (
  api: Api,
  flags: PoolFlags & Readonly<Record<string, unknown>>,
): Promise<JsonObject> => ({
  default_prefixlen: flags['default-prefix-length'],
  min_prefixlen: flags['min-prefix-length'],
  max_prefixlen: flags['max-prefix-length'],
  address_scope_id: flags['no-address-scope']
    ? null
    : flags['address-scope'] === undefined
      ? undefined
      : await api(AddressScope).id(flags['address-scope']),
  is_default: Flags.chosen(flags, {default: true, 'no-default': false}),
  description: flags.description,
  default_quota: flags['default-quota'],
})
