import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {CommandFacts} from '#help/facts'
import {covers, servicePath} from '../../support/call-template.ts'
import type {Route} from '../../support/fixture-server.ts'
import {repository} from '../../support/program.ts'
import {run} from '../../support/run.ts'
import {OTHER, PROJECT, startAllServices} from './all-services.ts'
import {heat, held} from './held.ts'

/** Lines that make every request of the commands over several services, which no cloud of the integration tests has. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  'availability zone list': [''],
  'context refresh': [''],
  'extension list': [''],
  'extension show': ['router'],
  'limits show': ['--absolute', `--absolute --project demo --domain default`],
  'project cleanup': ['--auto-approve --project demo --project-domain default'],
  'quota delete': [`${OTHER}`, 'demo'],
  'quota list': ['--compute', '--volume', '--network'],
  'quota set': [
    '--cores 1 --volumes 1 --networks 1 demo',
    '--default --cores 1 --volumes 1',
    '--class --cores 1 --volumes 1 fast',
  ],
  'quota show': ['demo', '--default demo', '--usage demo'],
}

/** Look-ups, log-ins and version documents. */
const ASIDE = /\?name=|POST \/v3\/auth\/tokens$|GET \/(?: |$)/

const cinderQuotas = `/cinder/v3/${PROJECT}`
const MORE: Readonly<Record<string, Route>> = {
  // Asked for at once: after a failure the other request might not be sent.
  ...Object.fromEntries(
    [`/nova/v2.1/os-quota-sets/${PROJECT}`, `${cinderQuotas}/os-quota-sets/${PROJECT}`].flatMap((path) =>
      ['', '/defaults'].map((end) => [`GET ${path}${end}`, {body: {quota_set: {}}}]),
    ),
  ),
  ...Object.fromEntries(
    [PROJECT, OTHER].flatMap((project) => [
      [`DELETE /nova/v2.1/os-quota-sets/${project}`, {status: 202}],
      [`DELETE ${cinderQuotas}/os-quota-sets/${project}`, {status: 200}],
      [`DELETE /neutron/v2.0/quotas/${project}`, {status: 204}],
    ]),
  ),
  'GET /nova/v2.1/limits': {body: {limits: {absolute: {}, rate: []}}},
  [`GET ${cinderQuotas}/limits`]: {body: {limits: {absolute: {}, rate: []}}},
  [`GET /neutron/v2.0/quotas/${PROJECT}`]: {body: {quota: {}}},
  [`GET /neutron/v2.0/quotas/${PROJECT}/default`]: {body: {quota: {}}},
  'GET /nova/v2.1/os-availability-zone/detail': {status: 403},
  [`PUT /nova/v2.1/os-quota-sets/${PROJECT}`]: {body: {}},
  'PUT /nova/v2.1/os-quota-class-sets/default': {body: {}},
  'PUT /nova/v2.1/os-quota-class-sets/fast': {body: {}},
  [`PUT ${cinderQuotas}/os-quota-sets/${PROJECT}`]: {body: {}},
  [`PUT ${cinderQuotas}/os-quota-class-sets/default`]: {body: {}},
  // Who waits until something is gone asks for it.
  [`DELETE ${heat}/web/k1`]: {status: 204},
  'DELETE /octavia/v2/lbaas/loadbalancers/l1': {status: 204},
  'GET /v3/domains/default': {body: {domain: {id: 'default', name: 'Default'}}},
}

const {commands} = JSON.parse(readFileSync(join(repository, 'oclif.manifest.json'), 'utf8')) as {
  commands: Record<string, CommandFacts>
}

describe('commands over several services make the requests that they declare', () => {
  for (const [id, lines] of Object.entries(LINES))
    it(id, async () => {
      const calls = commands[id.replaceAll(' ', ':')]?.calls ?? []
      const {server, env} = await startAllServices(held())
      Object.assign(server.routes, MORE)
      try {
        for (const line of lines) await run([...id.split(' '), ...line.split(' ').filter(Boolean)], {env})
        const requests = server.requests
          .map(({method, path}) => ({method, url: server.url + path}))
          .filter(({url}) => servicePath(url) !== undefined && !url.endsWith('/auth/tokens'))
        const text = requests.map(({method, url}) => `${method} ${servicePath(url)}`)
        assert.deepEqual(
          text.filter((_, at) => !calls.some((call) => covers(call, requests[at] ?? {method: '', url: server.url}))),
          [],
          'requests that are not declared',
        )
        assert.deepEqual(
          calls.filter((call) => !ASIDE.test(call) && !requests.some((request) => covers(call, request))),
          [],
          'declared and never made',
        )
      } finally {
        await server.stop()
      }
    })
})
