import {type Columns, Flags, fields, type JsonObject} from '@osc-cli/core'

/** `required`: for create. */
export const serviceProviderFlags = (required: boolean) => ({
  'auth-url': Flags.string({
    description: 'URL that accepts assertions from this cloud for authentication',
    helpValue: 'URL',
    required,
  }),
  'service-provider-url': Flags.string({description: 'URL that assertions are sent to', helpValue: 'URL', required}),
  description: Flags.string({description: 'Description'}),
})

export const serviceProviderColumns: Columns = fields({
  ID: 'id',
  Enabled: 'enabled',
  Description: 'description',
  'Auth URL': 'auth_url',
  'Service Provider URL': 'sp_url',
  'Relay State Prefix': 'relay_state_prefix',
})

export const serviceProviderFields: Columns = fields({
  id: 'id',
  enabled: 'enabled',
  description: 'description',
  auth_url: 'auth_url',
  sp_url: 'sp_url',
  relay_state_prefix: 'relay_state_prefix',
})

export const serviceProviderBody = (
  flags: {
    'auth-url'?: string | undefined
    'service-provider-url'?: string | undefined
    description?: string | undefined
  },
  enabled: boolean | undefined,
): JsonObject => ({
  auth_url: flags['auth-url'],
  sp_url: flags['service-provider-url'],
  description: flags.description,
  enabled,
})
