import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'

const clock = {now: Date.now, pause: async () => await sleep(5)}
const START = 'overcloud start --name first --image cirros --flavor m1.tiny --role Compute=1 --run-validations --yes'

describe('overcloud start', () => {
  const clouds: TestCloud[] = []
  const open = async () => {
    const cloud = await startTestCloud()
    clouds.push(cloud)
    writeFileSync(join(cloud.work, 'image'), 'x')
    const ok = async (line: string) => {
      const {status, stdout, stderr} = await cloud.run(line.split(' '), {clock})
      assert.equal(status, 0, `${line}\n${stderr}`)
      return stdout + stderr
    }
    await ok('image create --file image --disk-format raw cirros')
    return {ok, servers: async () => await ok('overcloud server list --plan first -c Role -c Name -c Status -f json')}
  }
  after(async () => {
    for (const cloud of clouds) await cloud.close()
  })

  it('prints lines that do the same on another cloud', async () => {
    const [guided, byHand] = [await open(), await open()]
    const lines = [...(await guided.ok(START)).matchAll(/^\$ osc (.*)$/gm)].map(([, line = '']) => line)
    assert.deepEqual(
      lines.map((line) => line.split(' ').slice(0, 3).join(' ')),
      ['undercloud setup', 'overcloud plan create', 'overcloud plan deploy'],
    )
    for (const line of lines) await byHand.ok(line)
    assert.equal(await byHand.servers(), await guided.servers())
    assert.deepEqual(
      JSON.parse(await byHand.servers()).map(({Name, Status}: Record<string, string>) => `${Name} ${Status}`),
      ['first-compute-0 ACTIVE', 'first-controller-0 ACTIVE'],
    )
  })
})
