import {asObject, type Json, type JsonObject} from '#json'
import {compareText} from '#output/sort'

/** The absolute limits of Nova under the names of openstacksdk, which has two names for most of them. */
const COMPUTE: Readonly<Record<string, string>> = {
  floating_ips: 'maxTotalFloatingIps',
  floating_ips_used: 'totalFloatingIpsUsed',
  image_meta: 'maxImageMeta',
  instances: 'maxTotalInstances',
  instances_used: 'totalInstancesUsed',
  keypairs: 'maxTotalKeypairs',
  max_image_meta: 'maxImageMeta',
  max_security_group_rules: 'maxSecurityGroupRules',
  max_security_groups: 'maxSecurityGroups',
  max_server_group_members: 'maxServerGroupMembers',
  max_server_groups: 'maxServerGroups',
  max_server_meta: 'maxServerMeta',
  max_total_cores: 'maxTotalCores',
  max_total_floating_ips: 'maxTotalFloatingIps',
  max_total_instances: 'maxTotalInstances',
  max_total_keypairs: 'maxTotalKeypairs',
  max_total_ram_size: 'maxTotalRAMSize',
  personality: 'maxPersonality',
  personality_size: 'maxPersonalitySize',
  security_group_rules: 'maxSecurityGroupRules',
  security_groups: 'maxSecurityGroups',
  security_groups_used: 'totalSecurityGroupsUsed',
  server_group_members: 'maxServerGroupMembers',
  server_groups: 'maxServerGroups',
  server_groups_used: 'totalServerGroupsUsed',
  server_meta: 'maxServerMeta',
  total_cores: 'maxTotalCores',
  total_cores_used: 'totalCoresUsed',
  total_floating_ips_used: 'totalFloatingIpsUsed',
  total_instances_used: 'totalInstancesUsed',
  total_ram: 'maxTotalRAMSize',
  total_ram_used: 'totalRAMUsed',
  total_security_groups_used: 'totalSecurityGroupsUsed',
  total_server_groups_used: 'totalServerGroupsUsed',
}

/** The absolute limits of Cinder under the names of openstacksdk. */
const VOLUME: Readonly<Record<string, string>> = {
  max_total_backup_gigabytes: 'maxTotalBackupGigabytes',
  max_total_backups: 'maxTotalBackups',
  max_total_snapshots: 'maxTotalSnapshots',
  max_total_volume_gigabytes: 'maxTotalVolumeGigabytes',
  max_total_volumes: 'maxTotalVolumes',
  total_backup_gigabytes_used: 'totalBackupGigabytesUsed',
  total_backups_used: 'totalBackupsUsed',
  total_gigabytes_used: 'totalGigabytesUsed',
  total_snapshots_used: 'totalSnapshotsUsed',
  total_volumes_used: 'totalVolumesUsed',
}

/** The absolute limits in the answers of both services, sorted by name. A service without an answer has none. */
export const absoluteLimits = (compute?: JsonObject, volume?: JsonObject): {name: string; value: Json}[] =>
  [...named(COMPUTE, compute), ...named(VOLUME, volume)].sort((a, b) => compareText(a.name, b.name))

function named(names: Readonly<Record<string, string>>, limits: JsonObject | undefined): {name: string; value: Json}[] {
  if (!limits) return []
  const absolute = asObject(limits.absolute)
  return Object.entries(names).map(([name, key]) => ({name, value: absolute[key] ?? null}))
}
