import assert from 'node:assert/strict'
import {chmodSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {asArray, asObject, type JsonObject} from '@osc-cli/core'
import {api, login} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {lacks, needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'
import {describe, it} from 'mocha'

describe('server operations', () => {
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const [name, small, large, base, network, volume, group] = [
    'server',
    'small',
    'large',
    'image',
    'net',
    'volume',
    'group',
  ].map(uniqueName) as [string, string, string, string, string, string, string]
  let id = ''
  const run = (line: string) => osc(...line.split(' '))
  const idOf = (line: string) => ok(run(`${line} -f value -c id`))
  const server = async () => asObject(asObject((await api('compute', 'GET', `/servers/${id}`)).body).server)
  const shown = async () => asObject(JSON.parse(await ok(run(`server show ${name} -f json`))))

  /** The server once it is in this state and Nova has nothing left to do. */
  async function until(status: string): Promise<JsonObject> {
    for (const end = Date.now() + 30_000; ; await pause(200)) {
      const now = await server()
      if (now.status === status && !now['OS-EXT-STS:task_state']) return now
      assert.ok(Date.now() < end, `The server is in state ${now.status}, not ${status}.`)
    }
  }

  /** Runs a verb that does not wait, then waits for the state that it leads to. */
  async function act(verb: string, status: string): Promise<JsonObject> {
    await ok(run(`server ${verb} ${name}`))
    return await until(status)
  }

  /** A verb that the state does not allow; the message names those that it allows. */
  async function conflicts(verb: string, verbs: string): Promise<void> {
    const stderr = await fails(5, run(`server ${verb} ${name}`))
    assert.match(stderr, new RegExp(`Commands that work in this state: server ${verbs}`))
  }

  const flavorId = async () => asObject((await server()).flavor).id
  const flavors = new Map<string, string>()

  before(async function () {
    await needs(this, 'compute', 'image', 'network')
    const file = join(osc.place.work, 'disk.img')
    writeFileSync(file, 'x'.repeat(512))
    later('image', 'delete', base)
    await ok(run(`image create --disk-format raw --file ${file} ${base}`))
    for (const [flavor, ram] of [
      [small, 64],
      [large, 128],
    ] as const) {
      later('flavor', 'delete', flavor)
      flavors.set(flavor, await idOf(`flavor create --ram ${ram} --disk 1 ${flavor}`))
    }
    later('network', 'delete', network)
    await ok(run(`network create ${network}`))
    await ok(run(`subnet create --network ${network} --subnet-range 10.77.0.0/24 ${network}`))
    later('server', 'delete', '--wait', name)
    id = await idOf(`server create --flavor ${small} --image ${base} --network ${network} --wait ${name}`)
  })

  it('resizes and reverts', async () => {
    await ok(run(`server resize --flavor ${large} --wait ${name}`))
    assert.equal((await server()).status, 'VERIFY_RESIZE')
    await conflicts('stop', 'resize confirm, resize revert')
    await act('resize revert', 'ACTIVE')
    assert.equal(await flavorId(), flavors.get(small))
  })

  it('resizes and confirms', async () => {
    await ok(run(`server resize --flavor ${large} --wait ${name}`))
    await act('resize confirm', 'ACTIVE')
    assert.equal(await flavorId(), flavors.get(large))
  })

  it('stops and starts', async () => {
    await act('stop', 'SHUTOFF')
    await conflicts('pause', 'start')
    await act('start', 'ACTIVE')
  })

  it('pauses and unpauses', async () => {
    await act('pause', 'PAUSED')
    await conflicts('suspend', 'unpause, delete')
    await act('unpause', 'ACTIVE')
  })

  it('suspends and resumes', async () => {
    await act('suspend', 'SUSPENDED')
    await conflicts('pause', 'resume, delete')
    await act('resume', 'ACTIVE')
  })

  it('rescues and unrescues', async () => {
    await act('rescue', 'RESCUE')
    await conflicts('stop', 'unrescue, delete')
    await act('unrescue', 'ACTIVE')
  })

  it('locks and unlocks', async () => {
    await ok(run(`server lock --reason audit ${name}`))
    const {locked, locked_reason: reason} = await shown()
    assert.deepEqual([locked, reason], [true, 'audit'])
    await ok(run(`server unlock ${name}`))
    assert.equal((await shown()).locked, false)
  })

  it('reboots and waits', async () => {
    assert.equal(await ok(run(`server reboot --hard --wait ${name}`)), 'Complete')
    assert.equal((await server()).status, 'ACTIVE')
  })

  it('rebuilds and waits', async () => {
    await ok(run(`server rebuild --image ${base} --property built=2 --wait ${name}`))
    const {status, metadata} = await server()
    assert.deepEqual([status, metadata], ['ACTIVE', {built: '2'}])
  })

  for (const [verb, options] of [
    ['image create', ''],
    ['backup create', '--type daily --rotate 2 '],
  ] as const)
    it(`waits for the image of \`server ${verb}\``, async () => {
      const image = uniqueName('copy')
      later('image', 'delete', image)
      const created = idOf(`server ${verb} --name ${image} ${options}--wait ${name}`)
      await uploadIfQueued(image)
      const {body} = await api('image', 'GET', `/v2/images/${await created}`)
      assert.deepEqual([asObject(body).name, asObject(body).status], [image, 'active'])
      await until('ACTIVE')
    })

  it('adds and removes a volume', async function () {
    await needs(this, 'block-storage')
    later('volume', 'delete', volume)
    const volumeId = await idOf(`volume create --size 1 --wait ${volume}`)
    await ok(run(`server add volume ${name} ${volume}`))
    assert.match(await ok(run(`server volume list ${name} -f value`)), new RegExp(volumeId))
    await ok(run(`server remove volume ${name} ${volume}`))
    for (let left = 50; left > 0 && (await ok(run(`server volume list ${name} -f value`))) !== ''; left -= 1)
      await pause(200)
    assert.equal(await ok(run(`server volume list ${name} -f value`)), '')
  })

  it('adds and removes a port', async () => {
    const port = uniqueName('port')
    later('port', 'delete', port)
    const portId = await idOf(`port create --network ${network} ${port}`)
    const ports = async () => {
      const {body} = await api('compute', 'GET', `/servers/${id}/os-interface`)
      return asArray(asObject(body).interfaceAttachments).map((one) => asObject(one).port_id)
    }
    await ok(run(`server add port ${name} ${port}`))
    assert.ok((await ports()).includes(portId))
    await ok(run(`server remove port ${name} ${port}`))
    for (let left = 50; left > 0 && (await ports()).includes(portId); left -= 1) await pause(200)
    assert.equal((await ports()).includes(portId), false)
  })

  it('adds and removes a floating IP address', async () => {
    const [outside, router] = [uniqueName('outside'), uniqueName('router')]
    later('network', 'delete', outside)
    await ok(run(`network create --external ${outside}`))
    await ok(run(`subnet create --network ${outside} --subnet-range 198.51.100.0/24 --no-dhcp ${outside}`))
    later('router', 'delete', router)
    await ok(run(`router create --external-gateway ${outside} ${router}`))
    later('router', 'remove', 'subnet', router, network)
    await ok(run(`router add subnet ${router} ${network}`))
    const address = await ok(run(`floating ip create ${outside} -f value -c floating_ip_address`))
    later('floating', 'ip', 'delete', address)
    await ok(run(`server add floating ip ${name} ${address}`))
    const port = async () => (await ok(run(`floating ip show ${address} -f value -c port_id`))).replace('None', '')
    assert.notEqual(await port(), '')
    await ok(run(`server remove floating ip ${name} ${address}`))
    assert.equal(await port(), '')
  })

  it('adds and removes a security group', async () => {
    later('security', 'group', 'delete', group)
    await ok(run(`security group create ${group}`))
    const has = async () => JSON.stringify((await server()).security_groups).includes(group)
    await ok(run(`server add security group ${name} ${group}`))
    assert.equal(await has(), true)
    await ok(run(`server remove security group ${name} ${group}`))
    assert.equal(await has(), false)
  })

  it('runs ssh with the address of the server', async () => {
    const bin = join(osc.place.work, 'bin')
    const log = join(osc.place.work, 'ssh.log')
    mkdirSync(bin)
    writeFileSync(join(bin, 'ssh'), `#!/bin/sh\nprintf '%s\\n' "$@" > ${log}\nexit 7\n`)
    chmodSync(join(bin, 'ssh'), 0o755)
    const line = ['server', 'ssh', '--private', name, '--', '-l', 'debian', 'uptime -p']
    const env = {PATH: `${bin}:${process.env.PATH}`}
    await fails(7, osc(line, {env}))
    const [address = '', ...args] = readFileSync(log, 'utf8').trimEnd().split('\n')
    assert.match(address, /^10\.77\.0\.\d+$/)
    assert.deepEqual(args, ['-l', 'debian', 'uptime -p'])
    assert.match(await fails(2, run(`server ssh ${name}`)), new RegExp(`no public .*\\nIts addresses: ${address}`))
  })

  it('shows the console', async () => {
    const all = await ok(run(`console log show ${name}`))
    assert.notEqual(all, '')
    assert.equal(await ok(run(`console log show --lines 1 ${name}`)), all.split('\n').at(-1))
    assert.match(await ok(run(`console url show ${name} -f value -c url`)), /^https?:\/\//)
  })

  it('migrates and confirms, or reports that no other host has room', async () => {
    assert.match(await ok(run(`server migrate --wait ${name}`)), /^Complete/)
    if ((await server()).status === 'VERIFY_RESIZE') {
      await conflicts('pause', 'resize confirm, resize revert, migration confirm')
      await act('migration confirm', 'ACTIVE')
      return
    }
    const [event] = JSON.parse(await ok(run(`server event list --long ${name} -f json`)))
    assert.deepEqual([event.Action, event.Message], ['migrate', 'Error'])
    const details = await ok(run(`server event show ${name} ${event['Request ID']} -f json`))
    assert.match(details, /No valid host was found/)
  })

  it('does not evacuate a server from a host that is up', async function () {
    lacks(this, 'host-checks')
    assert.match(await fails(1, run(`server evacuate --wait ${name}`)), /is still in use[\s\S]*compute service list/)
    assert.equal((await server()).status, 'ACTIVE')
  })

  it('shelves, offloads and unshelves', async () => {
    await ok(run(`server shelve --offload --wait ${name}`))
    assert.equal((await server()).status, 'SHELVED_OFFLOADED')
    assert.match(await fails(5, run(`server stop ${name}`)), /server unshelve/)
    await ok(run(`server unshelve --wait ${name}`))
    assert.equal((await server()).status, 'ACTIVE')
  })

  it('lists what was done', async () => {
    const events = JSON.parse(await ok(run(`server event list ${name} -f json`)))
    const actions = events.map(({Action}: {Action: string}) => Action)
    for (const action of ['resize', 'revertResize', 'pause', 'rescue', 'rebuild', 'lock', 'unshelve'])
      assert.ok(actions.includes(action), `${action} is not in ${actions}`)
  })
})

/** Nova's fake driver does not upload the disk, so that the image would stay in status queued: the test uploads it. */
async function uploadIfQueued(name: string): Promise<void> {
  for (const end = Date.now() + 30_000; ; await pause(200)) {
    const {body} = await api('image', 'GET', `/v2/images?name=${name}`)
    const [image] = asArray(asObject(body).images).map(asObject)
    if (image?.status === 'active') return
    assert.ok(Date.now() < end, `There is no image ${name}.`)
    if (image?.status !== 'queued') continue
    const formats = ['disk_format', 'container_format'].map((key) => ({
      op: image[key] === undefined ? 'add' : 'replace',
      path: `/${key}`,
      value: key === 'disk_format' ? 'raw' : 'bare',
    }))
    const {token, endpoints} = await login()
    const send = async (method: string, path: string, type: string, data: string) => {
      const headers = {'x-auth-token': token, 'content-type': type}
      const {ok: isDone, status} = await fetch(`${endpoints.get('image')}/v2/images/${image.id}${path}`, {
        method,
        headers,
        body: data,
      })
      assert.ok(isDone, `${method} ${path}: ${status}`)
    }
    await send('PATCH', '', 'application/openstack-images-v2.1-json-patch', JSON.stringify(formats))
    await send('PUT', '/file', 'application/octet-stream', 'x'.repeat(512))
    return
  }
}
