import assert from 'node:assert/strict'
import type {Route} from '../../support/fixture-server.ts'
import {run} from '../../support/run.ts'
import {changes, PROJECT, startAllServices} from './all-services.ts'

const nova = `/nova/v2.1/os-quota-sets/${PROJECT}`
const cinder = `/cinder/v3/${PROJECT}/os-quota-sets/${PROJECT}`
const neutron = `/neutron/v2.0/quotas/${PROJECT}`

/** Any change is fine; every service has the same few quotas. */
const routes = (): Record<string, Route> => ({
  [`PUT ${nova}`]: {body: {}},
  [`PUT ${cinder}`]: {body: {}},
  [`PUT ${neutron}`]: {body: {}},
  [`DELETE ${nova}`]: {status: 202},
  [`DELETE ${cinder}`]: {status: 200},
  [`DELETE ${neutron}`]: {status: 204},
  'PUT /nova/v2.1/os-quota-class-sets/default': {body: {}},
  [`GET ${nova}`]: {body: {quota_set: {id: PROJECT, cores: 40, ram: 1024}}},
  [`GET ${nova}/defaults`]: {body: {quota_set: {id: PROJECT, cores: 20, ram: 1024}}},
  'GET /neutron/v2.0/extensions/router': {body: {extension: {alias: 'router', name: 'Neutron L3 Router', links: []}}},
  'GET /nova/v2.1/os-availability-zone/detail': {status: 403, body: {forbidden: {message: 'Admins only.'}}},
  'GET /nova/v2.1/os-availability-zone': {
    body: {availabilityZoneInfo: [{zoneName: 'nova', zoneState: {available: true}, hosts: null}]},
  },
  'GET /nova/v2.1/limits': {body: {limits: {absolute: {maxTotalCores: 20}, rate: []}}},
  [`GET /cinder/v3/${PROJECT}/limits`]: {body: {limits: {absolute: {maxTotalVolumes: 10}, rate: []}}},
})

const changing: [string, string[]][] = [
  [
    'quota set --instances 20 --volumes 30 demo',
    [`PUT ${nova} {"quota_set":{"instances":20}}`, `PUT ${cinder} {"quota_set":{"volumes":30}}`],
  ],
  ['quota set --cores 40', [`PUT ${nova} {"quota_set":{"cores":40}}`]],
  ['quota set --class --cores 40', ['PUT /nova/v2.1/os-quota-class-sets/default {"quota_class_set":{"cores":40}}']],
  ['quota set --default --cores 40', ['PUT /nova/v2.1/os-quota-class-sets/default {"quota_class_set":{"cores":40}}']],
  ['quota set --volume-type fast --gigabytes 5 demo', [`PUT ${cinder} {"quota_set":{"gigabytes_fast":5}}`]],
  ['quota set --networks 3 demo', [`PUT ${neutron} {"quota":{"network":3,"check_limit":true}}`]],
  ['quota set --no-force --networks 3 demo', [`PUT ${neutron} {"quota":{"network":3,"check_limit":true}}`]],
  ['quota set --no-force --cores 3 demo', [`PUT ${nova} {"quota_set":{"cores":3}}`]],
  [
    'quota set --force --cores 3 --networks 3 demo',
    [`PUT ${nova} {"quota_set":{"cores":3,"force":true}}`, `PUT ${neutron} {"quota":{"network":3,"force":true}}`],
  ],
  ['quota delete --network demo', [`DELETE ${neutron}`]],
  ['quota delete demo', [`DELETE ${nova}`, `DELETE ${cinder}`, `DELETE ${neutron}`]],
]

const reading: [string, string][] = [
  ['quota list --compute -f value -c Cores', '40'],
  ['extension show router -f value -c name', 'Neutron L3 Router'],
  ['availability zone list --compute -f value', 'nova available'],
  ['limits show --absolute --query [?Value].Name -f value', 'max_total_cores\nmax_total_volumes\ntotal_cores'],
]

describe('quotas, limits and zones, where all services are', () => {
  for (const [line, sent] of changing) {
    it(`${line} changes only that`, async () => {
      const {server, env} = await startAllServices(routes())
      try {
        const {status, stderr} = await run(line.split(' '), {env})
        assert.deepEqual([status, stderr], [0, ''])
        assert.deepEqual(changes(server).toSorted(), sent.toSorted())
      } finally {
        await server.stop()
      }
    })
  }

  for (const [line, printed] of reading) {
    it(`${line} prints it`, async () => {
      const {server, env} = await startAllServices(routes())
      try {
        const {status, stdout, stderr} = await run(line.split(' '), {env})
        assert.deepEqual([status, stdout.trim()], [0, printed], stderr)
      } finally {
        await server.stop()
      }
    })
  }

  it('says from which catalog it is that a service is not there, and how old that is', async () => {
    const {server, env} = await startAllServices(routes())
    try {
      for (const line of ['quota show --compute', 'limits show --absolute', 'availability zone list --compute']) {
        const {stderr} = await run(line.split(' '), {env: {...env, OS_REGION_NAME: 'Away'}})
        const says =
          /^The compute service is not offered by this cloud in Away \(offered in RegionOne; catalog \d+ s old\)\.$/m
        assert.match(stderr, says)
      }
    } finally {
      await server.stop()
    }
  })
})
