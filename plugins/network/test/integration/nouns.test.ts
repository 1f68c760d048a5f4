import assert from 'node:assert/strict'
import {asObject, type JsonObject} from '@osc-cli/core'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {describe, it} from 'mocha'
import {has, rows} from './neutron.ts'

interface Story {
  noun: string
  extension: string
  path: string
  /** Lines that create what the story needs; the last word is the name. */
  given?: readonly string[]
  /** Options of `create` before the name, and what the API then returns. */
  create: string
  created: JsonObject
  /** Options of `set`, and what the API then returns; absent if the noun does not have a `set`. */
  set?: string
  changed?: JsonObject
}

const [segmented, shared] = ['segmented', 'shared'].map(uniqueName)

const stories: readonly Story[] = [
  {
    noun: 'address scope',
    extension: 'address-scope',
    path: '/address-scopes',
    create: '--ip-version 6',
    created: {ip_version: 6, shared: false},
    set: '--share',
    changed: {shared: true},
  },
  {
    noun: 'subnet pool',
    extension: 'subnet_allocation',
    path: '/subnetpools',
    create: '--pool-prefix 10.88.0.0/16 --default-quota 9 --tag a',
    created: {prefixes: ['10.88.0.0/16'], default_quota: 9, tags: ['a']},
    set: '--pool-prefix 10.87.0.0/16 --description d',
    changed: {description: 'd', prefixes: ['10.87.0.0/16', '10.88.0.0/16']},
  },
  {
    noun: 'address group',
    extension: 'address-group',
    path: '/address-groups',
    create: '--address 10.0.0.9',
    created: {addresses: ['10.0.0.9/32']},
    set: '--address fd00::1 --description d',
    changed: {addresses: ['10.0.0.9/32', 'fd00::1/128'], description: 'd'},
  },
  {
    noun: 'network qos policy',
    extension: 'qos',
    path: '/qos/policies',
    create: '--no-share',
    created: {shared: false},
    set: '--share --description d',
    changed: {shared: true, description: 'd'},
  },
  {
    noun: 'network flavor',
    extension: 'flavors',
    path: '/flavors',
    create: '--service-type L3_ROUTER_NAT',
    created: {service_type: 'L3_ROUTER_NAT', enabled: true},
    set: '--disable',
    changed: {enabled: false},
  },
  {
    noun: 'network meter',
    extension: 'metering',
    path: '/metering/metering-labels',
    create: '--description d',
    created: {description: 'd', shared: false},
  },
  {
    noun: 'network segment',
    extension: 'segment',
    path: '/segments',
    given: [`network create ${segmented}`],
    create: `--network ${segmented} --network-type vlan --physical-network public`,
    created: {network_type: 'vlan', physical_network: 'public'},
    set: '--description d',
    changed: {description: 'd'},
  },
  {
    noun: 'local ip',
    extension: 'local_ip',
    path: '/local_ips',
    given: [`network create ${shared}`, `subnet create --network ${shared} --subnet-range 10.86.0.0/24 ${shared}`],
    create: `--network ${shared} --ip-mode passthrough --name`,
    created: {ip_mode: 'passthrough'},
    set: '--description d',
    changed: {description: 'd'},
  },
  {
    noun: 'network segment range',
    extension: 'network-segment-range',
    path: '/network_segment_ranges',
    create: '--network-type vxlan --minimum 70000 --maximum 70009',
    created: {minimum: 70_000, shared: true},
    set: '--minimum 70000 --maximum 70019',
    changed: {maximum: 70_019},
  },
]

for (const {noun, extension, path, given = [], create, created, set, changed} of stories)
  describe(noun, () => {
    before(async function () {
      await needs(this, 'network')
      if (!(await has(extension))) this.skip()
    })
    const osc = oscOnCloud()
    const later = cleanUp({by: 'osc'})
    const name = uniqueName(noun.replaceAll(' ', '-'))
    const words = noun.split(' ')
    const run = (verb: string, options = '') =>
      osc(...words, verb, ...options.split(' ').filter((word) => word !== ''), name)
    const stored = async (wanted: JsonObject) => {
      const [row] = await rows(`${path}?name=${name}`)
      const found = Object.fromEntries(Object.keys(wanted).map((key) => [key, asObject(row)[key] ?? null]))
      assert.deepEqual(found, wanted)
    }

    it('is created', async () => {
      for (const line of given) {
        const argv = line.split(' ')
        later(String(argv[0]), 'delete', String(argv.at(-1)))
        await ok(osc(...argv))
      }
      later(...words, 'delete', name)
      await ok(run('create', create))
      await stored(created)
    })

    it('is listed', async () => {
      assert.match(await ok(osc(...words, 'list', '-f', 'value', '-c', 'Name')), new RegExp(`^${name}$`, 'm'))
    })

    if (set && changed)
      it('is changed', async () => {
        await ok(run('set', set))
        await stored(changed)
      })

    it('is deleted, and then not found', async () => {
      await ok(run('delete'))
      assert.deepEqual(await rows(`${path}?name=${name}`), [])
      assert.match(await fails(4, run('show')), new RegExp(`No ${noun} with a name or ID of '${name}' exists`))
    })
  })
