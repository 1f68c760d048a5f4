import assert from 'node:assert/strict'
import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {examples} from '@osc-cli/core/test/integration/support/examples'
import {startTestCloud, type TestCloud} from '@osc-cli/core/testing'
import {after, before, describe, it} from 'mocha'

/** Examples in an order in which each works as printed; `+` marks lines between them. */
const STORY = `
osc image create --disk-format qcow2 --file cirros.img cirros
osc image list --long --sort size:desc
osc image list --shared --member-status pending
osc image show --human-readable cirros
osc image set --property os_distro=cirros --tag tested cirros
osc image unset --property os_distro --tag tested cirros
osc image save cirros > cirros.img
osc image save --file cirros.img cirros
osc image add project cirros demo
osc image member get cirros demo
osc image member list cirros
+ image add project cirros admin
osc image set --accept cirros
osc image remove project cirros demo
osc cached image queue cirros
osc cached image list
osc cached image delete cirros
osc cached image clear --queue
osc image delete cirros
osc image stage --file cirros.img cirros
osc image import --wait cirros
osc image import info
osc image stores list
osc image task list --status failure
osc image task show $(osc image task list --limit 1 -f value -c ID)
osc image metadef namespace create --public Lab::Racks
osc image metadef namespace list --resource-types OS::Nova::Flavor
osc image metadef namespace set --tag lab Lab::Racks
osc image metadef namespace unset --tag lab Lab::Racks
osc image metadef object create --namespace Lab::Racks rack
osc image metadef object update --name cabinet Lab::Racks rack
+ image metadef object update --name rack Lab::Racks cabinet
osc image metadef object delete Lab::Racks rack
osc image metadef property create --name height --title Height --type integer --schema '{"minimum": 1}' Lab::Racks
osc image metadef property set --title Units Lab::Racks height
osc image metadef property delete Lab::Racks height
osc image metadef resource type list
osc image metadef resource type association create Lab::Racks OS::Nova::Server
osc image metadef resource type association delete Lab::Racks OS::Nova::Server
osc image metadef namespace delete Lab::Racks
+ image metadef namespace create --public OS::Glance::Signatures
+ image metadef property create --name img_signature --title S --type string --schema {} OS::Glance::Signatures
+ image metadef resource type association create OS::Glance::Signatures OS::Glance::Image
osc image metadef namespace show OS::Glance::Signatures
osc image metadef property list OS::Glance::Signatures
osc image metadef property show OS::Glance::Signatures img_signature
osc image metadef resource type association list OS::Glance::Signatures
+ image metadef namespace create --public OS::Software::DBMS
+ image metadef object create --namespace OS::Software::DBMS MySQL
osc image metadef object list OS::Software::DBMS
osc image metadef object show OS::Software::DBMS MySQL
osc image metadef object property show OS::Software::DBMS MySQL sw_database_mysql_version
`

/** Examples that the sandbox is not enough for. */
const BEYOND: Readonly<Record<string, string>> = {
  'osc image import --method web-download --uri https://example.org/cirros.img cirros':
    'the sandbox does not connect to other hosts',
  'osc image create --volume boot web': 'block storage of the sandbox does not create images',
}

const lines = STORY.trim().split('\n')

describe('the examples of image work as printed on a sandbox', function () {
  this.timeout(180_000)
  let cloud: TestCloud

  before(async () => {
    cloud = await startTestCloud()
    writeFileSync(join(cloud.work, 'cirros.img'), 'bytes')
  })
  after(() => cloud.close())

  const wordsOf = (line: string): string[] =>
    Array.from(line.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, plain]) => quoted ?? plain ?? '')

  async function ok(line: string): Promise<string> {
    const {status, stdout, stderr} = await cloud.osc(...wordsOf(line))
    assert.equal(status, 0, stderr)
    return stdout.trim()
  }

  /** What a line finds that the one before it does not leave. */
  async function prepare(line: string): Promise<void> {
    const {store} = cloud.sandbox.cloud
    const images = store.collection('image/images')
    if (line.startsWith('osc image save --file')) rmSync(join(cloud.work, 'cirros.img'))
    if (line.includes('object property show')) {
      const namespaces = store.collection('image/metadef-namespaces')
      const [found = {}] = namespaces.find({namespace: 'OS::Software::DBMS'})
      const properties = {sw_database_mysql_version: {title: 'Version', type: 'string'}}
      const parts = {objects: {MySQL: {name: 'MySQL', properties}}}
      namespaces.put(String(found.id ?? found.namespace), {...found, parts})
    }
    if (!line.startsWith('osc image stage')) return
    const id = '11111111-0000-4000-8000-000000000000'
    const owner = await ok('token issue -f value -c project_id')
    const formats = {container_format: 'bare', disk_format: 'raw'}
    images.put(id, {id, name: 'cirros', status: 'queued', ...formats, visibility: 'private', os_hidden: false, owner})
  }

  for (const line of lines)
    it(line, async () => {
      await prepare(line)
      const [plain = ''] = line.replace(/^(?:osc|\+) /, '').split(' > ')
      const inner = /\$\(osc ([^)]*)\)/.exec(plain)
      await ok(inner ? plain.replace(inner[0], await ok(inner[1] ?? '')) : plain)
    })

  it('are all of them', () => {
    const known = [...lines, ...Object.keys(BEYOND)]
    const missing = examples('@osc-cli/plugin-image').filter(({command}) => !known.includes(command))
    assert.deepEqual(
      missing.map(({command}) => command),
      [],
    )
  })
})
