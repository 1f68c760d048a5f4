import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {asObject, asText} from '#json'
import {api} from '../support/api.ts'
import {cleanUp} from '../support/clean-up.ts'
import {cloudEntry, oscOnCloud, uniqueName} from '../support/cloud.ts'
import {needs} from '../support/features.ts'

const TEMPLATE = `heat_template_version: 2018-08-31
resources:
  nothing:
    type: OS::Heat::None
`

describe('project cleanup', () => {
  // Before the project goes: what is in it then would belong to nobody.
  after(async () => {
    if (id !== '') await cleanup('--auto-approve')
  })
  const osc = oscOnCloud()
  const later = cleanUp()
  const [name, stack, container] = [uniqueName('cleaned'), uniqueName('stack'), uniqueName('container')]
  const elsewhere = uniqueName('elsewhere')
  let id = ''

  const ok = async (...argv: string[]) => {
    const {status, stdout, stderr} = await osc(...argv)
    assert.equal(status, 0, stderr)
    return stdout
  }
  const within = (...argv: string[]) => ok('--os-project-id', id, '--os-project-name', '', ...argv)
  const cleanup = (...argv: string[]) => osc('project', 'cleanup', '--project', id, ...argv)
  const rows = async (...argv: string[]) => {
    const {status, stdout, stderr} = await cleanup('--dry-run', ...argv)
    assert.equal(status, 0, stderr)
    return stdout
      .split('\n')
      .flatMap((line) => /^\| (Stack|Container|Object) +\| .*? +\| (.*?) +\|$/.exec(line)?.slice(1).join(' ') ?? [])
  }

  before(async function () {
    await needs(this, 'object-store')
    later('project', 'delete', name)
    id = (await ok('project', 'create', name, '-f', 'value', '-c', 'id')).trim()
    const user = asText(asObject((await cloudEntry()).auth).username) ?? ''
    await ok('role', 'add', '--project', id, '--user', user, 'admin')
    writeFileSync(join(osc.place.work, 'template.yaml'), TEMPLATE)
    // An administrator's list of stacks has those of every project.
    later('stack', 'delete', '--yes', '--wait', elsewhere)
    const create = ['stack', 'create', '--wait', '-t', 'template.yaml']
    await Promise.all([ok(...create, elsewhere), within(...create, stack)])
    await within('api', 'PUT', `/${container}`, '--service', 'object-store')
    await within('api', 'PUT', `/${container}/a/b%20c`, '--service', 'object-store', '-d', 'x')
  })

  it("lists what is the project's, and nothing of another", async () => {
    const found = await rows()
    assert.deepEqual(
      found.filter((row) => !row.startsWith('Object')),
      [`Stack ${stack}`, `Container ${container}`],
    )
  })

  it('keeps what is younger, or skipped', async () => {
    assert.deepEqual(await rows('--created-before', '2020-01-01T00:00:00'), [])
    assert.equal((await rows('--created-before', '2999-01-01')).length > 0, true)
    assert.deepEqual(await rows('--skip-resource', 'object_store.object', '--skip-resource', 'orchestration.stack'), [])
  })

  const wrong: [number, string[], RegExp][] = [
    [2, [], /project/],
    [2, ['--auth-project', '--project', 'x'], /auth-project/],
    [2, ['--dry-run', '--auto-approve', '--auth-project'], /auto-approve/],
    [2, ['--auth-project', '--created-before', 'yesterday'], /yesterday/],
    [2, ['--auth-project', '--skip-resource', 'volume'], /block_storage\.volume/],
    [4, ['--dry-run', '--project', 'no-such-project'], /no-such-project/],
    [3, ['--dry-run', '--project', 'service'], /HTTP 401/],
  ]
  for (const [status, argv, message] of wrong) {
    it(`${argv.join(' ') || 'without a project'} ends with ${status}`, async () => {
      const result = await osc('project', 'cleanup', ...argv)
      assert.deepEqual([result.status, result.stdout], [status, ''], result.stderr)
      assert.match(result.stderr, message)
    })
  }

  it('deletes nothing without confirmation', async () => {
    const silent = await cleanup()
    assert.equal(silent.status, 2, silent.stderr)
    assert.match(silent.stderr, /Cancelled: no answer on standard input/)
    const no = await osc(['project', 'cleanup', '--project', id], {stdin: 'n\n'})
    assert.equal(no.status, 0, no.stderr)
    assert.match(no.stderr, /Cancelled: nothing was deleted/)
    assert.equal((await rows()).length, 3)
  })

  it('deletes what was listed, and nothing else', async () => {
    const {status, stderr} = await osc(['project', 'cleanup', '--project', id], {stdin: 'y\n'})
    assert.equal(status, 0, stderr)
    assert.deepEqual(await rows(), [])
    assert.equal((await api('orchestration', 'GET', `/stacks/${elsewhere}`)).status, 200)
  })

  it('has nothing to do a second time', async () => {
    const {status, stderr} = await cleanup('--auto-approve')
    assert.deepEqual([status, stderr], [0, ''])
  })
})

describe('project cleanup of networks and volumes', () => {
  // Before the project goes: what is in it then would belong to nobody.
  after(async () => {
    if (id !== '') await ok('project', 'cleanup', '--auto-approve', '--project', id)
  })
  const osc = oscOnCloud()
  const later = cleanUp()
  const [name, outside] = [uniqueName('cleaned'), uniqueName('outside')]
  let id = ''

  async function ok(...argv: string[]): Promise<string> {
    const {status, stdout, stderr} = await osc(...argv)
    assert.equal(status, 0, stderr)
    return stdout
  }

  const within = (line: string) => ok('--os-project-id', id, '--os-project-name', '', ...line.split(' '))
  const listed = async (...options: string[]) => {
    const text = await ok('project', 'cleanup', '--dry-run', '--project', id, ...options)
    return Array.from(
      text.matchAll(/^\| (\w+) +\| \S{36} \| (\S*) +\|$/gm),
      ([, type, what]) => `${type} ${what}`,
    ).sort()
  }

  before(async function () {
    await needs(this, 'network', 'volumev3')
    later('project', 'delete', name)
    id = (await ok('project', 'create', name, '-f', 'value', '-c', 'id')).trim()
    const user = asText(asObject((await cloudEntry()).auth).username) ?? ''
    for (const role of ['admin', 'member']) await ok('role', 'add', '--project', id, '--user', user, role)
    await within('network create net')
    await within('subnet create --network net --subnet-range 10.55.0.0/24 sub')
    await within(`network create --external ${outside}`)
    await within(`subnet create --network ${outside} --subnet-range 198.18.55.0/24 --no-dhcp outsub`)
    await within(`router create --external-gateway ${outside} edge`)
    await within('router add subnet edge sub')
    await within('port create --network net web')
    await within(`floating ip create --floating-ip-address 198.18.55.9 --port web ${outside}`)
    await within('security group create group')
    await within('volume create --size 1 data')
  })

  const NETWORKS = ['Network net', `Network ${outside}`, 'Port ', 'Port web', 'Subnet outsub', 'Subnet sub']
  const OTHERS = ['FloatingIP 198.18.55.9', 'SecurityGroup group', 'Volume data']

  // The rows that openstack 10.2.1 prints.
  it('lists networks with their routers, ports and subnets, also external ones', async () =>
    assert.deepEqual(await listed(), [...NETWORKS, 'Router edge', ...OTHERS].sort()))

  it('keeps all of these where one kind is skipped', async () =>
    assert.deepEqual(await listed('--skip-resource', 'network.router'), OTHERS))

  it('lists nothing that is younger', async () =>
    assert.deepEqual(await listed('--created-before', '2020-01-01T00:00:00'), []))

  it('deletes all of it', async () => {
    await ok('project', 'cleanup', '--auto-approve', '--project', id)
    assert.deepEqual(await listed(), [])
    for (const noun of ['network', 'router']) assert.equal(await ok(noun, 'list', '--project', id, '-f', 'value'), '')
  })
})
