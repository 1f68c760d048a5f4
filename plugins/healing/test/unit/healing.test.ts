import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {asArray, asObject, decodeJson} from '@osc-cli/core'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'
import {type Healing, stateOf, warningOf} from '#healing'
import {alarmDescription, enableLine, healingName, noteIn, stackOf, WORKBOOK_VERSION, workbookVersion} from '#names'

const files = {
  'web.yaml': 'heat_template_version: queens\nresources: {server: {type: OS::Heat::Value, properties: {value: 1}}}\n',
  'own.yaml': "version: '2.0'\nown:\n  input: [message, {delay: 1}]\n  tasks: {a: {action: std.noop}}\n",
}

describe('healing', () => {
  let cloud: TestCloud
  before(async () => {
    cloud = await startTestCloud()
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cloud.work, name), text)
  })
  after(() => cloud.close())
  // Commands that wait move the time of the sandbox instead.
  const clock = {
    now: () => cloud.sandbox.clock.now().getTime(),
    pause: async (seconds: number) => cloud.sandbox.clock.advance(seconds),
  }
  const run = (...argv: string[]) => cloud.run(argv, {clock})
  async function ok(...argv: string[]): Promise<string> {
    const {status, stdout, stderr} = await run(...argv)
    assert.equal(status, 0, stderr)
    return stdout
  }
  const value = async (...argv: string[]) => (await ok(...argv, '-f', 'value')).trim()
  const kept = (name: string) => cloud.sandbox.cloud.store.collection(name).find()
  const posted = () => decodeJson(String(asObject(kept('messaging/subscriptions')[0]?.options).post_data))

  it('is enabled with a queue, a subscription, an alarm and a workflow, and verified', async () => {
    await ok('stack', 'create', '-t', 'web.yaml', '--wait', 'web.1')
    const {status, stdout, stderr} = await run('healing', 'enable', 'web.1', '--ttl', '200000', '-f', 'json')
    assert.equal(status, 0, stderr)
    assert.match(stderr, /^delivery: Execution \S+ started \(\d/m)
    assert.match(stderr, /^workflow: SUCCESS: The server does not belong to the stack/m)
    const {State, Queue, Workflow} = JSON.parse(stdout)
    assert.deepEqual([State, Queue, Workflow], ['active', 'healing-web_-1', 'osc.healing.v1.replace_server'])
    const [alarm] = kept('alarming/alarms')
    assert.deepEqual(
      [alarm?.event_rule, alarm?.alarm_actions, alarm?.repeat_actions],
      [{event_type: 'compute.instance.delete.end', query: []}, ['trust+zaqar://?queue_name=healing-web_-1'], true],
    )
    assert.deepEqual(posted(), {
      workflow_name: 'osc.healing.v1.replace_server',
      description: 'healing-web_-1',
      input: {stack: 'web.1', message: '$zaqar_message$'},
    })
  })

  it('replaces the resource that a test reports as gone, and no other', async () => {
    const physical = async () => value('stack', 'resource', 'show', 'web.1', 'server', '-c', 'physical_resource_id')
    const before = await physical()
    const hops = await ok('healing', 'test', 'web.1', '--resource', 'server')
    assert.match(hops, /SUCCESS: Resource server was replaced\./)
    await ok('stack', 'show', 'web.1')
    cloud.sandbox.clock.advance(10)
    assert.equal(await value('stack', 'show', 'web.1', '-c', 'stack_status'), 'UPDATE_COMPLETE')
    assert.notEqual(await physical(), before)
    const [{resource, server}] = JSON.parse(await ok('healing', 'show', 'web.1', '-f', 'json')).Runs
    assert.deepEqual([resource, server], ['server', before])
    const {status, stderr} = await run('healing', 'test', 'web.1', '--resource', 'none')
    assert.match(stderr, /Stack 'web\.1' does not have a resource 'none'/)
    assert.equal(status, 4)
  })

  it('runs when an event fires the alarm', async () => {
    const alarms = cloud.sandbox.cloud.service('alarming')?.api as {event(event: object): void}
    const project = await value('token', 'issue', '-c', 'project_id')
    const server = await value('stack', 'resource', 'show', 'web.1', 'server', '-c', 'physical_resource_id')
    alarms.event({event_type: 'compute.instance.delete.end', traits: {instance_id: server, project_id: project}})
    const find = async () =>
      asArray(JSON.parse(await ok('healing', 'show', 'web.1', '-f', 'json')).Runs)
        .map(asObject)
        .find((one) => one.server === server && one.state === 'SUCCESS')
    let healed = await find()
    for (; healed === undefined; healed = await find()) await new Promise((resolve) => setTimeout(resolve, 10))
    assert.equal(healed.resource, 'server')
    await ok('stack', 'show', 'web.1')
    cloud.sandbox.clock.advance(10)
  })

  it('is tested, listed and shown with its runs', async () => {
    const started = clock.now()
    const hops = asArray(JSON.parse(await ok('healing', 'test', 'web.1', '-f', 'json'))).map(asObject)
    assert.deepEqual(
      hops.map(({Hop}) => Hop),
      ['alarm', 'queue', 'delivery', 'workflow'],
    )
    // Each step has its own duration, so that their sum is the whole time.
    const total = hops.reduce((sum, {Seconds}) => sum + Number(Seconds), 0)
    assert.ok(total > 0)
    assert.ok(Math.abs(total - (clock.now() - started) / 1000) < 0.2, `${total}`)
    const columns = ['-c', 'Stack', '-c', 'State', '-c', 'Result']
    const list = await value('healing', 'list', ...columns)
    assert.equal(list, 'web.1 active The server does not belong to the stack. Nothing was changed.')
    assert.equal(JSON.parse(await ok('healing', 'show', 'web.1', '-f', 'json')).Runs.length, 4)
  })

  const workbooks: [tag: string, status: number, kept: boolean][] = [
    ['osc-healing-0', 0, false],
    ['osc-healing-999', 0, true],
    ['mine', 5, true],
  ]
  for (const [tag, status, isKept] of workbooks)
    it(`${isKept ? 'keeps' : 'updates'} a workbook with the tag ${tag}`, async () => {
      const text = `version: '2.0'\nname: osc.healing.v1\ntags: [${tag}]\nworkflows: {replace_server: {input: [stack, message], tasks: {a: {action: std.noop}}}}\n`
      writeFileSync(join(cloud.work, 'book.yaml'), text)
      await ok('workbook', 'delete', 'osc.healing.v1')
      await ok('workbook', 'create', 'book.yaml')
      const result = await run('healing', 'enable', 'web.1', '--no-test')
      assert.equal(result.status, status, result.stderr)
      if (status !== 0) assert.match(result.stderr, /osc did not create it/)
      assert.equal((await ok('workbook', 'definition', 'show', 'osc.healing.v1')) === text, isKept)
      await ok('workbook', 'delete', 'osc.healing.v1')
      await ok('healing', 'enable', 'web.1', '--no-test')
    })

  it('is renewed without a new alarm', async () => {
    const alarm = kept('alarming/alarms')[0]?.alarm_id
    const before = kept('messaging/subscriptions')[0]?.id
    await ok('healing', 'enable', 'web.1', '--resource', 'server', '--ttl', '3600', '--no-test')
    assert.deepEqual(
      kept('alarming/alarms').map((each) => each.alarm_id),
      [alarm],
    )
    assert.notEqual(kept('messaging/subscriptions')[0]?.id, before)
    assert.deepEqual(asObject(asObject(posted()).input).resources, ['server'])
    assert.equal(kept('alarming/alarms')[0]?.description, 'Heals stack web.1 {"resources":["server"]}')
    const {stderr} = await run('healing', 'list')
    assert.match(
      stderr,
      /The healing of stack web\.1 ends in (?:less than )?an hour\. Renew it: osc healing enable web\.1 --resource server$/m,
    )
  })

  it('runs a workflow of your own with the inputs that it has', async () => {
    await ok('workflow', 'create', 'own.yaml')
    const own = ['--workflow', 'own', '--input', 'delay=5', '--event', 'compute.instance.power_off.end']
    const {stderr} = await run('healing', 'enable', 'web.1', ...own)
    assert.doesNotMatch(stderr, /^delivery/m)
    assert.deepEqual(asObject(posted()).input, {message: '$zaqar_message$', delay: '5'})
    assert.deepEqual(
      kept('alarming/alarms').map((each) => asObject(each.event_rule).event_type),
      ['compute.instance.power_off.end'],
    )
  })

  it('is renewed with the same options, except the values of inputs', async () => {
    const own = ['--workflow', 'own', '--input', 'delay=5', '--event', 'compute.instance.power_off.*']
    await ok('healing', 'enable', 'web.1', ...own, '--ttl', '3600')
    const {stderr} = await run('healing', 'list')
    const options = "--event 'compute.instance.power_off.*' --workflow own --input delay=VALUE"
    assert.equal(stderr.split('Renew it: ')[1]?.trim(), `osc healing enable web.1 ${options}`)
    assert.doesNotMatch(stderr, /delay=5/)
    // The alarm says the same when the subscription has expired.
    const [subscription] = kept('messaging/subscriptions')
    cloud.sandbox.cloud.store.collection('messaging/subscriptions').delete(String(subscription?.id))
    const expired = await run('healing', 'show', 'web.1')
    assert.match(expired.stderr, /has expired/)
    assert.equal(expired.stderr.split('Renew it: ')[1]?.trim(), `osc healing enable web.1 ${options}`)
    assert.match(expired.stdout, /\| Workflow +\| own /)
    assert.doesNotMatch(JSON.stringify(kept('alarming/alarms')), /"5"/)
    await ok('healing', 'enable', 'web.1', ...own)
  })

  it('is listed when its alarm was deleted', async () => {
    await ok('alarm', 'delete', await value('alarm', 'list', '-c', 'alarm_id'))
    assert.equal(await value('healing', 'list', '-c', 'Stack', '-c', 'State'), 'web.1 no alarm')
    await ok('healing', 'enable', 'web.1', '--no-test')
  })

  it('reports that messages are not delivered', async () => {
    const [subscription] = kept('messaging/subscriptions')
    cloud.sandbox.cloud.store.collection('messaging/subscriptions').delete(String(subscription?.id))
    const {status, stdout, stderr} = await run('healing', 'test', 'web.1')
    assert.equal(status, 6, stderr)
    assert.match(stderr, /not delivered to Mistral within 15 seconds/)
    assert.match(stdout, /expired/)
  })

  const wrong: [status: number, argv: string[], message: RegExp][] = [
    [4, ['healing', 'enable', 'none'], /none/],
    [4, ['healing', 'enable', 'web.1', '--resource', 'none'], /Stack 'web\.1' does not have a resource 'none'/],
    [4, ['healing', 'enable', 'web.1', '--workflow', 'none'], /No workflow .*'none'/],
    [
      2,
      ['healing', 'enable', 'web.1', '--workflow', 'own', '--input', 'x=1'],
      /'own' does not|own does not have the input 'x'/,
    ],
    [
      2,
      ['healing', 'enable', 'web.1', '--workflow', 'own', '--resource', 'server'],
      /own does not have the input 'resources'/,
    ],
    [2, ['healing', 'enable', 'web.1', '--ttl', '1'], /--ttl/],
    [
      4,
      ['healing', 'show', 'none'],
      /Healing is not enabled for stack 'none'\.\nEnable it with: osc .*healing enable none$/m,
    ],
    [4, ['healing', 'disable', 'none'], /Healing is not enabled for stack 'none'\.\nList .*: osc .*healing list$/m],
  ]
  for (const [expected, argv, message] of wrong)
    it(`${argv.join(' ')} ends with ${expected}`, async () => {
      const {status, stderr} = await run(...argv)
      assert.equal(status, expected, stderr)
      assert.match(stderr, message)
    })

  it('has a template for Heat', async () => {
    const text = await ok('healing', 'template', 'web.1')
    assert.match(text, /^ {2}stack:\n {4}type: string\n {4}description: Stack to heal\n {4}default: "web\.1"$/m)
    const names = text.slice(text.indexOf('resources:'), text.indexOf('outputs:')).matchAll(/^ {2}(\w+):/gm)
    assert.deepEqual(
      Array.from(names, ([, name]) => name),
      ['queue', 'alarm', 'trigger', 'workflow'],
    )
  })

  it('stores a workbook without problems, with the version of the plugin', async () => {
    const file = fileURLToPath(new URL('../../templates/workbook.yaml', import.meta.url))
    await ok('workflow', 'lint', file)
    const {tags} = asObject(kept('workflow/workbooks')[0])
    assert.equal(workbookVersion(asArray(tags)), WORKBOOK_VERSION)
  })

  it('needs a cloud with Keystone', async () => {
    const endpoint = ['--os-cloud', '', '--os-auth-type', 'none', '--os-endpoint', `${cloud.sandbox.url}/workflow/v2`]
    const {status, stderr} = await run(...endpoint, 'healing', 'list')
    assert.equal(status, 1)
    assert.match(stderr, /^Healing needs a cloud with Keystone/)
  })

  it('is disabled', async () => {
    await ok('healing', 'disable', 'web.1')
    assert.equal(await value('healing', 'list'), '')
    for (const name of ['alarming/alarms', 'messaging/subscriptions', 'messaging/queues'])
      assert.deepEqual(kept(name), [])
  })
})

describe('parts of healing', () => {
  it('have names that Zaqar takes', () => {
    assert.equal(healingName('a.b-c_d'), 'healing-a_-b-c__d')
    const stacks = ['a.b', 'a_b', 'a-b', 'a_-b', 'a__b', 'a.-b', 'a_.b', 'a._b', 'a..b']
    const names = stacks.map(healingName)
    assert.equal(new Set(names).size, stacks.length)
    assert.deepEqual(names.map(stackOf), stacks)
    const long = healingName('x'.repeat(255))
    assert.match(long, /^healing-[0-9a-f]{32}$/)
    assert.notEqual(long, healingName('x'.repeat(254)))
  })

  for (const note of [
    {stack: 'web.1', workflow: 'osc.healing.v1.replace_server', inputs: [], resources: []},
    {stack: 'web.1', workflow: 'my own', inputs: ['delay'], resources: []},
    {stack: 'web', workflow: 'osc.healing.v1.replace_server', inputs: [], resources: ['a', 'b']},
  ])
    it(`are described by '${alarmDescription(note)}'`, () => assert.deepEqual(noteIn(alarmDescription(note)), note))

  it('are not described by other texts', () => assert.equal(noteIn('Heals stack web at night'), undefined))

  it('are enabled by a line that is safe in a shell', () => {
    assert.equal(enableLine('web.1'), 'osc healing enable web.1')
    for (const name of ['a; b', '$(b)', '--help', '']) assert.equal(enableLine(name), 'osc healing enable STACK')
  })

  const healing = {
    name: 'healing-web',
    stack: 'web',
    workflow: 'w',
    inputs: [],
    resources: [],
    event: 'e',
    alarm: undefined,
    subscription: {},
    expires: 90_000,
  }
  const alarm = {enabled: true, alarm_actions: ['x']}
  const cases: [changes: Partial<Healing>, state: string, warning: RegExp | undefined][] = [
    [{alarm}, 'active', undefined],
    [{}, 'no alarm', undefined],
    [{alarm: {...alarm, enabled: false}}, 'alarm disabled', undefined],
    [{alarm: {...alarm, alarm_actions: []}}, 'no action', undefined],
    [{alarm, subscription: undefined, expires: undefined}, 'expired', /does not exist or has expired/],
    [{alarm, expires: 7300}, 'active', /ends in 2 hours\./],
    [{alarm, expires: 3700}, 'active', /ends in an hour\./],
    [{alarm, expires: -1}, 'active', /ends in less than an hour\./],
  ]
  for (const [changes, state, warning] of cases)
    it(`are in state ${state}${warning ? ' with a warning' : ''}`, () => {
      assert.equal(stateOf({...healing, ...changes}), state)
      const text = warningOf({...healing, ...changes})
      if (warning === undefined) assert.equal(text, undefined)
      else assert.match(text ?? '', warning)
    })

  const tags: [string[], number | undefined][] = [
    [[], undefined],
    [['osc-managed', 'osc-healing-x'], undefined],
    [['osc-healing-2'], 2],
    [['osc-healing-9', 'osc-healing-10'], 10],
  ]
  for (const [given, version] of tags)
    it(`have version ${version} with tags ${given.join(', ') || '(none)'}`, () =>
      assert.equal(workbookVersion(given), version))
})
