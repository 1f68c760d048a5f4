import assert from 'node:assert/strict'
import {quotasOf} from '#common/quotas'
import {shownQuotas} from '#common/shown-quotas'
import type {JsonObject} from '#json'

const compute: JsonObject = {cores: 20, fixed_ips: -1, key_pairs: 100, ram: 51200, security_groups: -1}
const volume: JsonObject = {volumes: 10, volumes___DEFAULT__: -1, backup_gigabytes: 1000}
const network: JsonObject = {network: 100, floatingip: 50, security_group: 10, trunk: -1}
const all = (usage: (quotas: JsonObject, used: string) => JsonObject = (quotas) => quotas) => [
  [quotasOf('compute'), usage(compute, 'in_use')] as const,
  [quotasOf('block-storage'), usage(volume, 'in_use')] as const,
  [quotasOf('network'), usage(network, 'used')] as const,
]
const used = (quotas: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(quotas).map(([name, limit]) => [name, {limit, [key]: 3, reserved: 1}]))

describe('the quotas that python-openstackclient 10.2.1 prints', () => {
  const lines = (rows: readonly JsonObject[]) => rows.map((row) => Object.values(row).join(' '))

  it('quota show', () =>
    assert.deepEqual(lines(shownQuotas(all(), false)), [
      'cores 20',
      'ram 51200',
      'fixed_ips ',
      'floating_ips 50',
      'networks 100',
      'security_group_rules ',
      'security_groups 10',
      'volumes 10',
      'volumes___DEFAULT__ -1',
      'trunk -1',
      'check_limit ',
      'health_monitors ',
      'listeners ',
      'load_balancers ',
      'l7_policies ',
      'pools ',
      'ports ',
      'project_id ',
      'tenant_id ',
      'rbac_policies ',
      'router_routes ',
      'routers ',
      'subnets ',
      'subnet_pools ',
      'key-pairs 100',
      'backup-gigabytes 1000',
    ]))

  it('quota show --usage', () =>
    assert.deepEqual(lines(shownQuotas(all(used), true)), [
      'cores 20 3 1',
      'ram 51200 3 1',
      'fixed_ips 0 0 0',
      'floating_ips 50 3 1',
      'networks 100 3 1',
      'security_group_rules 0 0 0',
      'security_groups 10 3 1',
      'volumes 10 3 1',
      'volumes___DEFAULT__ -1 3 1',
      'trunk -1 3 1',
      'key-pairs 100 N/A 1',
      'backup-gigabytes 1000 3 1',
    ]))
})
