import assert from 'node:assert/strict'
import {asArray, asObject, type Json, type JsonObject} from '@osc-cli/core'
import {type Heat, startHeat, template, test} from './support/on-heat.ts'

describe('responses of Heat', () => {
  let heat: Heat
  let path = ''
  before(async () => {
    heat = await startHeat()
    path = await heat.create('there', template({a: test()}), {tags: 'red,blue'})
    await heat.settled(path)
  })
  after(() => heat.stop())

  const resources: [name: string, resources: JsonObject, type: string, message: string][] = [
    [
      'an unknown type',
      {a: {type: 'OS::Nope'}},
      'StackValidationFailed',
      'The Resource Type (OS::Nope) could not be found.',
    ],
    [
      'an unknown property',
      {a: test({zz: 1})},
      'StackValidationFailed',
      'Property error: : resources.a.properties: : Unknown Property zz',
    ],
    [
      'a missing property',
      {a: {type: 'OS::Heat::Value'}},
      'StackValidationFailed',
      'Property error: : resources.a.properties: : Property value not assigned',
    ],
    [
      'a wrong number',
      {a: test({wait_secs: 'abc'})},
      'StackValidationFailed',
      "Property error: : resources.a.properties.wait_secs: : could not convert string to float: 'abc'",
    ],
    [
      'a map for a text',
      {a: test({value: {no: 'x'}})},
      'StackValidationFailed',
      "Property error: : resources.a.properties.value: : Value must be a string; got {'no': 'x'}",
    ],
    [
      'an unknown dependency',
      {a: test({}, {depends_on: 'q'})},
      'InvalidTemplateReference',
      'The specified reference "q" (in a) is incorrect.',
    ],
    [
      'an unknown reference',
      {a: test({value: {get_resource: 'q'}})},
      'InvalidTemplateReference',
      'The specified reference "q" (in a.Properties.value) is incorrect.',
    ],
    [
      'an unknown attribute',
      {a: test({value: {get_attr: ['b', 'x']}}), b: test()},
      'StackValidationFailed',
      'resources.a.properties.value.get_attr: : The Referenced Attribute (b x) is incorrect.',
    ],
    [
      'a circle',
      {a: test({}, {depends_on: 'b'}), b: test({}, {depends_on: 'a'})},
      'CircularDependencyException',
      'Circular Dependency Found: a -> b -> a',
    ],
    [
      'an unknown condition',
      {a: test({}, {condition: 'c'})},
      'StackValidationFailed',
      'resources.a.condition: : Invalid condition "c"',
    ],
    [
      'a missing file',
      {a: {type: 'no.yaml'}},
      'StackValidationFailed',
      'Could not fetch remote template "no.yaml": Invalid URL scheme ',
    ],
  ]
  for (const [name, wrong, type, message] of resources)
    it(`refuses ${name}`, async () => {
      const {status, body} = await heat.ask('POST /stacks', {stack_name: 'x', template: template(wrong)})
      assert.deepEqual(
        {status, body},
        {
          status: 400,
          body: {
            code: 400,
            title: 'Bad Request',
            explanation:
              'The server could not comply with the request since it is either malformed or otherwise incorrect.',
            error: {type, traceback: null, message},
          },
        },
      )
    })

  const ok = template({})
  const inBatches = (policy: JsonObject) => {
    const group = {type: 'OS::Heat::ResourceGroup', properties: {resource_def: test()}, update_policy: policy}
    return {stack_name: 'x', template: template({a: group})}
  }
  const requests: [request: string, sent: unknown, status: number, message: RegExp, token?: string][] = [
    ['POST /stacks', {stack_name: 'x'}, 400, /No template specified/],
    ['POST /stacks', {template: ok}, 400, /No stack name specified/],
    ['POST /stacks', {stack_name: '1x', template: ok}, 400, /must start with alpha/],
    ['POST /stacks', {stack_name: 'there', template: ok}, 409, /The Stack \(there\) already exists/],
    ['POST /stacks', {stack_name: 'x', template: ok, parameters: {p: 1}}, 400, /Parameter \(p\) was not defined/],
    ['POST /stacks', {stack_name: 'x', template: ok, adopt_stack_data: '{}'}, 501, /does not support stack-adopt/],
    ['POST /stacks', {stack_name: 'x', template: ok, files_container: 'c'}, 501, /does not support files_container/],
    [
      'POST /stacks',
      {stack_name: 'x', template: ok, environment: {resource_registry: {resources: {a: {hooks: 'pre-create'}}}}},
      501,
      /does not support hooks/,
    ],
    [
      'POST /stacks',
      inBatches({rolling_update: {max_batch_size: 0}}),
      400,
      /: resources\.a\.update_policy\.rolling_update\.max_batch_size: : 0 is out of range \(min: 1, max: None\)$/,
    ],
    [
      'POST /stacks',
      inBatches({batch_create: {min_in_service: 1}}),
      400,
      /: resources\.a\.update_policy\.batch_create: : Unknown Property min_in_service$/,
    ],
    [
      'POST /stacks',
      {stack_name: 'x', template: template({a: {...test(), update_policy: {rolling_update: {}}}})},
      400,
      /: resources\.a\.update_policy: : Unknown Property rolling_update$/,
    ],
    ['GET /stacks/nope', undefined, 404, /The Stack \(nope\) could not be found/],
    ['GET /stacks?limit=x', undefined, 400, /Only integer is acceptable by 'limit'/],
    ['GET /stacks?show_deleted=maybe', undefined, 400, /acceptable values are: true, false/],
    ['GET /stacks?global_tenant=true', undefined, 403, /not authorized to use stacks:global_index/],
    ['GET /services', undefined, 403, /not authorized to use service:index/],
    ['GET /resource_types/OS::Nope', undefined, 404, /Resource Type \(OS::Nope\)/],
    ['GET /template_versions/nope/functions', undefined, 404, /nope not found/],
    ['GET /software_configs/nope', undefined, 404, /Software config with id nope not found/],
    ['GET /stacks/there', undefined, 404, /could not be found/, 'admin'],
  ]
  for (const [request, sent, status, message, token] of requests)
    it(`${request} ${JSON.stringify(sent) ?? ''} with ${status}`, async () => {
      const {status: got, body} = await heat.ask(request, sent, token)
      assert.equal(got, status)
      assert.match(String(asObject(body.error).message), message)
    })

  for (const [token, status] of [
    ['other', 403],
    ['admin', 200],
  ] as const)
    it(`answers ${token} of another project with ${status}`, async () => {
      const response = await fetch(`${heat.url}/orchestration/v1/one${path}`, {headers: {'x-auth-token': token}})
      assert.equal(response.status, status)
    })

  it('finds a stack of another project by its ID for administrators alone', async () => {
    const id = path.split('/').at(-1)
    const found = await Promise.all(['other', 'admin'].map((token) => heat.ask(`GET /stacks/${id}`, undefined, token)))
    assert.deepEqual(
      found.map(({status}) => status),
      [404, 302],
    )
  })

  it('redirects a name to the stack, with the query', async () => {
    const {status, location} = await heat.ask('GET /stacks/there?resolve_outputs=false')
    assert.equal(status, 302)
    assert.equal(location, `${heat.url}/orchestration/v1/one${path}?resolve_outputs=false`)
  })

  const filters: [query: string, names: string[]][] = [
    ['tags=red,blue', ['there']],
    ['tags=red,green', []],
    ['tags_any=green,blue', ['there']],
    ['not_tags_any=red', ['second']],
    ['name=second', ['second']],
    ['sort_keys=stack_name', ['second', 'there']],
    ['sort_keys=stack_name&sort_dir=desc', ['there', 'second']],
    ['sort_keys=stack_name&limit=1', ['second']],
  ]
  it('filters, sorts and pages stacks', async () => {
    await heat.settled(await heat.create('second', ok))
    for (const [query, names] of filters) {
      const {body} = await heat.ask(`GET /stacks?${query}`)
      assert.deepEqual(
        asArray(body.stacks).map((stack) => asObject(stack).stack_name),
        names,
        query,
      )
    }
    const {body} = await heat.ask('GET /stacks?sort_keys=stack_name&limit=1')
    const marker = String(asObject(asArray(body.stacks)[0]).id)
    const next = await heat.ask(`GET /stacks?sort_keys=stack_name&marker=${marker}&with_count=true`)
    assert.deepEqual(
      asArray(next.body.stacks).map((stack) => asObject(stack).stack_name),
      ['there'],
    )
    assert.equal(next.body.count, 2)
  })

  it('validates nested templates too', async () => {
    const inner = template({}, {parameters: {z: {type: 'string', default: 'd'}}})
    const {body} = await heat.ask('POST /validate?show_nested=true', {
      template: template({n: {type: 'n.yaml'}}, {parameters: {p: {type: 'number', constraints: [{range: {min: 1}}]}}}),
      files: {'n.yaml': JSON.stringify(inner)},
    })
    assert.deepEqual(body.Parameters, {p: {Type: 'Number', Description: '', NoEcho: 'false', Label: 'p', MinValue: 1}})
    const nested = asObject(asObject(body.NestedParameters).n)
    assert.deepEqual(Object.keys(asObject(nested.Parameters)), ['z'])
  })

  it('merges environment files by their strategies', async () => {
    const list: Json = {type: 'comma_delimited_list'}
    const stack = await heat.create('merged', template({}, {parameters: {l: list, o: list}}), {
      environment_files: ['a', 'b'],
      files: {
        a: '{"parameters": {"l": ["1"], "o": ["1"]}}',
        b: '{"parameters": {"l": ["2"], "o": ["2"]}, "parameter_merge_strategies": {"l": "merge"}}',
      },
    })
    const {parameters} = await heat.settled(stack)
    assert.equal(`${asObject(parameters).l} ${asObject(parameters).o}`, '1,2 2')
  })

  it('does not change immutable parameters', async () => {
    const fixed = template({}, {parameters: {p: {type: 'string', immutable: true, default: 'a'}}})
    const stack = await heat.create('fixed', fixed)
    await heat.settled(stack)
    const {status, body} = await heat.ask(`PATCH ${stack}`, {parameters: {p: 'b'}})
    assert.equal(status, 400)
    assert.equal(asObject(body.error).type, 'ImmutableParameterModified')
  })
})
