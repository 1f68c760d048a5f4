import {Args, type Columns, Flags, type JsonObject} from '@osc-cli/core'

export const protocolFlags = {
  'identity-provider': Flags.string({
    description: 'Identity provider that speaks it (ID).',
    helpValue: 'IDENTITY-PROVIDER',
    required: true,
  }),
}

export const protocolArgs = {
  federation_protocol: Args.string({
    description: 'Federation protocol: saml2, openid, mapped or a name of your own.',
    required: true,
  }),
}

/** The mapping under OSC's name for it; the identity provider, which the answer lacks, where it is given. */
export function protocolFields(
  {links: _, mapping_id: mapping, ...rest}: JsonObject,
  identityProvider?: string,
): Columns {
  const record: JsonObject = {
    ...rest,
    mapping,
    ...(identityProvider === undefined ? {} : {identity_provider: identityProvider}),
  }
  return Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((name) => [name, () => record[name]]),
  )
}
