import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName, userCloudName} from '@osc-cli/core/test/integration/support/cloud'
import {ids} from '@osc-cli/core/test/integration/support/masks'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {openstack} from '@osc-cli/core/test/integration/support/openstack'
import {same} from '@osc-cli/core/test/integration/support/same'
import {before, describe, it} from 'mocha'
import {printsFields} from './prints-fields.ts'
import {recordOf} from './record.ts'

describe('endpoint', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const later = cleanUp()
  const [service, type, other, project, region] = [
    uniqueName('meter'),
    uniqueName('metering'),
    uniqueName('other'),
    uniqueName('project'),
    uniqueName('region'),
  ]
  const endpoint = () => recordOf('endpoint', `/endpoints/${id}`)
  let id = ''
  let projectId = ''

  before(async () => {
    await Promise.all([
      ok(osc('service', 'create', '--name', service, type)),
      ok(osc('service', 'create', '--name', other, other)),
    ])
    later('service', 'delete', service)
    later('service', 'delete', other)
    projectId = await ok(osc('project', 'create', project, '-f', 'value', '-c', 'id'))
    later('project', 'delete', project)
  })

  it('creates, and the region with it', async () => {
    later('region', 'delete', region)
    id = await ok(
      osc(
        'endpoint',
        'create',
        '--region',
        region,
        service,
        'public',
        'http://127.0.0.1:1/%(tenant_id)s',
        '-f',
        'value',
        '-c',
        'id',
      ),
    )
    later('endpoint', 'delete', id)
    const {interface: kind, url, region_id, enabled} = await endpoint()
    assert.deepEqual([kind, url, region_id, enabled], ['public', 'http://127.0.0.1:1/%(tenant_id)s', region, true])
    assert.equal((await api('identity', 'GET', `/regions/${region}`)).status, 200)
  })

  it('prints what it created', async () => {
    await printsFields(osc, ['endpoint', 'create', '--disable', other, 'admin', 'http://127.0.0.1:2'], 'endpoint')
  })

  const lists = [
    ['endpoint', 'list'],
    ['endpoint', 'list', '--service', type],
    ['endpoint', 'list', '--service', 'keystone', '--interface', 'public'],
    ['endpoint', 'list', '--region', region],
    ['endpoint', 'list', '--region', 'no-such-region'],
  ]
  for (const line of lists)
    it(`${line.join(' ')} as openstack does`, () => same(line, {formats: 'list'}).then(() => {}))

  it('shows', () => printsFields(osc, ['endpoint', 'show', id], 'endpoint'))

  it('shows the only one of a service', async () => {
    assert.equal(await ok(osc('endpoint', 'show', service, '-f', 'value', '-c', 'id')), id)
    assert.match(await fails(5, osc('endpoint', 'show', 'keystone')), /3 endpoints.*internal/s)
  })

  it('changes', async () => {
    const flags = [
      '--url',
      'http://127.0.0.1:3',
      '--interface',
      'internal',
      '--region',
      'RegionOne',
      '--service',
      other,
      '--disable',
    ]
    await ok(osc('endpoint', 'set', ...flags, id))
    const {url, interface: kind, region_id, service_id, enabled} = await endpoint()
    const wanted = await ok(osc('service', 'show', other, '-f', 'value', '-c', 'id'))
    assert.deepEqual(
      [url, kind, region_id, service_id, enabled],
      ['http://127.0.0.1:3', 'internal', 'RegionOne', wanted, false],
    )
    await ok(osc('endpoint', 'set', '--service', type, '--enable', id))
    assert.equal((await endpoint()).enabled, true)
  })

  it('is given to a project and taken from it', async () => {
    await ok(osc('endpoint', 'add', 'project', '--project-domain', 'default', id, project))
    const path = `/OS-EP-FILTER/projects/${projectId}/endpoints/${id}`
    assert.equal((await api('identity', 'HEAD', path)).status, 204)
    await same(['endpoint', 'list', '--endpoint', id], {formats: 'list'})
    await same(['endpoint', 'list', '--project', project, '--project-domain', 'Default'], {formats: 'list'})
    await ok(osc('endpoint', 'remove', 'project', id, project))
    assert.equal((await api('identity', 'HEAD', path)).status, 404)
    await same(['endpoint', 'list', '--endpoint', id], {formats: 'list'})
  })

  const wrong: [number, string[], RegExp][] = [
    [4, ['endpoint', 'show', 'no-such-endpoint'], /no-such-endpoint/],
    [4, ['endpoint', 'show', '0'.repeat(32)], /0000/],
    [4, ['endpoint', 'create', 'no-such-service', 'public', 'http://x'], /no-such-service/],
    [4, ['endpoint', 'list', '--service', 'no-such-service'], /no-such-service/],
    [2, ['endpoint', 'create', service, 'outside', 'http://x'], /admin, public, internal/],
    [2, ['endpoint', 'list', '--interface', 'outside'], /admin, public, internal/],
    [2, ['endpoint', 'list', '--endpoint', 'a', '--project', 'b'], /exclude/],
    [2, ['endpoint', 'set', service], /Nothing to change/],
    [1, ['endpoint', 'create', service, 'public', 'no url'], /url/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.slice(0, 4).join(' ')} ends with ${status}`, async () =>
      assert.match(await fails(status, osc(...line)), message))
  }

  it('is forbidden to plain users', async () => {
    await fails(1, plain('endpoint', 'list'))
  })

  it('deletes several', async () => {
    assert.match(await fails(1, osc('endpoint', 'delete', id, 'no-such-endpoint')), /1 of 2/)
    assert.equal((await api('identity', 'GET', `/endpoints/${id}`)).status, 404)
  })
})

describe('endpoint group', () => {
  const osc = oscOnCloud()
  const plain = oscOnCloud(userCloudName())
  const later = cleanUp()
  const [name, project] = [uniqueName('group'), uniqueName('project')]
  const group = () => recordOf('endpoint_group', `/OS-EP-FILTER/endpoint_groups/${id}`)
  const inside = '{"interface": "internal"}'
  let id = ''
  let projectId = ''

  before(async () => {
    projectId = await ok(osc('project', 'create', project, '-f', 'value', '-c', 'id'))
    later('project', 'delete', project)
  })

  it('creates from a file, as openstack does', async () => {
    writeFileSync(join(osc.place.work, 'filters.json'), inside)
    later('endpoint', 'group', 'delete', name)
    const undo = () => openstack(['endpoint', 'group', 'delete', name])
    const line = ['endpoint', 'group', 'create', '--description', 'Inside', name, 'filters.json']
    await same(line, {formats: ['json'], masks: [ids], undo, cwd: osc.place.work})
    id = await ok(osc('endpoint', 'group', 'show', name, '-f', 'value', '-c', 'id'))
    const {description, filters} = await group()
    assert.deepEqual([description, filters], ['Inside', {interface: 'internal'}])
  })

  it('lists and shows as openstack does', async () => {
    await same(['endpoint', 'group', 'list'], {formats: 'list'})
    await same(['endpoint', 'group', 'show', name], {formats: 'show'})
  })

  it('changes, and only what is given', async () => {
    await ok(osc('endpoint', 'group', 'set', '--name', `${name}-2`, '--filters', '{"region_id": "RegionOne"}', name))
    const changed = await group()
    assert.deepEqual(
      [changed.name, changed.filters, changed.description],
      [`${name}-2`, {region_id: 'RegionOne'}, 'Inside'],
    )
    await ok(osc('endpoint', 'group', 'set', '--name', name, '--description', '', id))
    assert.equal((await group()).description, '')
  })

  it('is given to a project and taken from it', async () => {
    const path = `/OS-EP-FILTER/endpoint_groups/${id}/projects/${projectId}`
    await ok(osc('endpoint', 'group', 'add', 'project', name, project))
    assert.equal((await api('identity', 'HEAD', path)).status, 200)
    await same(['endpoint', 'group', 'list', '--endpointgroup', name], {formats: 'list'})
    await same(['endpoint', 'group', 'list', '--project', project, '--domain', 'default'], {formats: 'list'})
    await ok(osc('endpoint', 'group', 'remove', 'project', '--project-domain', 'default', name, project))
    assert.equal((await api('identity', 'HEAD', path)).status, 404)
  })

  const wrong: [number, string[], RegExp][] = [
    [4, ['endpoint', 'group', 'show', 'no-such-group'], /no-such-group/],
    [2, ['endpoint', 'group', 'create', 'x', 'no-such-file.json'], /no-such-file/],
    [2, ['endpoint', 'group', 'create', 'x', '{"interface"'], /JSON/],
    [1, ['endpoint', 'group', 'create', uniqueName('bad'), '{"color": "blue"}'], /color|filter|interface/i],
    [2, ['endpoint', 'group', 'set', name], /Nothing to change/],
    [4, ['endpoint', 'group', 'add', 'project', 'no-such-group', 'demo'], /no-such-group/],
  ]
  for (const [status, line, message] of wrong) {
    it(`${line.slice(0, 5).join(' ')} ends with ${status}`, async () =>
      assert.match(await fails(status, osc(...line)), message))
  }

  it('is forbidden to plain users', async () => {
    await fails(1, plain('endpoint', 'group', 'create', 'x', inside))
  })

  it('deletes several', async () => {
    assert.match(await fails(1, osc('endpoint', 'group', 'delete', name, 'no-such-group')), /1 of 2/)
    assert.equal((await api('identity', 'GET', `/OS-EP-FILTER/endpoint_groups/${id}`)).status, 404)
  })
})
