import assert from 'node:assert/strict'
import {deployments} from './support/deployments.ts'

const MINE = `version: '2.0'
mine:
  description: A validation of the user
  tags: [osc-check, "group:mine"]
  input: [plan]
  tasks: {nothing: {action: std.noop}}
`

describe('validations', () => {
  const {ok, fails, run, started} = deployments({
    'mine.yaml': MINE,
    'machines.json': '[{"name": "m-1", "pm_type": "fake"}]',
  })
  before(async () => {
    await ok('undercloud setup')
    await ok('workflow create mine.yaml')
    await ok('overcloud plan create one --templates starter -e sandbox.yaml')
  })
  const rows = async (line: string) => JSON.parse((await run(`${line} -f json`)).stdout)

  it('are all workflows with the tag', async () => {
    const all = await rows('tripleo validator list')
    assert.deepEqual(
      all.map(({ID}: {ID: string}) => ID),
      [
        ...['images_and_flavors', 'machines', 'messages'].map((name) => `osc.check.v1.${name}`),
        'mine',
        ...['network_quota', 'plan_size', 'quota', 'servers', 'templates', 'token_lifetime'].map(
          (name) => `osc.check.v1.${name}`,
        ),
      ],
    )
    assert.deepEqual(await rows('tripleo validator list --group mine'), [
      {ID: 'mine', Name: 'A validation of the user', Groups: 'mine'},
    ])
    const groups = await rows('tripleo validator group info')
    assert.deepEqual(groups[0], {Groups: 'mine', Description: '', 'Number of Validations': 1})
    const {Groups, Description} = await rows('tripleo validator show quota')
    assert.deepEqual(
      [Groups, Description],
      ['pre-deployment', 'Quotas of Nova allow the servers that a deployment adds'],
    )
  })

  it('pass, with warnings', async () => {
    assert.deepEqual(await rows('tripleo validator run --validation machines,mine --plan one'), [
      {Validation: 'machines', Status: 'PASSED', Details: ''},
      {Validation: 'mine', Status: 'PASSED', Details: 'The sandbox does not run this validation.'},
    ])
    assert.deepEqual(started.inputs.at(-1), {validation_name: 'mine', plan: 'one', queue_name: ''})
  })

  it('run once when they are named twice', async () => {
    const before = started.inputs.length
    assert.deepEqual(await rows('tripleo validator run --validation machines,osc.check.v1.machines --plan one'), [
      {Validation: 'machines', Status: 'PASSED', Details: ''},
    ])
    assert.equal(started.inputs.length, before + 1)
  })

  it('fail with a reason, and an exit status', async () => {
    assert.match(
      await fails(1, 'tripleo validator run --group pre-deployment --plan one'),
      /^1 of 8 validations failed:\n {2}images_and_flavors: Controller: no active image is named overcloud\.\n/,
    )
  })

  it('run before an inspection', async () => {
    await ok('overcloud node import --introspect --run-validations machines.json')
    assert.equal(started.inputs.at(-1)?.validation_name, 'osc.check.v1.machines')
  })

  it('are refused when they do not exist', async () => {
    await fails(4, 'tripleo validator run --validation none')
    await fails(4, 'tripleo validator run --group none')
    await fails(4, 'tripleo validator show none')
    await fails(2, 'tripleo validator run')
  })
})
