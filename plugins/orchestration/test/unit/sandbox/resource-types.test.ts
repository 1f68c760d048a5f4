import assert from 'node:assert/strict'
import {asArray, asObject, asText, type JsonObject} from '@osc-cli/core'
import {type Heat, startHeat, template, test} from './support/on-heat.ts'

describe('resource types', () => {
  let heat: Heat
  before(async () => {
    heat = await startHeat()
  })
  after(() => heat.stop())

  const outputs = (stack: JsonObject): JsonObject =>
    Object.fromEntries(
      asArray(stack.outputs)
        .map(asObject)
        .map((output) => [output.output_key, output.output_value]),
    )

  it('creates a stack from a template file with parameters and outputs', async () => {
    const inner = template(
      {i: test({value: {get_param: 'q'}})},
      {parameters: {q: {type: 'string'}}, outputs: {x: {value: {get_attr: ['i', 'output']}}}},
    )
    const path = await heat.create(
      'nesting',
      template({n: {type: 'n.yaml', properties: {q: '5'}}}, {outputs: {o: {value: {get_attr: ['n', 'x']}}}}),
      {files: {'n.yaml': JSON.stringify(inner)}},
    )
    assert.deepEqual(outputs(await heat.settled(path)), {o: '5'})
    const {body} = await heat.ask(`GET ${path}/resources?nested_depth=1`)
    assert.deepEqual(
      asArray(body.resources).map((item) => asObject(item).resource_name),
      ['n', 'i'],
    )
    assert.equal(asArray((await heat.ask('GET /stacks?show_nested=true&status=COMPLETE')).body.stacks).length, 2)
    const next = {...inner, resources: {i: test({value: 'fixed'})}}
    await heat.ask(`PATCH ${path}`, {files: {'n.yaml': JSON.stringify(next)}})
    assert.deepEqual(outputs(await heat.settled(path)), {o: 'fixed'})
    await heat.ask(`DELETE ${path}`)
    await heat.settled(path)
    assert.deepEqual((await heat.ask('GET /stacks?show_nested=true')).body.stacks, [])
  })

  it('reports a nested failure with its path', async () => {
    const path = await heat.create('deep', template({n: {type: 'n.yaml'}}), {
      files: {'n.yaml': JSON.stringify(template({i: test({fail: true})}))},
    })
    const reason = 'ValueError: resources.n.resources.i: Test Resource failed i'
    assert.equal((await heat.settled(path)).stack_status_reason, `Resource CREATE failed: ${reason}`)
  })

  it('grows and shrinks groups, and never gives a removed name again', async () => {
    const group = (properties: JsonObject) =>
      template(
        {g: {type: 'OS::Heat::ResourceGroup', properties: {resource_def: test({value: 'v%index%'}), ...properties}}},
        {outputs: {all: {value: {get_attr: ['g', 'output']}}, two: {value: {get_attr: ['g', 'resource.1.output']}}}},
      )
    const path = await heat.create('group', group({count: 2}))
    assert.deepEqual(outputs(await heat.settled(path)), {all: ['v0', 'v1'], two: 'v1'})
    await heat.ask(`PUT ${path}`, {template: group({count: 2, removal_policies: [{resource_list: ['0']}]})})
    assert.deepEqual(outputs(await heat.settled(path)).all, ['v1', 'v2'])
    await heat.ask(`PUT ${path}`, {template: group({count: 1})})
    assert.deepEqual(outputs(await heat.settled(path)).all, ['v1'])
  })

  it('generates random texts of the requested classes', async () => {
    const properties = {
      length: 8,
      character_classes: [
        {class: 'digits', min: 3},
        {class: 'lowercase', min: 5},
      ],
    }
    const path = await heat.create(
      'random',
      template({r: {type: 'OS::Heat::RandomString', properties}}, {outputs: {r: {value: {get_resource: 'r'}}}}),
    )
    const text = asText(outputs(await heat.settled(path)).r) ?? ''
    assert.match(text, /^[a-z0-9]{8}$/)
    assert.equal(text.replace(/\D/g, '').length, 3)
  })

  const waiting = (properties: JsonObject) =>
    template({
      h: {type: 'OS::Heat::WaitConditionHandle'},
      w: {type: 'OS::Heat::WaitCondition', properties: {handle: {get_resource: 'h'}, timeout: 60, ...properties}},
    })
  const handleOf = async (path: string): Promise<JsonObject> => {
    for (;;) {
      const {body} = await heat.ask(`GET ${path}/resources/h`)
      const {attributes, resource_status: status} = asObject(body.resource)
      if (status === 'CREATE_COMPLETE') return asObject(attributes)
    }
  }

  it('waits for signals that come with the handle’s own token', async () => {
    const path = await heat.create('waiting', waiting({count: 2}))
    const {endpoint, token} = await handleOf(path)
    const signal = (body: JsonObject, own = asText(token) ?? '') =>
      fetch(asText(endpoint) ?? '', {method: 'POST', headers: {'x-auth-token': own}, body: JSON.stringify(body)})
    assert.equal((await signal({}, 'another')).status, 401)
    assert.equal((await signal({id: '1', data: 'one', reason: 'because'})).status, 200)
    assert.equal((await signal({data: 'two'})).status, 200)
    assert.equal((await heat.settled(path)).stack_status, 'CREATE_COMPLETE')
    const {attributes} = asObject((await heat.ask(`GET ${path}/resources/w`)).body.resource)
    assert.equal(asObject(attributes).data, '{"1": "one", "2": "two"}')
    assert.ok((await heat.events(path)).includes('h SIGNAL_COMPLETE Signal: status:SUCCESS reason:because'))
  })

  it('fails when a signal says so', async () => {
    const path = await heat.create('broken', waiting({}))
    await handleOf(path)
    await heat.ask(`POST ${path}/resources/h/signal`, {status: 'FAILURE', reason: 'no disk'})
    assert.equal(
      (await heat.settled(path)).stack_status_reason,
      'Resource CREATE failed: WaitConditionFailure: resources.w: no disk',
    )
  })

  it('deploys software and accepts the signal of the server', async () => {
    const path = await heat.create(
      'software',
      template(
        {
          c: {
            type: 'OS::Heat::SoftwareConfig',
            properties: {config: 'echo', group: 'script', inputs: [{name: 'i', default: '1'}], outputs: [{name: 'o'}]},
          },
          d: {
            type: 'OS::Heat::SoftwareDeployment',
            properties: {config: {get_resource: 'c'}, server: 's1', input_values: {i: '5'}},
          },
        },
        {outputs: {o: {value: {get_attr: ['d', 'o']}}}},
      ),
    )
    let metadata: JsonObject[] = []
    while (metadata.length === 0) {
      const {body} = await heat.ask('GET /software_deployments/metadata/s1')
      metadata = asArray(body.metadata).map(asObject)
    }
    const input = asArray(metadata[0]?.inputs)
      .map(asObject)
      .find(({name}) => name === 'i')
    assert.deepEqual(input, {name: 'i', description: '', type: 'String', default: '1', value: '5'})
    await heat.ask(`POST ${path}/resources/d/signal`, {o: 'done', deploy_status_code: 0})
    assert.deepEqual(outputs(await heat.settled(path)), {o: 'done'})
  })

  it('keeps a stack of its own in OS::Heat::Stack', async () => {
    const inner = template({}, {outputs: {x: {value: 'inner'}}})
    const path = await heat.create(
      'remote',
      template(
        {s: {type: 'OS::Heat::Stack', properties: {template: JSON.stringify(inner)}}},
        {outputs: {o: {value: {get_attr: ['s', 'outputs', 'x']}}}},
      ),
    )
    assert.deepEqual(outputs(await heat.settled(path)), {o: 'inner'})
  })

  it('scales a group by signals, within its limits', async () => {
    const policy = (adjustment: number) => ({
      type: 'OS::Heat::ScalingPolicy',
      properties: {
        auto_scaling_group_id: {get_resource: 'g'},
        scaling_adjustment: adjustment,
        adjustment_type: 'change_in_capacity',
      },
    })
    const path = await heat.create(
      'scaled',
      template(
        {
          g: {
            type: 'OS::Heat::AutoScalingGroup',
            properties: {min_size: 1, max_size: 3, desired_capacity: 2, resource: test({value: 'member'})},
          },
          up: policy(2),
          down: policy(-1),
        },
        {
          outputs: {
            size: {value: {get_attr: ['g', 'current_size']}},
            values: {value: {get_attr: ['g', 'outputs_list', 'output']}},
            url: {value: {get_attr: ['up', 'alarm_url']}},
            refs: {value: {get_attr: ['g', 'refs']}},
          },
        },
      ),
    )
    const first = outputs(await heat.settled(path))
    assert.deepEqual([first.size, first.values], [2, ['member', 'member']])
    assert.equal((await fetch(asText(first.url) ?? '', {method: 'POST', headers: {connection: 'close'}})).status, 200)
    const grown = await until(path, 3)
    assert.deepEqual(asArray(grown.refs).slice(0, 2), first.refs)
    assert.equal((await heat.ask(`POST ${path}/resources/down/signal`)).status, 200)
    await until(path, 2)
    await heat.ask(`DELETE ${path}`)
    assert.equal((await heat.settled(path)).stack_status, 'DELETE_COMPLETE')
  })

  const until = async (path: string, size: number): Promise<JsonObject> => {
    for (;;) {
      const now = outputs(await heat.settled(path))
      if (asArray(now.values).length === size && asArray(now.values).every((value) => value === 'member')) return now
    }
  }

  it('lets an environment replace one type by another', async () => {
    const path = await heat.create('mapped', template({a: {type: 'OS::Nova::Server', properties: {flavor: 'x'}}}), {
      environment: {resource_registry: {'OS::Nova::*': 'OS::Heat::None'}},
    })
    assert.equal((await heat.settled(path)).stack_status, 'CREATE_COMPLETE')
  })
})
