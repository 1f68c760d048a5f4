import assert from 'node:assert/strict'
import {asArray, asObject} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanPaths} from '@osc-cli/core/test/integration/support/clean-paths'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {lacks, needs} from '@osc-cli/core/test/integration/support/features'
import {files} from '@osc-cli/core/test/integration/support/files'
import {ok} from '@osc-cli/core/test/integration/support/ok'
import {before, describe, it} from 'mocha'

const TEMPLATE = 'heat_template_version: queens\nresources: {value: {type: OS::Heat::Value, properties: {value: 1}}}\n'

describe('healing', () => {
  before(function () {
    return needs(this, 'workflowv2', 'messaging', 'alarming', 'orchestration')
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const laterPath = cleanPaths('workflowv2')
  const file = files()
  const stack = uniqueName('heal')
  const alarms = async () => {
    const {body} = await api('alarming', 'GET', `/v2/alarms?q.field=name&q.op=eq&q.value=healing-${stack}`)
    return asArray(body).map(asObject)
  }
  const serverId = async () => {
    const {body} = await api('orchestration', 'GET', `/stacks/${stack}/resources`)
    return String(asObject(asArray(asObject(body).resources)[0]).physical_resource_id)
  }
  const stackState = async () =>
    asObject(asObject((await api('orchestration', 'GET', `/stacks/${stack}`)).body).stack).stack_status
  /** Reports the server of the stack as gone, and waits until Heat has replaced it. */
  async function replaced(queue: string): Promise<void> {
    const before = await serverId()
    const body = {current: 'alarm', reason_data: {event: {traits: [['instance_id', 1, before]]}}}
    await ok(osc('messaging', 'message', 'post', queue, JSON.stringify([{ttl: 300, body}])))
    while ((await serverId()) === before || (await stackState()) !== 'UPDATE_COMPLETE')
      await new Promise((resolve) => setTimeout(resolve, 1000))
  }

  it('is enabled, and messages start the workflow', async function () {
    this.timeout(120_000)
    later('stack', 'delete', '--yes', '--wait', stack)
    await ok(osc('stack', 'create', '-t', file(TEMPLATE), '--wait', stack))
    for (const path of ['/workbooks/osc.healing.v1', '/workflows/osc.healing.v1.replace_server']) laterPath(path)
    later('healing', 'disable', stack)
    const line = ['healing', 'enable', stack, '--ttl', '3600', '-f', 'value', '-c', 'State']
    assert.equal(await ok(osc(...line)), 'active')
    const [alarm] = await alarms()
    assert.match(String(alarm?.alarm_actions), new RegExp(`^trust\\+zaqar:.*queue_name=healing-${stack}$`))
    const {body} = await api('workflowv2', 'GET', `/executions?description=healing-${stack}`)
    assert.deepEqual(
      asArray(asObject(body).executions).map((run) => asObject(run).state),
      ['SUCCESS'],
    )
  })

  it('replaces what a message reports as gone', async function () {
    this.timeout(120_000)
    await replaced(`healing-${stack}`)
  })

  it('works with a Heat template as well', async function () {
    lacks(this, 'healing-types')
    this.timeout(240_000)
    const healer = uniqueName('healer')
    later('stack', 'delete', '--yes', '--wait', healer)
    const template = await ok(osc('healing', 'template', stack))
    await ok(osc(['stack', 'create', '-t', file(template), '--wait', healer], {timeout: 180_000}))
    const output = ['stack', 'output', 'show', healer, 'queue', '-f', 'value', '-c', 'output_value']
    await replaced(await ok(osc(...output)))
  })
})
