import {asArray, asText, type Columns, Flags, Formatted, type JsonObject, readText} from '@osc-cli/core'

export const identityProviderColumns: Columns = {
  ID: 'id',
  Enabled: 'enabled',
  'Domain ID': 'domain_id',
  Description: 'description',
}

/** All fields by name; to people the remote IDs as one line. */
export function identityProviderFields(record: JsonObject): Columns {
  const names = [...new Set([...Object.keys(record), 'remote_ids'])].filter((name) => name !== 'links').sort()
  const remoteIds = asArray(record.remote_ids)
  const cell = (name: string) => () =>
    name === 'remote_ids'
      ? new Formatted(remoteIds, () =>
          remoteIds
            .map((id) => asText(id) ?? '')
            .sort()
            .join(', '),
        )
      : record[name]
  return Object.fromEntries(names.map((name) => [name, cell(name)]))
}

export const remoteIdFlags = {
  'remote-id': Flags.strings({
    description: 'ID that the provider goes by in its own assertions.',
    helpValue: 'REMOTE-ID',
    exclusive: ['remote-id-file'],
  }),
  'remote-id-file': Flags.string({
    description: 'File with such IDs, a line each.',
    helpValue: 'FILE',
    exclusive: ['remote-id'],
  }),
  description: Flags.string({description: 'What it is.'}),
  'authorization-ttl': Flags.integer({
    description: 'Minutes that group memberships last after the log-in that told of them.',
    helpValue: 'MINUTES',
    min: 0,
  }),
}

/** The remote IDs given on the line or in a file; undefined when none are. */
export async function remoteIds(
  flags: {'remote-id'?: string[] | undefined; 'remote-id-file'?: string | undefined},
  cwd: string,
) {
  const file = flags['remote-id-file']
  if (file === undefined) return flags['remote-id']
  const text = await readText(file, cwd)
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.trim())
}
