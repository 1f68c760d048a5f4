import assert from 'node:assert/strict'
import type {Answer, Call, Routes, SandboxService} from '@osc-cli/core/sandbox'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'
import nova from '#sandbox/index'

/** Lines with options or of commands that need a microversion, and that microversion: facts of openstackclient 10.2.1. */
const NEEDS: readonly (readonly [line: string, microversion: string])[] = [
  ['aggregate cache image a i', '2.81'],
  ['compute service set --down h nova-compute', '2.11'],
  ['console url show --mks s', '2.8'],
  ['console url show --spice-direct s', '2.99'],
  ['flavor create --description d f', '2.55'],
  ['flavor set --description d f', '2.55'],
  ['hypervisor list --limit 1', '2.33'],
  ['hypervisor list --marker m', '2.33'],
  ['keypair create --type ssh k', '2.2'],
  ['keypair create --user u k', '2.10'],
  ['keypair delete --user u k', '2.10'],
  ['keypair list --user u', '2.10'],
  ['keypair list --project p', '2.10'],
  ['keypair list --limit 1', '2.35'],
  ['keypair show --user u k', '2.10'],
  ['server add fixed ip --tag t s n', '2.49'],
  ['server add network --tag t s n', '2.49'],
  ['server add port --tag t s p', '2.49'],
  ['server add volume --tag t s v', '2.49'],
  ['server add volume --enable-delete-on-termination s v', '2.79'],
  ['server add volume --disable-delete-on-termination s v', '2.79'],
  ['server add share s x', '2.97'],
  ['server create --flavor f --image i --description d s', '2.19'],
  ['server create --flavor f --image i --tag t s', '2.52'],
  ['server create --flavor f --image i --nic net-id=n,tag=t s', '2.43'],
  ['server create --flavor f --image i --nic none s', '2.37'],
  ['server create --flavor f --image i --nic auto s', '2.37'],
  ['server create --flavor f --image i --no-network s', '2.37'],
  ['server create --flavor f --block-device uuid=1,boot_index=0,tag=t s', '2.42'],
  ['server create --flavor f --block-device uuid=1,boot_index=0,volume_type=t s', '2.67'],
  ['server create --flavor f --image i --host h s', '2.74'],
  ['server create --flavor f --image i --hypervisor-hostname h s', '2.74'],
  ['server create --flavor f --image i --hostname h s', '2.90'],
  ['server create --flavor f --image i --trusted-image-cert c s', '2.63'],
  ['server dump create s', '2.17'],
  ['server evacuate --host h s', '2.29'],
  ['server event list --limit 1 s', '2.58'],
  ['server event list --marker m s', '2.58'],
  ['server event list --changes-since 2026-01-01T00:00:00 s', '2.58'],
  ['server event list --changes-before 2026-01-01T00:00:00 s', '2.66'],
  ['server group create --policy soft-affinity g', '2.15'],
  ['server group create --rule max_server_per_host=2 --policy anti-affinity g', '2.64'],
  ['server list --tags t', '2.26'],
  ['server list --not-tags t', '2.26'],
  ['server list --changes-before 2026-01-01T00:00:00', '2.66'],
  ['server list --locked', '2.73'],
  ['server list --unlocked', '2.73'],
  ['server lock --reason r s', '2.73'],
  ['server migrate --live-migration --host h s', '2.30'],
  ['server migration abort s 1', '2.24'],
  ['server migration force complete s 1', '2.22'],
  ['server migration list --limit 1', '2.59'],
  ['server migration list --changes-since 2026-01-01T00:00:00', '2.59'],
  ['server migration list --changes-before 2026-01-01T00:00:00', '2.66'],
  ['server migration list --project p', '2.80'],
  ['server migration list --user u', '2.80'],
  ['server migration show s 1', '2.24'],
  ['server rebuild --description d s', '2.19'],
  ['server rebuild --key-name k s', '2.54'],
  ['server rebuild --no-key-name s', '2.54'],
  ['server rebuild --no-user-data s', '2.54'],
  ['server rebuild --trusted-image-cert c s', '2.63'],
  ['server rebuild --no-trusted-image-certs s', '2.63'],
  ['server rebuild --hostname h s', '2.90'],
  ['server rebuild --reimage-boot-volume s', '2.93'],
  ['server set --description d s', '2.19'],
  ['server set --tag t s', '2.26'],
  ['server set --hostname h s', '2.90'],
  ['server set --pinned-availability-zone z s', '2.104'],
  ['server share list s', '2.97'],
  ['server share show s x', '2.97'],
  ['server show --topology s', '2.78'],
  ['server unset --description s', '2.19'],
  ['server unset --tag t s', '2.26'],
  ['server unset --pinned-availability-zone s', '2.104'],
  ['server unshelve --availability-zone z s', '2.77'],
  ['server unshelve --no-availability-zone --host h s', '2.91'],
  ['server volume set --delete-on-termination s v', '2.85'],
]

/** Columns by microversion: those that only the older or only the newer list has. */
const COLUMNS: readonly (readonly [line: string, from: string, older: readonly string[], newer: readonly string[]])[] =
  [
    ['aggregate list', '2.41', [], ['UUID']],
    ['compute service list --long', '2.11', [], ['Forced Down']],
    ['keypair list', '2.2', [], ['Type']],
    ['server group list', '2.64', ['Policies'], ['Policy']],
    ['server list --long', '2.47', ['Flavor Name', 'Flavor ID'], ['Flavor']],
    ['server list --long', '2.96', [], ['Pinned Availability Zone']],
    ['server list --long', '2.100', [], ['Scheduler Hints']],
    ['server migration list', '2.23', [], ['Id', 'Type']],
    ['server migration list', '2.59', [], ['UUID']],
    ['server volume list web', '2.70', [], ['Tag']],
    ['server volume list web', '2.79', [], ['Delete On Termination?']],
    ['server volume list web', '2.89', ['ID'], ['Attachment ID', 'BlockDeviceMapping UUID']],
  ]

/** Nova of another highest microversion, which keeps the requests that it got. */
function novaUpTo(highest: string, requests: string[]): SandboxService {
  const document = (origin: string) => ({
    id: 'v2.1',
    status: 'CURRENT',
    min_version: '2.1',
    version: highest,
    links: [{rel: 'self', href: `${origin}/old-compute/v2.1/`}],
  })
  const noted = (routes: Routes): Routes =>
    Object.fromEntries(
      Object.entries(routes).map(([route, handle]) => [
        route,
        (call: Call): Answer | Promise<Answer> => {
          requests.push(route)
          return handle(call)
        },
      ]),
    )
  return {
    ...nova,
    prefix: 'old-compute',
    open(cloud) {
      const {routes, ...rest} = nova.open(cloud)
      const publicRoutes: Routes = {
        'GET /': ({origin}) => ({body: {versions: [document(origin)]}}),
        'GET /v2.1': ({origin}) => ({body: {version: document(origin)}}),
      }
      return {...rest, publicRoutes, routes: noted(routes ?? {})}
    },
  }
}

const precedingOf = (microversion: string): string => {
  const [major, minor] = microversion.split('.')
  return `${major}.${Number(minor) - 1}`
}

describe('microversions of Nova', function () {
  this.timeout(60_000)

  describe('on a cloud that has no more than 2.1', () => {
    const requests: string[] = []
    let cloud: TestCloud
    before(async () => {
      cloud = await startTestCloud({services: [novaUpTo('2.1', requests)]})
    })
    after(() => cloud.close())

    for (const [line, microversion] of NEEDS)
      it(`${line} is refused before a request: it needs ${microversion}`, async () => {
        requests.length = 0
        const {status, stderr} = await cloud.osc(...line.split(' '))
        assert.equal(status, 2, stderr)
        assert.ok(stderr.includes(microversion), stderr)
        assert.deepEqual(requests, [])
      })
  })

  describe('on a cloud that has 2.100', () => {
    let cloud: TestCloud
    const json = async (line: string, microversion: string): Promise<Record<string, unknown>[]> => {
      const words = ['--os-compute-api-version', microversion, ...line.split(' '), '-f', 'json']
      const {status, stdout, stderr} = await cloud.run(words, {clock: {now: Date.now, pause: async () => {}}})
      assert.equal(status, 0, stderr)
      return JSON.parse(stdout)
    }
    before(async () => {
      cloud = await startTestCloud()
      const image = cloud.sandbox.cloud.store.collection('image/images')
      image.put('disk', {id: 'disk', name: 'disk', status: 'active', visibility: 'public'})
      await json('server create --flavor 1 --image disk --nic none --wait web', '2.100')
      for (const line of ['keypair create k', 'aggregate create a', 'server group create --policy affinity own'])
        assert.equal((await cloud.osc(...line.split(' '))).status, 0)
      cloud.sandbox.cloud.store.collection('compute/attachments').put('a', {
        key: 'a',
        server: String((await json('server list', '2.100'))[0]?.ID),
        volumeId: 'v',
        device: '/dev/vdb',
      })
    })
    after(() => cloud.close())

    for (const [line, microversion] of NEEDS.filter(([, one]) => one !== '2.104'))
      it(`${line} is refused with ${precedingOf(microversion)} only`, async () => {
        const run = (version: string) => cloud.osc('--os-compute-api-version', version, ...line.split(' '))
        assert.match(
          (await run(precedingOf(microversion))).stderr,
          new RegExp(`${microversion.replace('.', '\\.')} or `),
        )
        assert.doesNotMatch((await run(microversion)).stderr, /or (?:later|greater)/)
      })

    it('server migrate --host needs 2.56 where the migration is not live', async () => {
      const {stderr} = await cloud.osc('--os-compute-api-version', '2.55', 'server', 'migrate', '--host', 'h', 'web')
      assert.match(stderr, /2\.56 or newer/)
    })

    for (const line of ['flavor show m1.tiny', 'server group show own', 'aggregate show a'])
      it(`${line} finds by name without a filter that Nova refuses`, () => json(line, '2.75'))

    for (const [line, from, older, newer] of COLUMNS)
      it(`${line} has the columns of the microversion before and after ${from}`, async () => {
        const header = async (version: string) => {
          const words = ['--os-compute-api-version', version, ...line.split(' '), '-f', 'csv']
          const {status, stdout, stderr} = await cloud.osc(...words)
          assert.equal(status, 0, stderr)
          return (stdout.split('\n')[0] ?? '').split(',').map((one) => one.replaceAll('"', ''))
        }
        const [left, right] = [await header(precedingOf(from)), await header(from)]
        assert.deepEqual(
          [left.filter((one) => !right.includes(one)), right.filter((one) => !left.includes(one))],
          [older, newer],
        )
      })
  })
})
