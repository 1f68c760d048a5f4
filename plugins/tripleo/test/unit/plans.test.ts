import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {mkdtempSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {story} from './support/story.ts'

const ROOT = `heat_template_version: 2016-10-14
parameters:
{% for role in roles %}  {{role.name}}Count: {type: number, default: {{role.CountDefault|default(0)}}}
{% endfor %}  AdminPassword: {type: string, hidden: true}
  NodePassword: {type: string, hidden: true}
  MigrationSshKey: {type: json, hidden: true, default: {}}
resources:
{% for role in roles %}  {{role.name}}: {type: {{role.name|lower}}-part.yaml, properties: {NodePassword: {get_param: NodePassword} } }
{% endfor %}`
const PART = `heat_template_version: 2016-10-14
parameters: {NodePassword: {type: string, hidden: true}}
resources: {value: {type: OS::Heat::Value, properties: {value: {str_replace: {template: {get_file: note.txt}, params: {x: y}}}}}}
`
const files = {
  'plan/overcloud.j2.yaml': ROOT,
  'plan/part.role.j2.yaml': `# {{role.name}}\n${PART}`,
  'plan/note.txt': 'ü x\n',
  'plan/roles_data.yaml': '- {name: Web, CountDefault: 2}\n- {name: Store}\n',
  'plan/roles/Web.yaml': '- {name: Web}\n',
  'plan/network_data.yaml': '- {name: Inner}\n- {name: Outer, enabled: false}\n',
  'plan/more.yaml': 'parameter_defaults: {StoreCount: 4, NodePassword: given}\n',
  'plan/capabilities-map.yaml':
    'topics: [{environment_groups: [{environments: [{file: more.yaml, title: More, requires: [a.yaml]}]}]}]\n',
  'plan/.git/config': 'x',
  'site/site.yaml': 'resource_registry: {Site::X: ../parts/x.yaml}\nparameter_defaults: {WebCount: 3}\n',
  'parts/x.yaml':
    'heat_template_version: 2016-10-14\nresources: {v: {type: OS::Heat::Value, properties: {value: {get_file: t.txt}}}}\n',
  'parts/t.txt': 'text',
  'stack.yaml': 'heat_template_version: 2016-10-14\nresources: {}\n',
  'roles.yaml': '- {name: Web}\n',
  'values.yaml': 'parameter_defaults: {WebCount: 5, ApiToken: abc}\n',
  'bare.json': '{"StoreCount": 6}',
  'list.yaml': '- 1\n',
  'bad-jinja/overcloud.j2.yaml': 'a\n{{ roles.nope.x }}\n',
  'bad-jinja/roles_data.yaml': '- {name: Web}\n',
  'bad-file/overcloud.yaml': 'resources: {a: {type: ../gone.yaml}}\n',
  'bad-file/roles_data.yaml': '- {name: Web}\n',
  'bad-heat/overcloud.yaml': 'heat_template_version: 2016-10-14\nresources: {a: {type: OS::Heat::NoSuchThing}}\n',
  'bad-heat/roles_data.yaml': '- {name: Web}\n',
}

describe('plans', () => {
  const {ok, run, refuses, swift, path} = story(files)
  const show = async (...more: string[]) => JSON.parse(await ok(['overcloud plan show one -f json', ...more].join(' ')))
  const stored = (object: string) => swift().text('one', object)

  it('are created from a folder: rendered, resolved, with passwords', async () => {
    await ok('overcloud plan create one --templates plan --parameter Names=["a"] --parameter Zip=0123 --role Store=1')
    assert.match(stored('overcloud.yaml') ?? '', /WebCount: {type: number, default: 2}/)
    assert.match(stored('web-part.yaml') ?? '', /^# Web\n/)
    assert.equal(stored('.git/config'), undefined)
    assert.deepEqual([...(swift().containers.get('one-files')?.objects.keys() ?? [])].sort(), [
      'inline-files.json',
      'overcloud.yaml',
      'store-part.yaml',
      'web-part.yaml',
    ])
    assert.equal(swift().text('one-files', 'inline-files.json'), '{"note.txt":"ü x\\n"}')
    assert.equal(swift().containers.get('one')?.headers['x-container-meta-usage-tripleo'], 'plan')
    const environment = JSON.parse(stored('plan-environment.yaml') ?? '')
    assert.deepEqual(environment.parameter_defaults, {StoreCount: 1, Names: ['a'], Zip: '0123'})
    assert.deepEqual(Object.keys(environment.passwords), ['AdminPassword', 'NodePassword'])
    for (const password of Object.values(environment.passwords)) assert.match(String(password), /^[a-zA-Z0-9]{25}$/)
  })

  it('are listed and shown', async () => {
    swift().containers.set('other', {headers: {}, objects: new Map()})
    assert.equal(await ok('overcloud plan list -f value'), 'one\n')
    assert.deepEqual(await show(), {
      Name: 'one',
      Description: '',
      Template: 'overcloud.yaml',
      Roles: {Web: 2, Store: 1},
      Networks: ['Inner'],
      Environments: [],
      Parameters: {StoreCount: 1, Names: ['a'], Zip: '0123'},
      Passwords: 2,
    })
  })

  it('show a password only by its name', async () => {
    const {passwords} = JSON.parse(stored('plan-environment.yaml') ?? '')
    assert.equal(await ok('overcloud plan show one --value AdminPassword'), `${passwords.AdminPassword}\n`)
    for (const line of [
      'overcloud plan show one',
      'overcloud plan files one',
      'overcloud roles list --name one --detail',
    ])
      assert.ok(!(await ok(line)).includes(passwords.AdminPassword))
  })

  it('keep secrets out of --debug', async () => {
    await ok('overcloud plan set one --parameter ApiToken=s3cr3t-value')
    const {passwords} = JSON.parse(stored('plan-environment.yaml') ?? '')
    const {stderr} = await run('--debug overcloud plan set one --parameter Zip=0123')
    assert.match(stderr, /RESP BODY/)
    for (const secret of ['s3cr3t-value', ...Object.values(passwords)]) assert.ok(!stderr.includes(String(secret)))
    await ok('overcloud plan unset one --parameter ApiToken')
  })

  it('list their files', async () => {
    const rows = JSON.parse(await ok('overcloud plan files one -f json'))
    const row = (name: string) => rows.find((one: {Name: string}) => one.Name === name)
    assert.deepEqual(row('web-part.yaml'), {
      Name: 'web-part.yaml',
      Size: 5 + PART.length,
      'Rendered From': 'part.role.j2.yaml',
      Used: true,
    })
    assert.equal(row('note.txt').Used, true)
    assert.equal(row('more.yaml').Used, false)
    assert.equal(
      await ok('overcloud plan files one --used -f value -c Name'),
      'note.txt\novercloud.yaml\nstore-part.yaml\nweb-part.yaml\n',
    )
  })

  it('list and enable their optional parts', async () => {
    const part = {Title: 'More', File: 'more.yaml', Requires: 'a.yaml', Description: ''}
    assert.deepEqual(JSON.parse(await ok('overcloud plan environment list one -f json')), [{...part, Enabled: false}])
    await ok('overcloud plan unset one --parameter StoreCount')
    await ok('overcloud plan set one -e more.yaml')
    assert.deepEqual(JSON.parse(await ok('overcloud plan environment list one -f json')), [{...part, Enabled: true}])
    assert.deepEqual((await show()).Roles, {Web: 2, Store: 4})
    await ok('overcloud plan unset one --environment more.yaml')
    assert.deepEqual((await show()).Environments, [])
  })

  it('take files from outside with what these refer to', async () => {
    await ok('overcloud plan set one -e site/site.yaml')
    assert.deepEqual((await show()).Environments, ['user-files/1-site.yaml'])
    assert.match(stored('user-files/1-site.yaml') ?? '', /Site::X: "\.\.\/user-files\/2-x\.yaml"/)
    assert.match(swift().text('one-files', 'user-files/2-x.yaml') ?? '', /get_file: "user-files\/3-t\.txt"/)
    assert.equal((await show()).Roles.Web, 3)
  })

  it('keep passwords and lose rendered files of roles that are gone', async () => {
    const before = JSON.parse(stored('plan-environment.yaml') ?? '').passwords
    await ok('overcloud plan set one -r roles.yaml')
    assert.equal(stored('store-part.yaml'), undefined)
    assert.equal(swift().text('one-files', 'store-part.yaml'), undefined)
    assert.deepEqual(JSON.parse(stored('plan-environment.yaml') ?? '').passwords, before)
    await ok('overcloud plan set one --templates plan')
    assert.match(stored('store-part.yaml') ?? '', /Store/)
    assert.deepEqual((await show()).Environments, ['user-files/1-site.yaml'])
  })

  it('send only files that changed', async () => {
    const {requests} = swift()
    requests.length = 0
    await ok('overcloud plan set one --parameter Zip=7')
    const sent = requests.filter((request) => /^(?:PUT|DELETE) .*\//.test(request))
    assert.deepEqual(sent, ['PUT one/plan-environment.yaml'])
  })

  it('take parameters from a file', async () => {
    await ok('overcloud parameters set one values.yaml')
    await ok('overcloud parameters set one bare.json')
    const {Parameters, Roles} = await show()
    assert.deepEqual(Parameters, {Names: ['a'], Zip: '7', WebCount: 5, ApiToken: '***', StoreCount: 6})
    assert.deepEqual(Roles, {Web: 5, Store: 6})
  })

  it('are saved as archives, with passwords only on request', async () => {
    await ok('overcloud plan export one')
    const unpacked = mkdtempSync(join(tmpdir(), 'osc-plan-'))
    execFileSync('tar', ['xzf', path('one.tar.gz'), '-C', unpacked])
    const read = (name: string) => execFileSync('cat', [join(unpacked, name)]).toString()
    assert.equal(read('note.txt'), 'ü x\n')
    const environment = JSON.parse(read('plan-environment.yaml'))
    assert.deepEqual([environment.passwords, environment.parameter_defaults.ApiToken], [{}, undefined])
    assert.equal(statSync(path('one.tar.gz')).mode & 0o077, 0)
    await ok('overcloud plan export one --with-passwords -f -o one.tar.gz')
    execFileSync('tar', ['xzf', path('one.tar.gz'), '-C', unpacked])
    assert.equal(JSON.parse(read('plan-environment.yaml')).parameter_defaults.ApiToken, 'abc')
  })

  const kept = () => JSON.stringify([...swift().containers.keys()].sort())
  refuses([
    ['overcloud plan create a_b', 2, /'a_b' cannot be the name of a plan\.\nUse letters/],
    ['overcloud plan create one', 5, /The plan one already exists\./],
    ['overcloud plan create other', 5, /A container named other exists, which is not a plan\./],
    ['overcloud plan create x --templates none', 2, /The folder .*none cannot be read/],
    [
      'overcloud plan create x --source-url https://example.org/t.git',
      1,
      /does not have the workflow .*create_deployment_plan.*\n.*plan create --templates FOLDER x/,
    ],
    ['overcloud plan create x --templates bad-jinja', 1, /overcloud\.j2\.yaml, line 2: roles\.nope is not defined\./],
    [
      'overcloud plan create x --templates bad-file',
      1,
      /overcloud\.yaml refers to \.\.\/gone\.yaml, which the plan does not have/,
    ],
    ['overcloud plan create x --templates bad-heat', 1, /Heat does not accept the plan: .*NoSuchThing/],
    [
      'overcloud plan create x --role None=1',
      4,
      /The plan does not use a role None\.\nUse one of: Controller, Compute/,
    ],
    ['overcloud plan create x --role Compute=many', 2, /The count of Compute is not a whole number: 'many'/],
    ['overcloud plan create x -e none.yaml', 2, /none\.yaml/],
    ['overcloud plan set one', 2, /Nothing to change\./],
    ['overcloud plan set none --role Web=1', 4, /No plan with a name or ID of 'none' exists\./],
    ['overcloud plan unset one', 2, /Nothing to change\./],
    ['overcloud plan unset one --parameter Nope', 4, /The plan one does not set a parameter Nope\./],
    ['overcloud plan unset one --environment nope.yaml', 4, /does not use an environment nope\.yaml/],
    ['overcloud plan show none', 4, /No plan with a name or ID of 'none' exists\./],
    ['overcloud plan show one --value Nope', 4, /The plan one does not have a value for Nope\./],
    ['overcloud plan export one', 5, /The file one\.tar\.gz already exists\.\nOverwrite it with --force-overwrite/],
    ['overcloud plan export none', 4, /No plan with a name or ID of 'none' exists\./],
    ['overcloud parameters set one list.yaml', 2, /list\.yaml: Expected a dictionary of values\./],
    ['overcloud plan delete none', 4, /No plan with a name or ID of 'none' exists\./],
  ])

  it('that are refused leave nothing behind', () => assert.equal(kept(), JSON.stringify(['one', 'one-files', 'other'])))

  it('are deleted with all of their containers, unless they are deployed', async () => {
    assert.match(await ok('overcloud plan diff one'), /^Store: default -> 6 servers$/m)
    await ok('stack create -t stack.yaml one --wait')
    const lines = await ok('overcloud plan diff one')
    assert.match(lines, /^Web: default -> 5 servers$/m)
    assert.match(lines, /^templates: web-part\.yaml is new$/m)
    assert.ok(!lines.includes('abc'))
    const {status, stderr} = await run('overcloud plan delete one')
    assert.equal(status, 5)
    assert.match(stderr, /The plan one is deployed: its stack is in state CREATE_COMPLETE\./)
    await ok('stack delete -y one --wait')
    // Workflows of tripleo-common create these two; the second is a plan here.
    swift().containers.set('one-swift-rings', {headers: {}, objects: new Map()})
    await ok('overcloud plan create one-messages --templates plan')
    await ok('overcloud plan delete one')
    assert.equal(kept(), JSON.stringify(['one-messages', 'one-messages-files', 'other']))
  })
})
