import assert from 'node:assert/strict'
import {asArray, asObject, asText, decodeJson} from '#json'
import {runShell} from '../../support/run.ts'
import {login} from '../support/api.ts'
import {cleanUp} from '../support/clean-up.ts'
import {cloudEnv, oscOnCloud, uniqueName, userCloudName} from '../support/cloud.ts'
import {needs} from '../support/features.ts'
import {fails, ok} from '../support/ok.ts'
import {openstack} from '../support/openstack.ts'
import {same} from '../support/same.ts'

const COMPUTE = ['compute', 'block-storage', 'network']

describe('quotas, limits, zones and extensions of compute, volumes and networks', () => {
  const osc = oscOnCloud()
  const later = cleanUp()
  const project = uniqueName('quotas')
  let id = ''

  before(async function () {
    await needs(this, ...COMPUTE)
    later('project', 'delete', project)
    id = await ok(osc('project', 'create', project, '-f', 'value', '-c', 'id'))
  })

  /** The quotas that Debian's client prints, under the names of python-openstackclient 10.2.1, which has no fixed IPs. */
  async function quotas(...options: string[]): Promise<Record<string, unknown>> {
    const {stdout} = await openstack(['quota', 'show', ...options, project, '-f', 'json'])
    const {
      location: _,
      project: __,
      project_name: ___,
      'fixed-ips': ____,
      'floating-ips': floating_ips,
      'secgroup-rules': security_group_rules,
      secgroups: security_groups,
      ...rest
    } = asObject(decodeJson(stdout))
    return {...rest, floating_ips, security_group_rules, security_groups}
  }

  const limits = {
    compute: ['--cores', '33', '--ram', '1000', '--instances', '7', '--key-pairs', '50', '--properties', '99'],
    volume: ['--volumes', '44', '--gigabytes', '55', '--snapshots', '3', '--backups', '9'],
    network: ['--networks', '4', '--ports', '66', '--routers', '2', '--secgroups', '12', '--floating-ips', '11'],
  }
  it('quota set has the effect that it has by openstack', async () => {
    const line = ['quota', 'set', ...Object.values(limits).flat(), project]
    await ok(osc(...line))
    const ours = await quotas()
    assert.deepEqual([ours.cores, ours.volumes, ours.security_groups], [33, 44, 12])
    const {status} = await openstack(line)
    assert.deepEqual([status, await quotas()], [0, ours])
  })

  for (const options of [[], ['--default']]) {
    it(`quota show ${options.join(' ')} shows all quotas that openstack shows`, async () => {
      const rows = asArray(decodeJson(await ok(osc('quota', 'show', ...options, project, '-f', 'json')))).map(asObject)
      const names = rows.map((row) => asText(row.Resource))
      assert.equal(new Set(names).size, names.length)
      const theirs = await quotas(...options)
      const shown = rows.filter(({Resource: name}) => asText(name) !== undefined && String(name) in theirs)
      assert.deepEqual(Object.fromEntries(shown.map((row) => [String(row.Resource), row.Limit])), theirs)
    })
  }

  it('quota show --usage shows the usage of each service', async () => {
    for (const service of ['compute', 'volume', 'network']) {
      const line = ['quota', 'show', '--usage', `--${service}`, project, '-f', 'csv', '--quote', 'none']
      assert.match(await ok(osc(...line)), /^Resource,Limit,In Use,Reserved\n.*,-?\d+,0,0/)
    }
  })

  const lists = [
    ['quota', 'list', '--compute'],
    ['quota', 'list', '--volume'],
    ['quota', 'list', '--network'],
    ['availability', 'zone', 'list'],
    ['availability', 'zone', 'list', '--compute', '--volume'],
    ['availability', 'zone', 'list', '--volume', '--network', '--long'],
    ['extension', 'list'],
    ['extension', 'list', '--volume'],
    ['extension', 'list', '--network', '-c', 'Name', '-c', 'Alias', '-c', 'Namespace', '-c', 'Links', '--long'],
  ]
  for (const line of lists)
    it(`${line.join(' ')} as openstack does`, () => same(line, {formats: 'list', unordered: line[0] === 'quota'}))

  // Debian's client finds the limits of Cinder only under its old service type; 10.2.1 finds them under either.
  it('limits show --rate as openstack does', async function () {
    await needs(this, 'volumev3')
    await same(['limits', 'show', '--rate'], {formats: 'list'})
  })

  // Debian's client prints the names of the API; recordings compare the output with 10.2.1.
  for (const [options, cloud] of [[[]], [['--reserved', '--project', project]], [[], userCloudName()]] as const)
    it(`${['limits show --absolute', ...options].join(' ')} has those of Nova and of Cinder${cloud ? ', as a plain user' : ''}`, async () => {
      const line = ['limits', 'show', '--absolute', ...options, '-f', 'value', '-c', 'Name']
      const names = (await ok(osc(...(cloud ? ['--os-cloud', cloud] : []), ...line))).split('\n')
      for (const name of ['max_total_cores', 'max_total_volumes']) assert.ok(names.includes(name), names.join(' '))
    })

  it('availability zone list --compute --long as openstack does, but for when a service last spoke', async () => {
    const spoke = (text: string) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+/g, 'TIME')
    await same(['availability', 'zone', 'list', '--compute', '--long'], {formats: 'list', masks: [spoke]})
  })

  for (const extension of ['router', 'Neutron L3 Router']) {
    // Debian's client also shows the ID, the links and the location; python-openstackclient 10.2.1 hides them.
    it(`extension show ${extension} as openstack does, in the columns of 10.2.1`, async () => {
      const columns = ['alias', 'description', 'name', 'updated_at']
      await same(['extension', 'show', extension, ...columns.flatMap((name) => ['-c', name])], {formats: 'show'})
    })
  }

  for (const line of [
    ['availability', 'zone', 'list'],
    ['extension', 'list', '--network'],
  ])
    it(`${line.join(' ')} as a plain user`, () => same(line, {formats: ['json'], cloud: userCloudName()}))

  it('in a narrow terminal as openstack does', () =>
    same(['extension', 'list', '--network', '--fit-width'], {formats: ['table'], terminal: {width: 70}}))

  it('quota delete gives back what projects have', async () => {
    await ok(osc('quota', 'delete', '--compute', project))
    const [now, usual] = [await quotas(), await quotas('--default')]
    assert.deepEqual([now.cores, now.volumes, now.networks], [usual.cores, 44, 4])
    await ok(osc('quota', 'delete', project))
    assert.deepEqual(await quotas(), await quotas('--default'))
  })

  it('the examples work as printed', async () => {
    const env = cloudEnv()
    for (const line of [
      'osc quota list --compute',
      `osc quota show --default ${project}`,
      `osc quota set --instances 20 --volumes 30 --networks 3 ${project}`,
      `osc quota delete --network ${project}`,
      'osc extension show router',
      'osc availability zone list --compute --long',
    ]) {
      const {status, stderr} = await runShell(line, {env, place: osc.place})
      assert.equal(status, 0, `${line}: ${stderr}`)
    }
  })

  it('goes on quietly when the pipe closes', async () => {
    const {status, stdout, stderr} = await runShell('osc extension list -f csv | head -2', {env: cloudEnv()})
    assert.deepEqual([status, stdout.split('\n').length, stderr.includes('EPIPE')], [0, 3, false])
  })

  const missing = uniqueName('missing')
  const wrong: [number, string[], RegExp][] = [
    [4, ['quota', 'show', missing], /No project/],
    [4, ['quota', 'set', '--cores', '5', missing], /No project/],
    [4, ['quota', 'delete', missing], /No project/],
    [4, ['limits', 'show', '--absolute', '--project', missing], /No project/],
    [4, ['extension', 'show', missing], /No extension/],
    [2, ['quota', 'set', '--cores', 'many', 'demo'], /--cores/],
    [2, ['quota', 'list'], /--compute, --volume, --network/],
    [2, ['limits', 'show'], /--absolute, --rate/],
  ]
  for (const [status, line, message] of wrong)
    it(`${line.join(' ')} ends with ${status}`, async () => assert.match(await fails(status, osc(...line)), message))

  it('refuses plain users', async () => {
    const plain = oscOnCloudOf(userCloudName())
    const {projectId} = await login(userCloudName())
    for (const line of [
      ['quota', 'set', '--cores', '5'],
      ['quota', 'delete'],
    ])
      assert.match(await fails(1, plain(...line, projectId)), /403|not.*authori[sz]ed|Policy/i)
    assert.notEqual(id, projectId)
  })
  const oscOnCloudOf =
    (cloud: string) =>
    (...line: string[]) =>
      osc(line, {env: cloudEnv(cloud)})
})
