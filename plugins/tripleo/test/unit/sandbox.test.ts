import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'

const ROLES = `- name: Controller
  CountDefault: 1
- name: Compute
  CountDefault: 1
`
const BROKEN = '[{"name": "m-1", "pm_type": "fake", "capabilities": "broken:1"}]'
const TEMPLATE = 'heat_template_version: queens\nresources: {one: {type: OS::None::Such}}\n'
const DEPLOY = 'tripleo.deployment.v1.deploy_plan'
const clock = {now: Date.now, pause: async () => await sleep(5)}

describe('deployments in the sandbox', () => {
  let cloud: TestCloud
  const run = (line: string) => cloud.run(line.split(' '), {clock})
  const ok = async (line: string) => {
    const {status, stdout, stderr} = await run(line)
    assert.equal(status, 0, `${line}\n${stderr}`)
    return stdout + stderr
  }
  const fails = async (wanted: number, line: string) => {
    const {status, stdout, stderr} = await run(line)
    assert.equal(status, wanted, `${line}\n${stdout}${stderr}`)
    return stderr
  }
  before(async () => {
    cloud = await startTestCloud()
    writeFileSync(join(cloud.work, 'roles.yaml'), ROLES)
    writeFileSync(join(cloud.work, 'image'), 'x')
    writeFileSync(join(cloud.work, 'broken.json'), BROKEN)
    writeFileSync(join(cloud.work, 'overcloud.yaml'), TEMPLATE)
  })
  after(() => cloud.close())

  it('begin with the workflows and a plan', async () => {
    await ok('undercloud setup')
    const status = await ok('undercloud status -f value')
    assert.match(status, /^workflows osc /m)
    assert.match(status, /^messaging-websocket available Delivers messages /m)
    await ok('overcloud plan create first -r roles.yaml')
  })

  it('stop when a validation fails, and nothing is deployed', async () => {
    const shown = await fails(1, 'overcloud plan deploy --run-validations first')
    assert.match(shown, /^Controller: no active image is named overcloud\.$/m)
    assert.match(shown, /Validations failed\. Nothing was deployed\./)
    assert.equal(await ok('stack list -f value'), '')
    assert.match(
      await fails(1, 'tripleo validator run --group pre-deployment --plan first'),
      /1 of 8 validations failed/,
    )
  })

  const validations: [name: string, line: string, undo: string, found: RegExp][] = [
    [
      'quota',
      'overcloud plan set first --role Compute=30',
      'overcloud plan set first --role Compute=1',
      /quota: The deployment adds 31 servers; 0 of 10 are in use\./,
    ],
    [
      'network_quota',
      'quota set --ports 1 admin',
      'quota set --ports 500 admin',
      /network_quota: The deployment adds at least 2 ports; 0 of 1 are in use\./,
    ],
    [
      'templates',
      'object create first-files overcloud.yaml',
      'overcloud plan set first --role Compute=1',
      /templates: .*OS::None::Such/,
    ],
  ]
  for (const [name, line, undo, found] of validations)
    it(`fail the validation ${name} for a reason`, async () => {
      await ok(line)
      assert.match(await fails(1, `tripleo validator run --validation ${name} --plan first`), found)
      await ok(undo)
      await ok(`tripleo validator run --validation ${name} --plan first`)
    })

  it('fail validations of machines and of servers', async () => {
    await fails(1, 'overcloud node import --introspect broken.json')
    assert.match(
      await fails(1, 'tripleo validator run --validation machines,servers --plan first'),
      /2 of 2 validations failed:\n {2}machines: m-1 is inspect failed: .*\n {2}servers: Plan first is not deployed\./,
    )
    await ok('overcloud node manage m-1')
  })

  it('pass validations of messages, size and token', async () => {
    const rows = JSON.parse(
      await ok('tripleo validator run --validation messages,plan_size,token_lifetime --plan first -f json'),
    )
    assert.deepEqual(
      rows.map(({Status}: {Status: string}) => Status),
      ['PASSED', 'PASSED', 'PASSED'],
    )
  })

  it('are deployed', async () => {
    await ok('image create --file image --disk-format raw overcloud')
    await ok('flavor create --ram 64 --disk 1 baremetal')
    const shown = await ok('overcloud plan deploy --run-validations first')
    assert.match(shown, /^Compute 0: server created$/m)
    assert.match(shown, /^Plan first was deployed\.$/m)
  })

  it('have a log of their messages', async () => {
    const rows = JSON.parse(await ok('overcloud log --plan first -f json'))
    const [begin, end] = [rows.at(0), rows.at(-1)]
    assert.deepEqual([begin.Workflow, begin.Status, begin.Message], [DEPLOY, 'RUNNING', 'Reading plan first.'])
    assert.equal(end.Status, 'SUCCESS')
    const all = JSON.parse(await ok('overcloud log --plan first --last 2 -f json'))
    assert.match(all.find(({Status}: Record<string, string>) => Status === 'FAILED').Message, /Validations failed\./)
    assert.ok(all.length > rows.length)
    assert.equal(await ok('overcloud log --plan none -f value'), '')
  })

  it('are scaled', async () => {
    await ok('overcloud plan set first --role Compute=3')
    await ok('overcloud plan deploy first')
    await ok('overcloud node delete --stack first --yes Compute:1')
    assert.deepEqual(
      JSON.parse(await ok('overcloud server list --plan first -f json')).map(
        (row: Record<string, unknown>) => `${row.Role} ${row.Number}`,
      ),
      ['Compute 0', 'Compute 2', 'Controller 0'],
    )
  })

  it('are upgraded one role after the other', async () => {
    await ok('image create --file image --disk-format raw new')
    await ok('overcloud upgrade prepare --stack first --parameter ComputeImage=new --parameter ControllerImage=new')
    await ok('overcloud upgrade run --stack first --limit Compute')
    assert.match(await ok('overcloud plan diff first'), /^Controller: image .* -> new$/m)
    await ok('overcloud upgrade converge --stack first --yes')
    assert.match(await ok('overcloud plan diff first'), /Nothing differs\./)
  })

  it('are deleted', async () => {
    assert.match(await ok('overcloud delete --yes first'), /^Overcloud first was deleted\.$/m)
    assert.equal(await ok('stack list -f value'), '')
    await fails(4, 'overcloud status --plan first')
  })

  it('do not accept inputs that a workflow does not declare', async () => {
    const line = 'workflow execution create tripleo.deployment.v1.deploy_plan {"container":"x","nope":1}'
    assert.match(await fails(1, line), /unexpected=\['nope'\]/)
  })
})
