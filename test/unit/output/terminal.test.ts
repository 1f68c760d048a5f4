import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {cloudRoutes, USER} from '../../golden/failures/cloud.ts'
import {type FixtureServer, startFixtureServer} from '../../support/fixture-server.ts'
import {oscPerTest} from '../../support/per-test.ts'
import {makePluginPlace} from '../../support/plugin-fixture.ts'

/** A name that would retitle the window and turn what follows red. */
const EVIL = 'a\u001b]0;gotcha\u0007\u001b[31mb'
const CLEANED = 'a\ufffd]0;gotcha\ufffd\ufffd[31mb'

const PRINTS = `import {OscCommand} from '@osc-cli/core'
export default class extends OscCommand {
  async run() {
    await this.parse({flags: {}, args: {}})
    await this.print(${JSON.stringify(EVIL)})
    await this.printText(${JSON.stringify(`text ${EVIL}\n`)})
    await this.note(${JSON.stringify(`note ${EVIL}`)})
  }
}
`

describe('text of a server', () => {
  const osc = oscPerTest()
  let server: FixtureServer
  beforeEach(async () => {
    const place = makePluginPlace(osc.place.root)
    place.plugin('data/node_modules/tells', 'tells', {commands: {'tells:go': PRINTS}})
    place.note('tells')
    writeFileSync(
      join(osc.place.work, 'evil.yaml'),
      'tosca_definitions_version: tosca_simple_yaml_1_3\ndescription: "a\\u202eb"\ntopology_template:\n  node_templates: {s: {type: tosca.nodes.Compute}}\n',
    )
    server = await startFixtureServer(cloudRoutes({'/v3/evil': {body: EVIL}}))
    const lab = {region_name: 'One', auth: {auth_url: `${server.url}/v3`, ...USER}}
    writeFileSync(join(osc.place.work, 'clouds.yaml'), JSON.stringify({clouds: {lab}}), {mode: 0o600})
  })
  afterEach(() => server.stop())

  const lines: [string, string[], string][] = [
    ['that a command prints', ['tells', 'go'], CLEANED],
    ['that a command prints as it is', ['tells', 'go'], `text ${CLEANED}`],
    [
      'that is translated',
      ['translate', 'template', '--offline', '--template-type', 'tosca', '--template-file', 'evil.yaml'],
      '  a\ufffdb',
    ],
    ['that a command notes', ['tells', 'go'], `note ${CLEANED}`],
    ['that a service answers with', ['--os-cloud', 'lab', 'api', 'GET', '/evil', '--service', 'identity'], CLEANED],
  ]
  for (const [name, argv, expected] of lines) {
    it(`${name} does not drive a terminal`, async () => {
      const {stdout, stderr} = await osc(argv, {terminal: {}})
      const shown = `${stdout}${stderr}`
      assert.ok(shown.split(/\r?\n/).includes(expected), JSON.stringify(shown))
      assert.ok(!shown.includes('\u001b]0;'), JSON.stringify(shown))
    })
  }

  it('reaches a pipe as it is', async () => {
    const {stdout: printed} = await osc(['tells', 'go'])
    assert.equal(printed, `${EVIL}\ntext ${EVIL}\n`)
    const {stdout: answered} = await osc(['--os-cloud', 'lab', 'api', 'GET', '/evil', '--service', 'identity'])
    assert.equal(answered.trimEnd(), EVIL)
  })
})
