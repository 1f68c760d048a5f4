import assert from 'node:assert/strict'
import {readFileSync, statSync} from 'node:fs'
import {InterruptedError} from '@osc-cli/core'
import {deployments} from './support/deployments.ts'

const BROKEN = `heat_template_version: queens
parameters: {network: {type: string}, cidr: {type: string}, gateway_ip: {type: string, default: ''}, allocation_pools: {type: json}}
resources: {broken: {type: OS::Heat::TestResource, properties: {fail: true, wait_secs: 0}}}
`

describe('deployments', () => {
  const {ok, fails, run, path, started} = deployments({
    'broken.yaml': 'resource_registry: {"OS::Neutron::Subnet": broken-subnet.yaml}\n',
    'broken-subnet.yaml': BROKEN,
    'answers.yaml': 'templates: starter\nenvironments: [sandbox.yaml]\n',
  })
  const status = async (plan: string) => JSON.parse(await ok(`overcloud status --plan ${plan} -f json`))

  it('need workflows, which setup loads once', async () => {
    for (const line of ['overcloud deploy --stack one', 'overcloud status'])
      assert.match(await fails(1, line), /does not have the workflow .*deploy_plan\.\n.*osc undercloud setup/)
    assert.match(await ok('undercloud status -f value'), /^workflows missing .* osc undercloud setup$/m)
    assert.match(await ok('undercloud setup --check -f value'), /tripleo\.deployment\.v1 missing/)
    assert.match(await ok('undercloud setup -f value'), /tripleo\.deployment\.v1 created/)
    assert.match(await ok('undercloud setup -f value'), /tripleo\.deployment\.v1 unchanged/)
    assert.match(await ok('undercloud status -f value'), /^workflows osc /m)
  })

  it('start with templates and are followed to their end', async () => {
    const shown = await ok('overcloud deploy --stack one --answers-file answers.yaml --role Compute=1')
    for (const line of [
      'Plan one was created.',
      'Reading plan one.',
      'Compute 0: server created',
      'Plan one was deployed.',
    ])
      assert.ok(shown.includes(line), shown)
    assert.deepEqual(started.inputs.at(-1), {
      container: 'one',
      queue_name: 'tripleo',
      roles: [],
      run_validations: false,
      skip_deploy_identifier: false,
      timeout: 240,
    })
    const {'Deployment Status': state, Servers, Summary} = await status('one')
    assert.deepEqual(
      [state, Servers, Summary],
      ['DEPLOY_SUCCESS', '2 of 2', 'Deployed as planned, 2 of 2 servers are complete.'],
    )
  })

  it('are found without their name while there is one plan', async () => {
    assert.deepEqual(JSON.parse(await ok('overcloud status -f json')), await status('one'))
    assert.equal(JSON.parse(await ok('overcloud server list -f json')).length, 2)
    assert.equal(await ok('overcloud failures -f value'), '')
    assert.match(await ok('overcloud upgrade prepare --parameter ComputeImage=newer'), /Plan one was changed\./)
    await ok('overcloud upgrade run --roles Compute --yes')
    assert.match(await ok('overcloud upgrade converge --yes'), /Plan one was deployed\./)
    await ok('overcloud plan create another --templates starter -e sandbox.yaml')
    assert.match(await fails(4, 'overcloud status'), /No plan with a name or ID of 'overcloud' exists\./)
    await ok('overcloud plan create overcloud --templates starter -e sandbox.yaml')
    assert.equal(JSON.parse(await ok('overcloud status -f json'))['Plan Name'], 'overcloud')
    await ok('overcloud plan delete another overcloud')
  })

  it('report changes before they start', async () => {
    assert.match(await ok('overcloud deploy --stack one --role Compute=2 --dry-run'), /^ {2}Compute: 1 -> 2 servers$/m)
    assert.match(await ok('overcloud plan diff one'), /Nothing differs\./)
    assert.match(await ok('overcloud deploy --stack one --role Compute=2 --update-plan-only'), /Plan one was changed\./)
    assert.match((await status('one')).Summary, /The plan has changes that are not deployed: 1\./)
    const shown = await ok('overcloud plan deploy one --timeout 5')
    assert.match(shown, /^ {2}Compute: 1 -> 2 servers$/m)
    assert.match(shown, /^Compute 1: server created$/m)
    assert.equal(started.inputs.at(-1)?.timeout, 5)
  })

  it('keep passwords when the templates replace the plan', async () => {
    const password = await ok('overcloud plan show one --value AdminPassword')
    await ok('overcloud deploy --stack one --templates starter -e sandbox.yaml')
    assert.equal(await ok('overcloud plan show one --value AdminPassword'), password)
    assert.equal((await status('one')).Servers, '3 of 3')
  })

  it('start step by step, and continue where they stopped', async () => {
    assert.match(
      await fails(2, 'overcloud start --name two'),
      /Without a terminal, --image and --flavor must be given\./,
    )
    assert.match(await ok('overcloud start --name one'), /^Plan one exists\..*\nPlan one is deployed\.$/m)
    await ok('overcloud plan create two --templates starter -e sandbox.yaml')
    const shown = await ok('overcloud start --name two --yes')
    assert.match(shown, /^\$ osc overcloud plan deploy two$/m)
    assert.match(shown, /^Plan two was deployed\.$/m)
    await ok('overcloud delete -y two')
  })

  it('change one role after the other', async () => {
    assert.match(
      await ok('overcloud upgrade prepare --stack one --parameter ComputeImage=new'),
      /Compute: image .* -> new/,
    )
    await ok('overcloud plan set one --parameter ControllerImage=other')
    const shown = await ok('overcloud upgrade run --stack one --limit Compute')
    assert.ok(!shown.includes('Controller: image'), shown)
    assert.match(shown, /^Roles of plan one were deployed: Compute\.$/m)
    assert.deepEqual(started.inputs.at(-1)?.roles, ['Compute'])
    await ok('overcloud upgrade converge --stack one --yes')
    assert.deepEqual(started.inputs.at(-1)?.roles, [])
    assert.match(await fails(4, 'overcloud update run --stack one --limit Nope'), /does not use a role Nope/)
    assert.match(
      await fails(2, 'overcloud update run --stack one --limit all --playbook a b'),
      /--playbook is not supp/,
    )
  })

  it('write credentials that only their owner can read', async () => {
    await ok('overcloud credentials one')
    const password = (await ok('overcloud plan show one --value AdminPassword')).trim()
    const file = readFileSync(path('onerc'), 'utf8')
    assert.ok(file.includes(`export OS_PASSWORD='${password}'\n`), file)
    assert.match(file, /^export OS_AUTH_URL='http:\/\/192\.0\.2\.10:5000\/v3'$/m)
    assert.equal(statSync(path('onerc')).mode & 0o077, 0)
  })

  it('remove the servers that are named', async () => {
    const servers = async () => JSON.parse(await ok('overcloud server list --plan one -f json'))
    const numbers = async () => (await servers()).map((row: Record<string, unknown>) => `${row.Role} ${row.Number}`)
    assert.deepEqual(await numbers(), ['Compute 0', 'Compute 1', 'Controller 0'])
    assert.match(
      await fails(4, 'overcloud node delete --stack one -y Compute:0 nope'),
      /^No server with a name or ID of 'nope' exists in plan one\.$/m,
    )
    const shown = await ok('overcloud node delete --stack one -y Compute:0')
    assert.match(
      shown,
      /^Server Compute 0 \(.*\) will be deleted\.\nChanges of plan one:\n {2}Compute: 2 -> 1 server\nPlan/m,
    )
    assert.deepEqual(await numbers(), ['Compute 1', 'Controller 0'])
    assert.match(await ok('overcloud plan diff one'), /Nothing differs\./)
    assert.ok(!(await ok('overcloud plan show one')).includes('RemovalPolicies'))
    await fails(2, 'overcloud node delete --stack one')
    await fails(2, 'overcloud node delete --stack one -b file.yaml Compute:1')
  })

  it('are shown with roles, networks and servers', async () => {
    const {Roles, Networks} = JSON.parse(await ok('overcloud show one -f json'))
    assert.deepEqual([Roles, Networks], [{Controller: 1, Compute: 1}, ['Internal']])
    assert.match(await ok('overcloud show --graph mermaid one'), /^flowchart TD$/m)
    await fails(4, 'overcloud show none')
  })

  it('are exported, without passwords unless they are asked for', async () => {
    assert.match(await fails(1, 'overcloud export --stack one'), /has nothing to export/)
    await ok('overcloud export --stack one --with-passwords')
    const password = (await ok('overcloud plan show one --value AdminPassword')).trim()
    assert.ok(readFileSync(path('one-export.yaml'), 'utf8').includes(`AdminPassword: ${password}\n`))
    assert.equal(statSync(path('one-export.yaml')).mode & 0o077, 0)
    await fails(5, 'overcloud export --stack one --with-passwords')
    await fails(4, 'overcloud export --stack none')
  })

  it('have a configuration in files', async () => {
    assert.match(await ok('overcloud config download --name one --config-dir config'), /^2 files were written to/m)
    assert.match(readFileSync(path('config/KeystoneURL.yaml'), 'utf8'), /^http:\/\/192\.0\.2\.10:5000\/v3/)
    await ok('overcloud config download --name one --config-dir config --config-type Servers --no-preserve-config')
    await fails(4, 'overcloud config download --name one --config-type nope')
  })

  it('continue after Ctrl-C, and refuse others meanwhile', async () => {
    const release = Promise.withResolvers<void>()
    started.hold = release.promise
    await ok('overcloud plan deploy --no-wait one')
    assert.match(
      await fails(5, 'overcloud plan deploy one'),
      /Plan one is in use by the workflow .*\n.*osc overcloud status --watch --plan one/,
    )
    await fails(5, 'overcloud deploy --stack one')
    await fails(5, 'overcloud delete -y one')
    assert.equal((await status('one'))['Deployment Status'], 'DEPLOYING')
    const stop = new AbortController()
    stop.abort(new InterruptedError())
    const watched = await run('overcloud status --plan one --watch', stop.signal)
    assert.equal(watched.status, 130)
    started.hold = undefined
    release.resolve()
    assert.match(await ok('overcloud status --plan one --watch'), /DEPLOY_SUCCESS/)
  })

  it('explain failures by server', async () => {
    await ok('overcloud plan set one -e broken.yaml')
    const shown = await fails(1, 'overcloud plan deploy one')
    assert.match(shown, /The deployment of plan one failed\.\n {2}InternalNetwork, subnet broken: /)
    assert.match(
      await ok('overcloud failures --plan one -f value -c Server -c Status'),
      /^InternalNetwork \w+_FAILED$/m,
    )
    assert.match(await ok('why'), /osc overcloud failures --plan one/)
    const {'Deployment Status': state, Next} = await status('one')
    assert.deepEqual([state, Next], ['DEPLOY_FAILED', 'osc overcloud failures --plan one'])
  })

  it('are deleted with their plans', async () => {
    assert.match(await ok('overcloud delete -y one'), /Overcloud one was deleted\./)
    assert.match(await fails(4, 'overcloud delete -y one'), /No plan with a name or ID of 'one' exists\./)
    await fails(4, 'overcloud status --plan one')
    await fails(4, 'overcloud failures --plan one')
    assert.equal(await ok('stack list -f value'), '')
  })

  for (const [line, message] of [
    ['overcloud deploy --limit a', /Option --limit is not supported: it needs Ansible/],
    ['overcloud deploy --validation-warnings-fatal', /a deployment stops when a validation fails/],
    ['overcloud deploy --stack a_b', /'a_b' cannot be the name of a plan/],
  ] as const)
    it(`${line} is refused`, async () => assert.match(await fails(2, line), message))
})
