import assert from 'node:assert/strict'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import {type Heat, startHeat, template, test} from './support/on-heat.ts'

describe('the life of a stack', () => {
  let heat: Heat
  before(async () => {
    heat = await startHeat()
  })
  after(() => heat.stop())

  const resource = async (path: string, name: string): Promise<JsonObject> =>
    asObject((await heat.ask(`GET ${path}/resources/${name}`)).body.resource)
  const physicalId = async (path: string, name: string) => asText((await resource(path, name)).physical_resource_id)

  it('creates in order, gives outputs, and deletes in the opposite order', async () => {
    const path = await heat.create(
      'ordered',
      template(
        {a: test({value: 'x', wait_secs: 0.01}), b: test({value: {get_attr: ['a', 'output']}})},
        {outputs: {o: {value: {get_attr: ['b', 'output']}}}},
      ),
    )
    const stack = await heat.settled(path)
    assert.deepEqual(stack.outputs, [{output_key: 'o', description: 'No description given', output_value: 'x'}])
    await heat.ask(`DELETE ${path}`)
    assert.equal((await heat.settled(path)).stack_status, 'DELETE_COMPLETE')
    assert.deepEqual(await heat.events(path), [
      'ordered CREATE_IN_PROGRESS Stack CREATE started',
      'a CREATE_IN_PROGRESS state changed',
      'a CREATE_COMPLETE state changed',
      'b CREATE_IN_PROGRESS state changed',
      'b CREATE_COMPLETE state changed',
      'ordered CREATE_COMPLETE Stack CREATE completed successfully',
      'ordered DELETE_IN_PROGRESS Stack DELETE started',
      'b DELETE_IN_PROGRESS state changed',
      'b DELETE_COMPLETE state changed',
      'a DELETE_IN_PROGRESS state changed',
      'a DELETE_COMPLETE state changed',
      'ordered DELETE_COMPLETE Stack DELETE completed successfully',
    ])
    assert.deepEqual(asArray((await heat.ask('GET /stacks?name=ordered')).body.stacks), [])
  })

  it('works on independent resources at the same time', async () => {
    const path = await heat.create('parallel', template({a: test({wait_secs: 0.03}), b: test({wait_secs: 0.01})}))
    await heat.settled(path)
    const events = await heat.events(path)
    const completed = events.filter((event) => event.includes('_COMPLETE')).map((event) => event.split(' ')[0])
    assert.deepEqual(completed, ['b', 'a', 'parallel'])
  })

  it('fails with the resource’s reason, and an update heals it', async () => {
    const path = await heat.create('failing', template({a: test({fail: true}), b: test({}, {depends_on: 'a'})}))
    const reason = 'ValueError: resources.a: Test Resource failed a'
    const stack = await heat.settled(path)
    assert.equal(stack.stack_status, 'CREATE_FAILED')
    assert.equal(stack.stack_status_reason, `Resource CREATE failed: ${reason}`)
    assert.equal((await resource(path, 'a')).resource_status_reason, reason)
    assert.equal((await resource(path, 'b')).resource_status, 'INIT_COMPLETE')
    const {status} = await heat.ask(`PUT ${path}`, {template: template({a: test(), b: test({}, {depends_on: 'a'})})})
    assert.equal(status, 202)
    assert.equal((await heat.settled(path)).stack_status, 'UPDATE_COMPLETE')
    assert.equal((await resource(path, 'b')).resource_status, 'CREATE_COMPLETE')
  })

  it('updates in place, replaces, adds and removes', async () => {
    const path = await heat.create(
      'changing',
      template({kept: test(), replaced: {type: 'OS::Heat::RandomString'}, removed: test(), same: test()}),
    )
    await heat.settled(path)
    const before = await Promise.all(['kept', 'replaced', 'same'].map((name) => physicalId(path, name)))
    const next = template({
      kept: test({value: 'new'}),
      replaced: {type: 'OS::Heat::RandomString', properties: {length: 5}},
      same: test(),
      added: test(),
    })
    const preview = asObject((await heat.ask(`PUT ${path}/preview`, {template: next})).body.resource_changes)
    const names = Object.entries(preview).map(([kind, list]) => [
      kind,
      ...asArray(list).map((item) => asObject(item).resource_name),
    ])
    assert.deepEqual(Object.fromEntries(names.map(([kind, ...rest]) => [kind, rest])), {
      unchanged: ['same'],
      updated: ['kept'],
      replaced: ['replaced'],
      added: ['added'],
      deleted: ['removed'],
    })
    await heat.ask(`PUT ${path}`, {template: next})
    await heat.settled(path)
    const after = await Promise.all(['kept', 'replaced', 'same'].map((name) => physicalId(path, name)))
    assert.deepEqual([after[0], after[2]], [before[0], before[2]])
    assert.notEqual(after[1], before[1])
    const events = await heat.events(path)
    assert.ok(events.includes('replaced UPDATE_COMPLETE The Resource replaced requires replacement.'))
    assert.ok(events.includes('removed DELETE_COMPLETE state changed'))
    assert.ok(!events.some((event) => event.startsWith('same UPDATE')))
    assert.equal((await heat.ask(`GET ${path}/resources/removed`)).status, 404)
  })

  it('rolls back when an update fails', async () => {
    const path = await heat.create('rolling', template({a: test({value: 'old'})}), {disable_rollback: false})
    await heat.settled(path)
    await heat.ask(`PUT ${path}`, {
      disable_rollback: false,
      template: template({a: test({value: 'new'}), b: test({fail: true}, {depends_on: 'a'})}),
    })
    await heat.settled(path)
    // A rollback follows the failure at once.
    const stack = await heat.settled(path)
    assert.equal(stack.stack_status, 'ROLLBACK_COMPLETE')
    assert.deepEqual(asObject((await resource(path, 'a')).attributes), {output: 'old'})
    assert.equal((await heat.ask(`GET ${path}/resources/b`)).status, 404)
  })

  it('removes everything when a creation fails', async () => {
    const path = await heat.create('gone', template({a: test(), b: test({fail: true}, {depends_on: 'a'})}), {
      disable_rollback: false,
    })
    await heat.settled(path)
    assert.equal((await heat.settled(path)).stack_status, 'ROLLBACK_COMPLETE')
    assert.deepEqual((await heat.ask(`GET ${path}/resources`)).body.resources, [])
  })

  it('cancels an update, with a rollback and without', async () => {
    const path = await heat.create('cancelled', template({a: test({value: 'old'})}))
    await heat.settled(path)
    const slow = {template: template({a: test({value: 'new', wait_secs: 0.4})})}
    await heat.ask(`PUT ${path}`, slow)
    assert.equal((await heat.ask(`POST ${path}/actions`, {cancel_update: null})).status, 200)
    assert.equal((await heat.settled(path)).stack_status, 'ROLLBACK_COMPLETE')
    assert.deepEqual(asObject((await resource(path, 'a')).attributes), {output: 'old'})
    await heat.ask(`PUT ${path}`, slow)
    await heat.ask(`POST ${path}/actions`, {cancel_without_rollback: null})
    const stack = await heat.settled(path)
    assert.equal(`${stack.stack_status} ${stack.stack_status_reason}`, 'UPDATE_FAILED Stack UPDATE cancelled')
    const {status, body} = await heat.ask(`POST ${path}/actions`, {cancel_update: null})
    assert.equal(status, 400)
    assert.equal(asObject(body.error).message, 'Cancelling update when stack is UPDATE_FAILED is not supported.')
  })

  it('deletes a stack that is still being created at once', async () => {
    const path = await heat.create('hasty', template({a: test({wait_secs: 60, action_wait_secs: {delete: 0}})}))
    while (!(await heat.events(path)).some((event) => event.startsWith('a '))) await heat.ask(`GET ${path}`)
    await heat.ask(`DELETE ${path}`)
    assert.equal((await heat.settled(path)).stack_status, 'DELETE_COMPLETE')
    assert.deepEqual((await heat.events(path)).slice(2, 5), [
      'hasty CREATE_FAILED Stack CREATE cancelled',
      'hasty DELETE_IN_PROGRESS Stack DELETE started',
      'a CREATE_FAILED CREATE aborted (user triggered cancel)',
    ])
  })

  it('suspends, resumes, checks, and refuses two actions at once', async () => {
    const busy = await heat.create('busy', template({a: test({wait_secs: 60})}))
    const refused = await heat.ask(`POST ${busy}/actions`, {suspend: null})
    assert.equal(refused.status, 409)
    assert.equal(asObject(refused.body.error).type, 'ActionInProgress')
    const path = await heat.create('acting', template({a: test()}))
    await heat.settled(path)
    for (const [action, status] of [
      ['suspend', 'SUSPEND_COMPLETE'],
      ['resume', 'RESUME_COMPLETE'],
      ['check', 'CHECK_COMPLETE'],
    ] as const) {
      await heat.ask(`POST ${path}/actions`, {[action]: null})
      assert.equal((await heat.settled(path)).stack_status, status)
      if (action === 'suspend') assert.equal((await heat.ask(`PATCH ${path}`, {})).status, 400)
    }
    assert.ok((await heat.events(path)).includes('a CHECK_COMPLETE CHECK not supported for OS::Heat::TestResource'))
  })

  it('keeps snapshots and restores them', async () => {
    const path = await heat.create('kept', template({a: test({value: 'old'})}))
    await heat.settled(path)
    const {body} = await heat.ask(`POST ${path}/snapshots`, {name: 'first'})
    await heat.settled(path)
    const one = `${path}/snapshots/${asText(body.id)}`
    const taken = asObject((await heat.ask(`GET ${one}`)).body.snapshot)
    assert.equal(taken.status, 'COMPLETE')
    assert.deepEqual(asObject(asObject(asObject(taken.data).resources).a).resource_data, {value: 'old'})
    await heat.ask(`PUT ${path}`, {template: template({a: test({value: 'new'})})})
    await heat.settled(path)
    assert.equal((await heat.ask(`POST ${one}/restore`)).status, 202)
    assert.equal((await heat.settled(path)).stack_status, 'RESTORE_COMPLETE')
    assert.deepEqual(asObject((await resource(path, 'a')).attributes), {output: 'old'})
    assert.equal((await heat.ask(`DELETE ${one}`)).status, 204)
    assert.equal((await heat.ask(`GET ${one}`)).status, 404)
  })

  it('replaces resources that are marked unhealthy', async () => {
    const path = await heat.create('sick', template({a: test()}))
    await heat.settled(path)
    const before = await physicalId(path, 'a')
    await heat.ask(`PATCH ${path}/resources/a`, {mark_unhealthy: true, resource_status_reason: 'ill'})
    assert.equal((await resource(path, 'a')).resource_status, 'CHECK_FAILED')
    await heat.ask(`PATCH ${path}`, {})
    await heat.settled(path)
    assert.notEqual(await physicalId(path, 'a'), before)
  })

  it('marks actions as failed that were in progress when it was killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'osc-heat-'))
    try {
      const first = await startHeat(join(folder, 'state'))
      const path = await first.create('interrupted', template({a: test({wait_secs: 60})}))
      while (!(await first.events(path)).some((event) => event.startsWith('a '))) await first.ask(`GET ${path}`)
      await first.stop()
      const second = await startHeat(join(folder, 'state'))
      const stack = await second.settled(path)
      assert.equal(
        `${stack.stack_status} ${stack.stack_status_reason}`,
        'CREATE_FAILED Engine went down during stack CREATE',
      )
      assert.ok((await second.events(path)).includes('a CREATE_FAILED Engine went down during stack CREATE'))
      await second.stop()
    } finally {
      rmSync(folder, {recursive: true})
    }
  })

  it('updates the members of a group when only the default of a parameter changes', async () => {
    const child = template(
      {i: test({value: {get_param: 'd'}})},
      {parameters: {d: {type: 'string', default: 'x'}}, outputs: {o: {value: {get_attr: ['i', 'output']}}}},
    )
    const group = {type: 'OS::Heat::ResourceGroup', properties: {count: 2, resource_def: {type: 'child.yaml'}}}
    const sent = {
      template: template({g: group}, {outputs: {all: {value: {get_attr: ['g', 'o']}}}}),
      files: {'child.yaml': JSON.stringify(child)},
    }
    const path = await heat.create('defaults', sent.template, {files: sent.files})
    await heat.settled(path)
    await heat.ask(`PUT ${path}`, {...sent, environment: {parameter_defaults: {d: 'y'}}})
    assert.deepEqual(asObject(asArray((await heat.settled(path)).outputs)[0]).output_value, ['y', 'y'])
  })

  it('updates a stack with outputs of nested stacks after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'osc-heat-'))
    const child = template(
      {i: test({value: {get_param: 'v'}})},
      {parameters: {v: {type: 'string'}}, outputs: {o: {value: {get_attr: ['i', 'output']}}}},
    )
    const parent = template({
      a: {type: 'child.yaml', properties: {v: 'x'}},
      b: {type: 'child.yaml', properties: {v: {get_attr: ['a', 'o']}}},
    })
    const files = {'child.yaml': JSON.stringify(child)}
    try {
      const first = await startHeat(join(folder, 'state'))
      const path = await first.create('nests', parent, {files})
      await first.settled(path)
      await first.stop()
      const second = await startHeat(join(folder, 'state'))
      const {status, body} = await second.ask(`PUT ${path}`, {template: parent, files})
      assert.equal(status, 202, JSON.stringify(body))
      assert.equal((await second.settled(path)).stack_status, 'UPDATE_COMPLETE')
      await second.stop()
    } finally {
      rmSync(folder, {recursive: true})
    }
  })
})
