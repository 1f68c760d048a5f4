import {type Columns, Flags, type JsonObject} from '@osc-cli/core'

/** `required` for a new one. */
export const serviceProviderFlags = (required: boolean) => ({
  'auth-url': Flags.string({
    description: 'Where to log in there with an assertion of this cloud.',
    helpValue: 'URL',
    required,
  }),
  'service-provider-url': Flags.string({description: 'Where assertions are sent.', helpValue: 'URL', required}),
  description: Flags.string({description: 'What it is.'}),
})

export const serviceProviderColumns: Columns = {
  ID: 'id',
  Enabled: 'enabled',
  Description: 'description',
  'Auth URL': 'auth_url',
}

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
