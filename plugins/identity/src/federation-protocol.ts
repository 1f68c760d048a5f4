import {Args, type Columns, Flags} from '@osc-cli/core'

export const protocolFlags = {
  'identity-provider': Flags.string({
    description: 'Identity provider that supports this protocol (ID)',
    helpValue: 'IDENTITY-PROVIDER',
    required: true,
  }),
}

export const protocolArgs = {
  federation_protocol: Args.string({
    description: 'Federation protocol: saml2, openid, mapped or your own',
    required: true,
  }),
}

/** The response does not contain the identity provider. */
export const protocolFields = (identityProvider: string): Columns => ({
  id: 'id',
  identity_provider: () => identityProvider,
  mapping: 'mapping_id',
})
