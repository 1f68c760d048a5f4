import assert from 'node:assert/strict'
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {examples} from '@osc-cli/core/test/integration/support/examples'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'
import {manila, moreNova} from '../support/more-nova.ts'

/** Examples in an order in which each works as printed; `+` marks lines between them. */
const STORY = `
+ network create private
+ subnet create --network private --subnet-range 10.0.0.0/24 lan
+ port create --network private web-port
+ volume create --size 1 data
+ security group create http
+ security group create ssh
+ image create --file disk.img cirros
+ flavor create m1.old
osc aggregate create --zone nova --property ssd=true fast
osc aggregate add host fast compute-1
osc aggregate cache image fast cirros
osc aggregate list --long
osc aggregate set --property ssd=true fast
osc aggregate show fast
osc aggregate unset --property ssd fast
osc aggregate remove host fast compute-1
osc aggregate delete fast
osc flavor create --ram 2048 --disk 20 --vcpus 2 m1.medium
osc flavor create --private --project demo --ram 512 m1.demo
osc flavor delete m1.old
osc flavor list --min-ram 2048
osc flavor set --property hw:cpu_policy=dedicated m1.small
osc flavor show m1.small
osc flavor unset --property hw:cpu_policy m1.small
osc host list
osc host set --disable compute-1
osc host show compute-1
osc hypervisor list --matching compute
osc hypervisor show compute-1
osc hypervisor stats show
osc compute service list --service nova-compute --long
osc compute service set --disable --disable-reason maintenance compute-1 nova-compute
osc compute service delete 4f0e4b34-94ff-4f8a-8f0e-3a6b5a0a0c3d
osc keypair create --private-key web.pem web
osc keypair create --public-key ~/.ssh/id_ed25519.pub laptop
osc keypair list
osc keypair list --user demo
osc keypair show --public-key web
osc keypair delete web
osc server group create --policy anti-affinity web
osc server group list --long
osc server group show web
osc server group delete web
osc server create --flavor m1.tiny --image cirros --network private --wait web
+ server create --flavor m1.tiny --image cirros --network private --wait db
osc server list --long
osc server list --all-projects --status ERROR
osc server show web -c status -f value
osc server show web -f tree
osc server ssh web -- -l debian
osc server ssh --private web -- -l debian uptime
osc console log show --lines 20 web
osc console log show --follow web
osc console url show --serial web
osc server lock --reason maintenance web
osc server unlock web
osc server pause web
osc server unpause web
osc server suspend web
osc server resume web
osc server reboot --hard --wait web
osc server stop web
osc server start web
osc server rescue --image cirros web
osc server unrescue web
osc server set --property role=web --tag blue web
osc server unset --property role --tag blue web
osc server shelve --offload --wait web
osc server unshelve --wait web
osc server resize --flavor m1.small --wait web
osc server resize confirm web
+ server resize --flavor m1.tiny --wait web
osc server resize revert web
osc server migrate --wait web
osc server migration confirm web
+ server migrate --wait web
osc server migration revert web
+ server migrate --wait web
osc server migrate confirm web
+ server migrate --wait web
osc server migrate revert web
osc server migrate --live-migration --wait web
osc server migration list --status error
osc server migration list --server web
osc server rebuild --image cirros --wait web
osc server evacuate --wait web
osc server backup create --type daily --rotate 7 web
osc server image create --name web-2026-08 --wait web
osc server dump create web
osc server event list --long web
osc server event show web req-5d2a4d52-3b0a-4c1f-a2d5-9b0f4ff8f1f7
osc server add network web private
osc server remove network web private
osc server add port web web-port
osc server remove port web web-port
osc server add fixed ip --fixed-ip-address 10.0.0.9 web private
osc server remove fixed ip web 10.0.0.9
osc server add security group web http ssh
osc server remove security group web http ssh
osc server add volume web data
osc server volume list web
osc server volume set --preserve-on-termination web data
osc server volume update --preserve-on-termination web data
osc server remove volume web data
osc usage list --start 2026-01-01 --end 2026-02-01
osc usage show
osc server restore web
osc server delete --wait web db
`

/** The same on a sandbox with the services that it does not have. */
const MORE = `
+ network create private
+ subnet create --network private --subnet-range 10.0.0.0/24 lan
+ network create --external public
+ floating ip create --floating-ip-address 203.0.113.5 public
+ image create --file disk.img cirros
+ server create --flavor m1.tiny --image cirros --network private --wait web
osc compute agent create linux x86_64 7.0 https://example.com/agent add6bb58e139be103324d04d82d8f545 xen
osc compute agent list --hypervisor xen
osc compute agent set --agent-version 7.1 1
osc compute agent delete 1
osc console connection show 5e0a5f6c-7d55-4a1d-bb4f-f4d9c0b6a1a2
osc server add floating ip web 203.0.113.5
osc server remove floating ip web 203.0.113.5
osc server add share web data
osc server share list web
osc server share show web data
osc server remove share web data
osc server migration show web 42
osc server migration force complete web 42
osc server migration abort web 42
`

const lines = STORY.trim().split('\n')
const more = MORE.trim().split('\n')

describe('the examples of compute work as printed on a sandbox', function () {
  this.timeout(180_000)
  let cloud: TestCloud

  before(async () => {
    cloud = await startTestCloud()
    writeFileSync(join(cloud.work, 'disk.img'), 'bytes')
    mkdirSync(join(cloud.work, '.ssh'))
    writeFileSync(join(cloud.work, '.ssh/id_ed25519.pub'), 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample me\n')
    writeFileSync(join(cloud.work, 'ssh'), '#!/bin/sh\n')
    chmodSync(join(cloud.work, 'ssh'), 0o755)
  })
  after(() => cloud.close())

  /** What only works in the cloud itself, before a line that needs it. */
  function prepare(line: string): void {
    const {store} = cloud.sandbox.cloud
    const servers = store.collection('compute/servers')
    const [web] = servers.find({name: 'web'})
    if (line.startsWith('osc compute service delete')) {
      const id = line.split(' ').at(-1) ?? ''
      store.collection('compute/services').put(id, {id, host: 'gone', binary: 'nova-compute', status: 'disabled'})
    }
    if (!web) return
    const id = String(web.id)
    const address = (addr: string, type: string) => ({addr, version: 4, 'OS-EXT-IPS:type': type})
    if (/ssh| fixed ip web/.test(line))
      servers.put(id, {...web, addresses: {net: [address('10.0.0.9', 'fixed'), address('203.0.113.5', 'floating')]}})
    if (line.startsWith('osc server restore')) servers.put(id, {...web, status: 'SOFT_DELETED'})
    const request = /req-\S+/.exec(line)?.[0]
    if (request !== undefined)
      store.collection('compute/actions').put(request, {
        id: request,
        request_id: request,
        instance_uuid: id,
        action: 'stop',
        start_time: '2026-01-01T00:00:00.000000',
        message: null,
        project_id: web.tenant_id ?? null,
        user_id: web.user_id ?? null,
      })
  }

  async function run(line: string, expected = 0): Promise<void> {
    const stop = new AbortController()
    const follows = line.includes('--follow')
    const pause = async () => {
      if (follows) stop.abort(new Error('interrupted'))
      stop.signal.throwIfAborted()
    }
    const words = line.replace('~', cloud.work).split(' ')
    const env = {PATH: `${cloud.work}:/bin:/usr/bin`}
    const {status, stderr} = await cloud.run(words, {env, clock: {now: Date.now, pause}, signal: stop.signal})
    if (!follows) assert.equal(status, expected, stderr)
  }

  for (const line of lines)
    it(line, async () => {
      prepare(line)
      await run(line.replace(/^(?:osc|\+) /, ''))
    })

  it('are all of them', () => {
    const missing = examples('@osc-cli/plugin-compute').filter(
      ({command}) => !lines.includes(command) && !more.includes(command),
    )
    assert.deepEqual(
      missing.map(({command}) => command),
      [],
    )
  })
})

describe('the examples of compute that need more than a sandbox work as printed', function () {
  this.timeout(180_000)
  let cloud: TestCloud

  before(async () => {
    cloud = await startTestCloud({services: [moreNova, manila]})
    writeFileSync(join(cloud.work, 'disk.img'), 'bytes')
  })
  after(() => cloud.close())

  for (const line of more)
    it(line, async () => {
      const words = line.replace(/^(?:osc|\+) /, '').split(' ')
      const {status, stderr} = await cloud.run(words, {clock: {now: Date.now, pause: async () => {}}})
      assert.equal(status, 0, stderr)
    })
})
