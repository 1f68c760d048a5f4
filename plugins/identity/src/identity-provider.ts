import {asArray, asText, type Columns, Flags, Formatted, fields, readText} from '@osc-cli/core'

export const identityProviderColumns: Columns = fields({
  ID: 'id',
  Enabled: 'enabled',
  'Domain ID': 'domain_id',
  Description: 'description',
})

export const identityProviderFields: Columns = {
  ...fields({
    authorization_ttl: 'authorization_ttl',
    description: 'description',
    domain_id: 'domain_id',
    enabled: 'enabled',
    id: 'id',
  }),
  remote_ids: ({remote_ids: ids}) =>
    new Formatted(ids ?? null, () =>
      asArray(ids)
        .map((id) => asText(id) ?? '')
        .sort()
        .join(', '),
    ),
}

export const remoteIdFlags = {
  'remote-id': Flags.strings({
    description: 'Remote ID of the provider, as in its assertions (repeatable)',
    helpValue: 'REMOTE-ID',
    exclusive: ['remote-id-file'],
  }),
  'remote-id-file': Flags.string({
    description: 'File with remote IDs, one per line',
    helpValue: 'FILE',
    exclusive: ['remote-id'],
  }),
  description: Flags.string({description: 'Description'}),
  'authorization-ttl': Flags.integer({
    description: 'Minutes that group memberships from an assertion remain valid',
    helpValue: 'MINUTES',
    min: 0,
  }),
}

/** The remote IDs from the command line or a file; undefined if none are given. */
export async function remoteIds(
  flags: {'remote-id'?: string[] | undefined; 'remote-id-file'?: string | undefined},
  cwd: string,
) {
  const file = flags['remote-id-file']
  if (file === undefined) return flags['remote-id']
  const text = await readText(file, {cwd})
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.trim())
}
