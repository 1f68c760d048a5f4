import {type CommandContext, defineResource, Flags, fields, type JsonObject, UsageError} from '@osc-cli/core'

// https://docs.openstack.org/api-ref/block-storage/v3/#volume-manage-extension-manageable-volumes
export const ManageableVolume = defineResource({
  noun: 'manageable volume',
  service: 'block-storage',
  path: '/manageable_volumes',
  collection: 'manageable-volumes',
  newest: '3.17',
})

// https://docs.openstack.org/api-ref/block-storage/v3/#snapshot-manage-extension-manageable-snapshots
export const ManageableSnapshot = defineResource({
  noun: 'manageable snapshot',
  service: 'block-storage',
  path: '/manageable_snapshots',
  collection: 'manageable-snapshots',
  newest: '3.17',
})

/** The options of both lists; `what` is a plural. Read them with `manageable`. */
export const manageableFlags = (what: string) => ({
  cluster: Flags.string({description: 'Cluster to search: CLUSTER@BACKEND#POOL', helpValue: 'CLUSTER'}),
  long: Flags.boolean({description: 'Include the Cinder ID, the reason why it cannot be managed, and more'}),
  detailed: Flags.string({description: 'Old name of --long: true or false', helpValue: 'BOOLEAN', hidden: true}),
  marker: Flags.string({description: 'Reference of the last result of the previous page, as JSON', helpValue: 'REF'}),
  limit: Flags.integer({description: `Maximum number of ${what}`, min: 0, helpValue: 'NUMBER'}),
  offset: Flags.integer({description: `Number of ${what} to skip after the marker`, min: 0, helpValue: 'NUMBER'}),
  sort: Flags.string({
    description: 'Sort by size or reference, in order asc or desc: KEY[:ORDER],KEY[:ORDER]',
    helpValue: 'KEY',
  }),
})

interface ManageableFlags {
  cluster?: string | undefined
  long: boolean
  detailed?: string | undefined
  marker?: string | undefined
  limit?: number | undefined
  offset?: number | undefined
  sort?: string | undefined
}

/** The rows of a list and whether all columns were asked for. */
export async function manageable(
  command: CommandContext,
  resource: typeof ManageableVolume | typeof ManageableSnapshot,
  host: string | undefined,
  flags: ManageableFlags,
): Promise<{rows: AsyncIterable<JsonObject>; isLong: boolean}> {
  if (host === undefined && flags.cluster === undefined)
    throw new UsageError('The host or cluster to search is missing.', {
      hint: 'Find hosts with: osc volume backend pool list',
    })
  if (host !== undefined && flags.cluster !== undefined)
    throw new UsageError('--cluster cannot be combined with the argument <host>.')
  if (flags.detailed !== undefined) await command.note('Warning: --detailed is deprecated. Use --long.')
  const isLong = flags.detailed === undefined ? flags.long : TRUE.includes(flags.detailed.trim().toLowerCase())
  const {cluster, marker, limit, offset, sort} = flags
  const listPath = isLong ? `${resource.path}/detail` : resource.path
  return {rows: command.api({...resource, listPath}).list({host, cluster, marker, limit, offset, sort}), isLong}
}

const TRUE = ['1', 't', 'true', 'on', 'y', 'yes']

export const manageableColumns = fields({
  reference: 'reference',
  size: 'size',
  safe_to_manage: 'safe_to_manage',
})

export const sourceColumns = fields({source_reference: 'source_reference'})

export const manageableLongColumns = fields({
  reason_not_safe: 'reason_not_safe',
  cinder_id: 'cinder_id',
  extra_info: 'extra_info',
})
