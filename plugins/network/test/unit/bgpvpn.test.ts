import assert from 'node:assert/strict'
import {describe, it} from 'mocha'
import {onSandbox} from './on-sandbox.ts'

describe('BGP VPNs', () => {
  const {ok, json, fails, refuses} = onSandbox()
  const ids: Record<string, string> = {}
  const targets = async () => {
    const {route_targets, import_targets, export_targets, route_distinguishers} = await json('bgpvpn show branch')
    return [route_targets, import_targets, export_targets, route_distinguishers]
  }

  it('are created and listed', async () => {
    const {id, project_id, ...shown} = await json(
      'bgpvpn create --name branch --route-target 64512:1 --import-target 64512:2 --vni 7 --local-pref 50',
    )
    assert.deepEqual(shown, {
      export_targets: [],
      import_targets: ['64512:2'],
      local_pref: 50,
      name: 'branch',
      networks: [],
      ports: [],
      route_distinguishers: [],
      route_targets: ['64512:1'],
      routers: [],
      type: 'l3',
      vni: 7,
    })
    assert.deepEqual(await json('bgpvpn list --property type=l3'), [{ID: id, Name: 'branch', Type: 'l3'}])
    assert.deepEqual(await json('bgpvpn list --property type=l2'), [])
    assert.equal((await json('bgpvpn list --long'))[0]['Local Pref'], 50)
    await ok('bgpvpn create --name other')
    Object.assign(ids, {branch: id, other: (await json('bgpvpn show other')).id})
  })

  const changes: [line: string, lists: string[][]][] = [
    ['set --route-target b --route-target 64512:1 --export-target c', [['64512:1', 'b'], ['64512:2'], ['c'], []]],
    ['set --no-route-target --route-target b --route-distinguisher d', [[], ['64512:2'], ['c'], ['d']]],
    ['set --route-target a --route-target b --local-pref 60', [['a', 'b'], ['64512:2'], ['c'], ['d']]],
    ['unset --route-target a --route-target x --export-target c', [['b'], ['64512:2'], [], ['d']]],
    ['unset --all-route-distinguisher --all-import-target --import-target x', [['b'], [], [], []]],
  ]
  for (const [line, lists] of changes)
    it(`bgpvpn ${line} changes the lists`, async () => {
      await ok(`bgpvpn ${line} branch`)
      assert.deepEqual(await targets(), lists)
    })

  it('are associated with networks', async () => {
    ids.network = (await json('network create private')).id
    const {id, project_id, ...shown} = await json('bgpvpn network association create branch private')
    assert.deepEqual(shown, {network_id: ids.network})
    assert.deepEqual(await json('bgpvpn network association list branch'), [{ID: id, 'Network ID': ids.network}])
    assert.deepEqual(await json('bgpvpn network association list --property network_id=x branch'), [])
    assert.deepEqual(await json(`bgpvpn network association show ${id} branch`), {id, project_id, ...shown})
    assert.deepEqual((await json('bgpvpn show branch')).networks, [ids.network])
    await fails('bgpvpn network association create branch private', 1, /already associated/)
    await ok(`bgpvpn network association delete ${id} branch`)
    assert.deepEqual(await json('bgpvpn network association list branch'), [])
  })

  it('are associated with routers', async () => {
    const {id: router} = await json('router create edge')
    const {id} = await json('bgpvpn router association create branch edge')
    const advertises = async () =>
      (await json('bgpvpn router association list --long branch'))[0]['Advertise extra routes']
    assert.equal(await advertises(), true)
    await ok(`bgpvpn router association set --no-advertise_extra_routes ${id} branch`)
    assert.equal(await advertises(), false)
    await ok(`bgpvpn router association unset --no-advertise_extra_routes ${id} branch`)
    assert.equal(await advertises(), true)
    await ok(`bgpvpn router association unset --advertise_extra_routes ${id} branch`)
    assert.equal(await advertises(), false)
    await ok(`bgpvpn router association set ${id} branch`)
    assert.equal(await advertises(), false)
    assert.equal((await json(`bgpvpn router association show ${id} branch`)).router_id, router)
    await ok(`bgpvpn router association delete ${id} branch`)
  })

  it('are associated with ports', async () => {
    await ok('port create --network private web')
    const created = await json(
      'bgpvpn port association create branch web --no-advertise-fixed-ips --prefix-route prefix=192.0.2.0/24,local_pref=100 --prefix-route prefix=198.51.100.0/24 --bgpvpn-route bgpvpn=other,local_pref=7',
    )
    const routes = [
      {type: 'prefix', prefix: '192.0.2.0/24', local_pref: 100},
      {type: 'prefix', prefix: '198.51.100.0/24'},
      {type: 'bgpvpn', bgpvpn_id: ids.other, local_pref: 7},
    ]
    assert.deepEqual([created.routes, created.advertise_fixed_ips], [routes, false])
    const [listed] = await json('bgpvpn port association list --long branch')
    assert.deepEqual(Object.values(listed).slice(3), [
      ['192.0.2.0/24 (100)', '198.51.100.0/24'],
      [`${ids.other} (7)`],
      false,
    ])
    ids.association = created.id
  })

  const routeChanges: [line: string, routes: string[]][] = [
    ['set --prefix-route prefix=192.0.2.0/24 --advertise-fixed-ips', ['192.0.2.0/24', '198.51.100.0/24', 'other 7']],
    ['unset --prefix-route 192.0.2.0/24 --bgpvpn-route other', ['198.51.100.0/24']],
    ['set --bgpvpn-route bgpvpn=other,local_pref=8', ['198.51.100.0/24', 'other 8']],
    ['set --no-bgpvpn-route --bgpvpn-route bgpvpn=other', ['198.51.100.0/24']],
    ['unset --all-prefix-routes --all-bgpvpn-routes --advertise-fixed-ips', []],
  ]
  for (const [line, routes] of routeChanges)
    it(`bgpvpn port association ${line} changes the routes`, async () => {
      const [verb, ...options] = line.split(' ')
      await ok(`bgpvpn port association ${verb} ${options.join(' ')} ${ids.association} branch`)
      const shown = await json(`bgpvpn port association show ${ids.association} branch`)
      assert.deepEqual(
        // No routes are an empty text.
        Array.from<{prefix?: string; local_pref?: number}, string>(shown.routes, ({prefix, local_pref}) =>
          [prefix ?? 'other', local_pref].filter(Boolean).join(' '),
        ),
        routes,
      )
      assert.equal(shown.advertise_fixed_ips, !line.startsWith('unset --all'))
    })

  it('lose their associations when they are deleted', async () => {
    await ok('bgpvpn delete branch other')
    assert.deepEqual(await json('bgpvpn list'), [])
    await fails(`bgpvpn port association show ${ids.association} branch`, 4, /No bgpvpn with a name or ID of 'branch'/)
  })

  refuses([
    ['bgpvpn show nothing', 4, /No bgpvpn with a name or ID of 'nothing' exists/],
    ['bgpvpn create --vni x', 2, /--vni/],
    ['bgpvpn create --type l4', 2, /--type/],
    ['bgpvpn network association create nothing private', 4, /No bgpvpn with a name or ID of 'nothing' exists/],
    ['bgpvpn port association create nothing web --prefix-route local_pref=1', 2, /prefix/],
    ['bgpvpn port association set x y --advertise-fixed-ips --no-advertise-fixed-ips', 2, /--no-advertise-fixed-ips/],
  ])

  it('refuse a LOCAL_PREF that is not a number', async () => {
    await ok('bgpvpn create --name branch')
    await fails(
      'bgpvpn port association create branch web --prefix-route prefix=192.0.2.0/24,local_pref=high',
      2,
      /local_pref 'high' is not a number/,
    )
  })
})
