import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {asArray, asObject, asText} from '@osc-cli/core'
import {api, login} from '@osc-cli/core/test/integration/support/api'
import {cleanPaths} from '@osc-cli/core/test/integration/support/clean-paths'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {lacks, needs} from '@osc-cli/core/test/integration/support/features'
import {files} from '@osc-cli/core/test/integration/support/files'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {repository} from '@osc-cli/core/test/support/program'
import {before, describe, it} from 'mocha'

const EVENT = join(repository, 'test/devcloud/event')

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

describe('healing of a deleted server', function () {
  this.timeout(400_000)
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const laterPath = cleanPaths('workflowv2')
  const file = files()
  const name = uniqueName('gone')
  const server = `{type: OS::Nova::Server, properties: {image: ${name}, flavor: ${name}, networks: [{allocate_network: none}]}}`
  const template = `heat_template_version: queens\nresources:\n  web: ${server}\n  other: ${server}\n`

  /** The server of a resource of the stack. */
  const serverOf = async (resource: string): Promise<string> => {
    const {body} = await api('orchestration', 'GET', `/stacks/${name}/resources`)
    const resources = asArray(asObject(body).resources).map(asObject)
    return String(resources.find(({resource_name}) => resource_name === resource)?.physical_resource_id)
  }
  const stateOf = async (id: string) =>
    asObject(asObject((await api('compute', 'GET', `/servers/${id}`)).body).server).status
  const stackState = async () =>
    asObject(asObject((await api('orchestration', 'GET', `/stacks/${name}`)).body).stack).stack_status
  /** Puts on the bus what Nova reports of a deleted server, as Ceilometer passes it on to Aodh. */
  const reportDeletion = async (id: string) => {
    const {projectId} = await login()
    execFileSync('/usr/bin/python3', [EVENT, 'compute.instance.delete.end', projectId, `instance_id=${id}`])
  }
  /** The output of the workflow that an event about this server has started. */
  async function outputAbout(id: string) {
    const {body} = await api('workflowv2', 'GET', `/executions?description=healing-${name}&include_output=true`)
    const runs = asArray(asObject(body).executions).map(asObject)
    const run = runs.find(({input, state}) => state === 'SUCCESS' && asText(input)?.includes(id))
    return run && asObject(JSON.parse(asText(run.output) ?? '{}'))
  }

  before(async function () {
    lacks(this, 'notifications')
    await needs(this, 'workflowv2', 'messaging', 'alarming', 'orchestration', 'compute', 'image')
    // The bus is that of the devcloud on this machine.
    if (new URL((await login()).endpoints.get('alarming') ?? '').hostname !== '127.0.0.1') this.skip()
    later('image', 'delete', name)
    await ok(osc('image', 'create', '--disk-format', 'raw', '--file', file('nothing boots'), name))
    later('flavor', 'delete', name)
    await ok(osc('flavor', 'create', '--vcpus', '1', '--ram', '64', '--disk', '1', name))
    later('stack', 'delete', '--yes', '--wait', name)
    await ok(osc(['stack', 'create', '-t', file(template), '--wait', name], {timeout: 180_000}))
    for (const path of ['/workbooks/osc.healing.v1', '/workflows/osc.healing.v1.replace_server']) laterPath(path)
    later('healing', 'disable', name)
    await ok(osc(['healing', 'enable', name], {timeout: 180_000}))
  })

  it('changes nothing on an event about an unrelated server', async () => {
    const unrelated = crypto.randomUUID()
    const before = [await serverOf('web'), await serverOf('other')]
    let output: Awaited<ReturnType<typeof outputAbout>>
    // A new alarm takes a minute to become active.
    while (output === undefined) {
      await reportDeletion(unrelated)
      await pause(5)
      output = await outputAbout(unrelated)
    }
    assert.deepEqual([output.server, output.resource], [unrelated, null])
    assert.deepEqual(
      [await serverOf('web'), await serverOf('other'), await stackState()],
      [...before, 'CREATE_COMPLETE'],
    )
  })

  it('replaces the server within 60 seconds, and no other', async () => {
    const [gone, other] = [await serverOf('web'), await serverOf('other')]
    await api('compute', 'DELETE', `/servers/${gone}`)
    while ((await api('compute', 'GET', `/servers/${gone}`)).status !== 404) await pause(0.5)
    const start = Date.now()
    await reportDeletion(gone)
    while ((await serverOf('web')) === gone || (await stateOf(await serverOf('web'))) !== 'ACTIVE') {
      assert.notEqual(await stackState(), 'UPDATE_FAILED')
      await pause(0.5)
    }
    const seconds = (Date.now() - start) / 1000
    assert.ok(seconds <= 60, `${seconds} s`)
    while ((await stackState()) !== 'UPDATE_COMPLETE') await pause(0.5)
    assert.equal(await serverOf('other'), other)
  })
})
