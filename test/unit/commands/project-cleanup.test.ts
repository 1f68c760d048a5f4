import assert from 'node:assert/strict'
import type {Route} from '../../support/fixture-server.ts'
import {run} from '../../support/run.ts'
import {changes, OTHER, startAllServices} from './all-services.ts'
import {cinder, heat, held, swift} from './held.ts'

const anyDelete = (server: {routes: Record<string, Route>}, paths: readonly string[]) => {
  for (const path of paths) server.routes[`DELETE ${path}`] = {status: 204}
}

const ORDER = [
  `DELETE ${heat}/web/k1`,
  'DELETE /nova/v2.1/servers/s1',
  'DELETE /octavia/v2/lbaas/loadbalancers/l1?cascade=true',
  'DELETE /designate/v2/zones/z1',
  'PATCH /designate/v2/reverse/floatingips/r%3Af1 {"ptrdname":null}',
  `DELETE ${cinder}/backups/b1`,
  `DELETE ${cinder}/snapshots/n1`,
  `DELETE ${cinder}/volumes/v1`,
  `DELETE ${cinder}/volumes/v2`,
  'DELETE /nova/v2.1/os-server-groups/sg1',
  'DELETE /neutron/v2.0/vpn/ipsec-site-connections/vc1',
  'DELETE /neutron/v2.0/vpn/vpnservices/vs1',
  'DELETE /neutron/v2.0/vpn/endpoint-groups/ve1',
  'DELETE /neutron/v2.0/vpn/ikepolicies/vk1',
  'DELETE /neutron/v2.0/vpn/ipsecpolicies/vp1',
  'DELETE /neutron/v2.0/floatingips/f1',
  'PUT /neutron/v2.0/routers/r1 {"router":{"routes":[]}}',
  'PUT /neutron/v2.0/routers/r1/remove_router_interface {"port_id":"p1"}',
  'DELETE /neutron/v2.0/ports/p4',
  'DELETE /neutron/v2.0/routers/r1',
  'DELETE /neutron/v2.0/routers/r3',
  'DELETE /neutron/v2.0/subnets/u1',
  'DELETE /neutron/v2.0/networks/n-free',
  'DELETE /neutron/v2.0/networks/n-out',
  'DELETE /neutron/v2.0/security-groups/g1',
  `DELETE ${swift}/c/a/b%20c`,
  `DELETE ${swift}/c`,
  'DELETE /glance/v2/images/i1',
]

describe('project cleanup, where all services are', () => {
  it('deletes dependent resources first', async () => {
    const {server, env} = await startAllServices(held())
    try {
      const deletes = ORDER.filter((line) => line.startsWith('DELETE')).map((line) => line.slice(7).replace(/\?.*/, ''))
      anyDelete(server, deletes)
      server.routes['PUT /neutron/v2.0/routers/r1'] = {body: {}}
      server.routes['PUT /neutron/v2.0/routers/r1/remove_router_interface'] = {body: {}}
      server.routes['PATCH /designate/v2/reverse/floatingips/r%3Af1'] = {body: {}}
      const {status, stderr} = await run(['project', 'cleanup', '--auth-project', '--auto-approve'], {env})
      assert.deepEqual([status, stderr], [0, ''])
      // Of one kind eight go at once: a free port goes beside an interface, whose router loses its routes first.
      const kinds = (lines: readonly string[]) =>
        lines.filter((line) => !line.includes('/ports/')).map((line) => line.replace(/\/[^/]*$/, ''))
      const sent = changes(server)
      assert.deepEqual(sent.toSorted(), ORDER.toSorted())
      assert.deepEqual(kinds(sent), kinds(ORDER))
    } finally {
      await server.stop()
    }
  })

  it('deletes what is older than a time, as its example says', async () => {
    const {server, env} = await startAllServices(held())
    try {
      const line = 'project cleanup --auto-approve --project demo --created-before 2026-01-01T00:00:00'
      const {status, stderr} = await run(line.split(' '), {env})
      assert.equal(status, 0, stderr)
      const volumes = changes(server).filter((change) => change.includes('/volumes/'))
      assert.deepEqual(volumes, [`DELETE ${cinder}/volumes/v1`])
    } finally {
      await server.stop()
    }
  })

  const listed: [string, string[], string[]][] = [
    ['older ones', ['--created-before', '2025-12-31T00:00:00'], ['v1']],
    ['none without the time that was asked for', ['--updated-before', '2025-12-31'], []],
    ['those updated before', ['--updated-before', '2026-06-01T02:00:00+02:00'], ['v2']],
    ['all but a kind that is skipped', ['--skip-resource', 'block_storage.volume'], []],
  ]
  for (const [what, argv, volumes] of listed) {
    it(`lists ${what}`, async () => {
      const {server, env} = await startAllServices(held())
      try {
        const {status, stdout, stderr} = await run(['project', 'cleanup', '--auth-project', '--dry-run', ...argv], {
          env,
        })
        assert.equal(status, 0, stderr)
        assert.deepEqual(
          [...stdout.matchAll(/^\| Volume +\| (\S+)/gm)].map(([, id]) => id),
          volumes,
        )
        assert.deepEqual(changes(server), [])
      } finally {
        await server.stop()
      }
    })
  }

  const kept: [string, string, RegExp][] = [
    ['a router with its networks', 'network.router', /^\| (?:Network|Router|Subnet|Port) /m],
    ['a container with its objects', 'object_store.container', /^\| (?:Container|Object) /m],
    ['objects with their container', 'object_store.object', /^\| (?:Container|Object) /m],
    ['servers with their groups', 'compute.server', /^\| Server(?:Group)? /m],
    ['one kind of a VPN', 'network.vpn_ike_policy', /^\| VpnIkePolicy /m],
  ]
  for (const [what, kind, absent] of kept) {
    it(`keeps ${what} with --skip-resource ${kind}`, async () => {
      const {server, env} = await startAllServices(held())
      try {
        const line = ['project', 'cleanup', '--auth-project', '--dry-run']
        const all = await run(line, {env})
        const {status, stdout, stderr} = await run([...line, '--skip-resource', kind], {env})
        assert.equal(status, 0, stderr)
        assert.match(all.stdout, absent)
        assert.doesNotMatch(stdout, absent)
      } finally {
        await server.stop()
      }
    })
  }

  it('deletes a full backup after the incremental one that needs it', async () => {
    const {server, env} = await startAllServices(held())
    try {
      const times = {created_at: '2025-01-01T00:00:00Z', updated_at: null}
      const backups = ['full', 'incremental'].map((id) => ({id, name: id, ...times}))
      server.routes[`${cinder}/backups/detail`] = {body: {backups}}
      const dependent = {status: 400, body: {badRequest: {message: 'Incremental backups exist for this backup.'}}}
      server.routes[`DELETE ${cinder}/backups/full`] = [dependent, {status: 202}]
      anyDelete(server, [`${cinder}/backups/incremental`])
      const {stderr} = await run(['project', 'cleanup', '--auth-project', '--auto-approve'], {env})
      assert.doesNotMatch(stderr, /Backup/)
      assert.equal(changes(server).filter((change) => change.endsWith('/backups/full')).length, 2)
    } finally {
      await server.stop()
    }
  })

  it('reports each failure, does the rest, and exits with 1', async () => {
    const {server, env} = await startAllServices(held())
    try {
      server.routes['/designate/v2/zones'] = {status: 500, body: {message: 'No database.'}}
      anyDelete(server, [`${cinder}/volumes/v2`])
      server.routes[`DELETE ${cinder}/volumes/v1`] = {status: 400, body: {badRequest: {message: 'Still attached.'}}}
      const {status, stderr} = await run(['project', 'cleanup', '--auth-project', '--auto-approve'], {env})
      assert.equal(status, 1)
      assert.match(stderr, /dns\.zone: No database/)
      assert.match(stderr, /Volume v1: Still attached/)
      assert.match(stderr, /\b1 of \d+ could not be deleted/)
      assert.ok(changes(server).includes(`DELETE ${cinder}/volumes/v2`))
    } finally {
      await server.stop()
    }
  })

  it('reports a backup that Cinder keeps although it answers 404, and exits with 1', async () => {
    const {server, env} = await startAllServices(held())
    try {
      const message = 'Service cinder-backup could not be found.'
      server.routes[`DELETE ${cinder}/backups/b1`] = {status: 404, body: {itemNotFound: {message}}}
      server.routes[`GET ${cinder}/backups/b1`] = {body: {backup: {id: 'b1', status: 'error'}}}
      const {status, stderr} = await run(['project', 'cleanup', '--auth-project', '--auto-approve'], {env})
      assert.equal(status, 1)
      assert.match(stderr, /^Backup b1: Service cinder-backup could not be found/m)
      assert.match(stderr, /^1 of \d+ could not be deleted/m)
    } finally {
      await server.stop()
    }
  })

  it('never deletes another object than the one that it listed', async () => {
    const {server, env} = await startAllServices(held())
    try {
      const names = ['../precious/payroll.xls', '..']
      server.routes[`GET ${swift}/c`] = ({path}) => ({
        body: path.includes('marker') ? [] : names.map((name) => ({name, last_modified: '2025-01-01T00:00:00'})),
      })
      anyDelete(server, [`${swift}/c/..%2Fprecious%2Fpayroll.xls`])
      const {stderr} = await run(['project', 'cleanup', '--auth-project', '--auto-approve'], {env})
      const deleted = changes(server).filter((change) => change.startsWith(`DELETE ${swift}`))
      assert.deepEqual(deleted, [`DELETE ${swift}/c/..%2Fprecious%2Fpayroll.xls`, `DELETE ${swift}/c`])
      assert.match(stderr, /Object \.\.: "\.\." cannot be used as the name or ID of an object/)
    } finally {
      await server.stop()
    }
  })

  it('touches nothing when the token is for another project than the one named', async () => {
    const {server, env} = await startAllServices(held())
    try {
      server.routes['GET /v3/projects'] = {body: {projects: [{id: OTHER, name: 'other'}], links: {next: null}}}
      const {status, stderr} = await run(['project', 'cleanup', '--project', 'other', '--auto-approve'], {env})
      assert.equal(status, 3)
      assert.match(stderr, /^Cannot get a token for project [0-9a-f]+: the token is for [0-9a-f]+\./)
      assert.deepEqual(changes(server), [])
    } finally {
      await server.stop()
    }
  })
})
