import assert from 'node:assert/strict'
import type {ChildProcess} from 'node:child_process'
import {asArray, asObject, decodeJson} from '@osc-cli/core'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {lacks, needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'

describe('a deployment that is interrupted', function interrupted() {
  this.timeout(300_000)
  before(async function () {
    lacks(this, 'slow-deployments')
    await needs(this, 'object-store', 'network', 'compute', 'image', 'workflowv2')
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const plan = uniqueName('interrupted')
  const image = uniqueName('image')
  const flavor = uniqueName('flavor')

  it('has a plan', async () => {
    later('image', 'delete', image)
    await ok(osc('image', 'create', '--disk-format', 'raw', '--file', new URL(import.meta.url).pathname, image))
    later('flavor', 'delete', flavor)
    await ok(osc('flavor', 'create', '--ram', '64', '--disk', '1', flavor))
    await ok(osc('undercloud', 'setup'))
    later('overcloud', 'delete', '-y', plan)
    const values = ['Controller', 'Compute'].flatMap((role) => [
      ...['--parameter', `${role}Image=${image}`],
      ...['--parameter', `${role}Flavor=${flavor}`],
    ])
    await ok(osc('overcloud', 'plan', 'create', plan, ...values))
  })

  it('is not started a second time, and continues after Ctrl-C', async () => {
    const deploy = ['overcloud', 'plan', 'deploy', plan]
    const begun = Promise.withResolvers<ChildProcess>()
    const first = osc(deploy, {
      timeout: 180_000,
      started: (child) => {
        child.stderr?.on('data', (chunk: Buffer) => {
          // Messages of the run follow those about the changes.
          if (/Reading plan/.test(String(chunk))) begun.resolve(child)
        })
      },
    })
    const child = await begun.promise
    const message = await fails(5, osc(deploy))
    assert.match(
      message,
      new RegExp(`^Plan ${plan} .*\nFollow it with: osc overcloud status --watch --plan ${plan}$`, 'm'),
    )
    child.kill('SIGINT')
    const {status, stderr} = await first
    assert.equal(status, 130, stderr)
    assert.equal(stderr.match(/continues in the cloud/g)?.length, 1, stderr)
    assert.match(stderr, new RegExp(`\nFollow it with: osc overcloud status --watch --plan ${plan}$`, 'm'))
  })

  it('is followed to its end', async () => {
    const watch = ['overcloud', 'status', '--watch', '--plan', plan, '-f', 'json']
    const shown = asObject(decodeJson(await ok(osc(watch, {timeout: 240_000}))))
    assert.deepEqual([shown['Deployment Status'], shown.Servers], ['DEPLOY_SUCCESS', '3 of 3'])
    const rows = asArray(decodeJson(await ok(osc('overcloud', 'server', 'list', '--plan', plan, '-f', 'json')))).map(
      asObject,
    )
    assert.deepEqual(
      rows.map(({Role, Status}) => `${Role} ${Status}`),
      ['Compute ACTIVE', 'Compute ACTIVE', 'Controller ACTIVE'],
    )
  })

  it('has as many servers as the plan says, and then no differences', async () => {
    await ok(osc('overcloud', 'plan', 'set', plan, '--role', 'Compute=3'))
    assert.match(await ok(osc('overcloud', 'plan', 'diff', plan)), /^Compute: 2 -> 3 servers[^\n]*$/)
    await ok(osc(['overcloud', 'plan', 'deploy', plan], {timeout: 240_000}))
    assert.equal(await ok(osc('overcloud', 'plan', 'diff', plan)), 'Nothing differs.')
  })
})
