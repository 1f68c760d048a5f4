import assert from 'node:assert/strict'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {asArray, asObject, decodeJson} from '@osc-cli/core'
import {api} from '@osc-cli/core/test/integration/support/api'
import {cleanUp} from '@osc-cli/core/test/integration/support/clean-up'
import {oscOnCloud, uniqueName} from '@osc-cli/core/test/integration/support/cloud'
import {needs} from '@osc-cli/core/test/integration/support/features'
import {fails, ok} from '@osc-cli/core/test/integration/support/ok'

const OVERCLOUD = `heat_template_version: queens
resources:
{% for role in roles %}
  {{role.name}}: {type: nested/group.yaml, properties: {name: {{role.name}}}}
{% endfor %}
outputs: {Texts: {value: [{% for role in roles %}{get_attr: [{{role.name}}, text]}, {% endfor %}]}}
`
const GROUP = `heat_template_version: queens
parameters: {name: {type: string}}
resources: {service: {type: ../services/x.yaml, properties: {name: {get_param: name}}}}
outputs: {text: {value: {get_attr: [service, text]}}}
`
const SERVICE = `heat_template_version: queens
parameters: {name: {type: string}}
resources:
  script:
    type: OS::Heat::Value
    properties:
      value: {str_replace: {template: {get_file: ../scripts/grüße.sh}, params: {NAME: {get_param: name}}}}
outputs: {text: {value: {get_attr: [script, value]}}}
`

describe('a plan of own templates', function templates() {
  this.timeout(300_000)
  before(async function () {
    await needs(this, 'object-store', 'workflowv2', 'orchestration')
  })
  const osc = oscOnCloud()
  const later = cleanUp({by: 'osc'})
  const plan = uniqueName('own')
  const top = mkdtempSync(join(tmpdir(), 'osc-templates-'))
  after(() => rmSync(top, {recursive: true}))

  /** The templates in a folder of their own, some of them with another text. */
  function folder(name: string, changes: Record<string, string> = {}): string {
    const path = join(top, name)
    for (const one of ['nested', 'services', 'scripts']) mkdirSync(join(path, one), {recursive: true})
    const files = {
      'overcloud.j2.yaml': OVERCLOUD,
      'nested/group.yaml': GROUP,
      'services/x.yaml': SERVICE,
      'scripts/grüße.sh': 'echo "Grüße für NAME, 5 €"\n',
      'roles_data.yaml': '- {name: Controller, CountDefault: 1}\n',
      'plan-environment.yaml': 'version: 1.0\nname: x\ntemplate: overcloud.yaml\nenvironments: []\n',
      ...changes,
    }
    for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text)
    return path
  }
  const containers = async (name: string) => {
    const {body} = await api('object-store', 'GET', `?format=json&prefix=${name}`)
    return asArray(body).map((one) => asObject(one).name)
  }

  it('with references from its folders and a script that is not ASCII is deployed', async () => {
    await ok(osc('undercloud', 'setup'))
    later('overcloud', 'delete', '-y', plan)
    await ok(osc('overcloud', 'plan', 'create', plan, '--templates', folder('good')))
    await ok(osc(['overcloud', 'plan', 'deploy', plan], {timeout: 180_000}))
    const shown = await ok(osc('stack', 'output', 'show', plan, 'Texts', '-f', 'json'))
    assert.match(JSON.stringify(decodeJson(shown)), /Grüße für Controller, 5 €/)
  })

  const faults: [what: string, changes: Record<string, string>, said: RegExp][] = [
    [
      'a reference to nothing',
      {'nested/group.yaml': GROUP.replace('x.yaml', 'missing.yaml')},
      /nested\/group\.yaml.*services\/missing\.yaml/s,
    ],
    [
      'a fault in a template',
      {'overcloud.j2.yaml': OVERCLOUD.replace('{{role.name}}: {', '{{role.nets.first}}: {')},
      /overcloud\.j2\.yaml, line 4: /,
    ],
  ]
  for (const [what, changes, wanted] of faults)
    it(`with ${what} is refused, and nothing is stored`, async () => {
      const name = uniqueName('refused')
      const path = folder(what.replaceAll(' ', '-'), changes)
      assert.match(await fails(1, osc('overcloud', 'plan', 'create', name, '--templates', path)), wanted)
      assert.deepEqual(await containers(name), [])
    })
})
