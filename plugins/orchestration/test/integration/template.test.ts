import assert from 'node:assert/strict'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer, type Server, type ServerResponse} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {asObject, asText, decodeJson, type JsonObject, OscError} from '@osc-cli/core'
import {type StackInput, stackBody} from '../../src/template/stack-body.ts'
import {askHeatclient} from './support/heatclient.ts'
import {clientsOn} from './support/session.ts'

const fixtures = join(import.meta.dirname, '../fixtures')

/** What a case may refer to: a directory with files made for it, and a web server that serves the fixtures. */
interface Ground {
  place: string
  site: string
}

type Case = [name: string, input: (ground: Ground) => StackInput]

const same: Case[] = [
  ['three levels, every kind of file', () => ({template: 'nested/top.yaml'})],
  ['an absolute path', () => ({template: join(fixtures, 'nested/top.yaml')})],
  ['a file:// URL', () => ({template: pathToFileURL(join(fixtures, 'json/top.json')).href})],
  ['a path with dots and blanks', () => ({template: 'scripts/.././nested//sub dir/middle.yaml'})],
  ['JSON', () => ({template: 'json/top.json'})],
  ['http://', ({site}) => ({template: `${site}/environments/registry/middle.yaml`})],
  ['http:// with a query', ({site}) => ({template: `${site}/environments/registry/middle.yaml?a=1`})],
  ['http:// with a redirect', ({site}) => ({template: `${site}/redirect/environments/registry/middle.yaml`})],
  ['files of other places', () => ({template: 'place:elsewhere.yaml'})],
  ['an environment', () => ({template: 'json/top.json', environments: ['environments/base.yaml']})],
  [
    'merged environments',
    () => ({
      template: 'json/top.json',
      environments: ['base', 'override', 'empty', 'base'].map((name) => `environments/${name}.yaml`),
    }),
  ],
  [
    'an environment from http://',
    ({site}) => ({template: 'json/top.json', environments: [`${site}/environments/remote.yaml`]}),
  ],
  ['base_url', () => ({template: 'json/top.json', environments: ['place:based.yaml']})],
  [
    'hooks',
    () => ({
      template: 'json/top.json',
      environments: ['environments/base.yaml'],
      hooks: {hook: 'pre-create', resources: ['web', 'nested/an*/*_resource', '/db//inner/']},
    }),
  ],
  ['hooks alone', () => ({template: 'json/top.json', hooks: {hook: 'pre-update', resources: ['web']}})],
  [
    'a files container',
    () => ({template: 'nested/top.yaml', environments: ['a.yaml', 'sub/b.yaml'], filesContainer: 'templates'}),
  ],
  ['parameters', () => ({template: 'json/top.json', parameters: ['a=1;b=x=y;a=2']})],
  ['repeated parameters', () => ({template: 'json/top.json', parameters: ['a=1', 'b=2;3', 'a=', 'a=3']})],
  [
    'parameters from files',
    () => ({
      template: 'json/top.json',
      parameters: ['key=command line'],
      parameterFiles: ['key=../scripts/hello.sh', 'binary=../scripts/binary.bin'],
    }),
  ],
  ["the stack's own template", () => ({existing: true, parameters: ['a=1']})],
  ['types of YAML 1.1', () => ({template: 'place:types.yaml'})],
  [
    'YAML without an end of line',
    () => ({template: 'place:no-end.yaml', environments: ['place:no-end-environment.yaml']}),
  ],
  ['a template in a byte order mark', () => ({template: 'place:bom.yaml'})],
]

/** What neither sends, and what ours says of it. */
const wrong: [...Case, message: RegExp][] = [
  ['no such template', () => ({template: 'missing.yaml'}), /fixtures\/missing\.yaml: no such file/],
  ['a directory', () => ({template: 'nested'}), /fixtures\/nested: this is a directory/],
  [
    'no such file below',
    () => ({template: 'place:dangling.yaml'}),
    /dangling\.yaml: resources\.a\.properties\.value\.get_file: .*none\.sh: no such file/,
  ],
  ['broken YAML', () => ({template: 'place:broken.yaml'}), /broken\.yaml:3:\d+: /],
  ['broken JSON', () => ({template: 'place:broken.json'}), /broken\.json:2:16: /],
  ['no template', () => ({template: 'scripts/not-a-template.yaml'}), /not-a-template\.yaml: not a template/],
  ['binary', () => ({template: 'scripts/binary.bin'}), /binary\.bin: the file is not UTF-8 text/],
  ['an unknown tag', () => ({template: 'place:tag.yaml'}), /tag\.yaml:2:\d+: the tag is unknown/],
  [
    'a template inside itself',
    () => ({template: 'place:self.yaml'}),
    /self\.yaml names .*self\.yaml: a template cannot contain itself/,
  ],
  [
    'an unknown section',
    () => ({template: 'json/top.json', environments: ['nested/top.yaml']}),
    /unknown section 'heat_template_version' in an environment/,
  ],
  [
    'an environment that is a list',
    () => ({template: 'json/top.json', environments: ['place:list.yaml']}),
    /list\.yaml: an environment must be a mapping/,
  ],
  [
    'no such environment',
    () => ({template: 'json/top.json', environments: ['no.yaml']}),
    /fixtures\/no\.yaml: no such file/,
  ],
  ['HTTP 404', ({site}) => ({template: `${site}/no.yaml`}), /no\.yaml failed: HTTP 404/],
  ['no server', () => ({template: 'http://127.0.0.1:9/no.yaml'}), /no\.yaml failed: connection refused/],
  ['an unknown scheme', () => ({template: 'gopher://127.0.0.1/a.yaml'}), /only file:\/\/, http:\/\/ and https:\/\//],
  ['a malformed parameter', () => ({template: 'json/top.json', parameters: ['a=1;']}), /Malformed parameter ''/],
  [
    'no such parameter file',
    () => ({template: 'json/top.json', parameterFiles: ['a=no.txt']}),
    /json\/no\.txt: no such file/,
  ],
  ['nothing', () => ({}), /The template is missing/],
]

describe('templates and environments, compared with heatclient', () => {
  const ground: Ground = {place: '', site: ''}
  let server: Server
  let references: JsonObject[]

  before(async function () {
    ground.place = mkdtempSync(join(tmpdir(), 'osc-heat-'))
    for (const [name, text] of Object.entries(placeFiles())) writeFileSync(join(ground.place, name), text)
    server = createServer((request, response) => serve(request.url ?? '/', response))
    ground.site = await listen(server)
    const inputs = [...same, ...wrong].map(([, input]) => placed(input(ground), ground.place))
    const answers = await askHeatclient('heatclient_body.py', inputs, fixtures)
    if (answers === undefined) this.skip()
    references = answers.map(asObject)
  })

  after(() => {
    server.close()
    rmSync(ground.place, {recursive: true})
  })

  const ours = async (input: Case[1]) => {
    const {session, download} = await clientsOn()
    const context = {cwd: fixtures, stdin: () => process.stdin, session: async () => session, download}
    return await stackBody(placed(input(ground), ground.place), context)
  }

  for (const [index, [name, input]] of same.entries()) {
    it(`sends the same: ${name}`, async () => {
      const expected = references[index]?.body
      assert.ok(typeof expected === 'string', `heatclient: ${references[index]?.error}`)
      assert.deepEqual(decodeJson(JSON.stringify(await ours(input))), decodeJson(expected))
    })
  }

  for (const [index, [name, input, message]] of wrong.entries()) {
    it(`sends nothing: ${name}`, async () => {
      assert.ok(references[same.length + index]?.error, 'heatclient sends this')
      await assert.rejects(ours(input), (error) => {
        assert.ok(error instanceof OscError)
        assert.match(error.message, message)
        return true
      })
    })
  }
})

/** `place:a.yaml` is a file of the temporary directory. */
function placed(input: StackInput, place: string): StackInput {
  return JSON.parse(JSON.stringify(input).replaceAll('place:', `${place}/`)) as StackInput
}

function placeFiles(): Record<string, string> {
  const head = 'heat_template_version: 2016-10-14\n'
  const value = (text: string) => `${head}resources: {a: {type: 'OS::Heat::Value', properties: {value: ${text}}}}\n`
  return {
    'elsewhere.yaml': value(
      `[{get_file: ${fixtures}/scripts/hello.sh}, {get_file: 'file://${fixtures}/scripts/crlf.txt'}]`,
    ),
    'based.yaml': [
      'resource_registry:',
      `  base_url: file://${fixtures}`,
      '  "My::Leaf": nested/sub dir/deep/leaf.template',
      '  resources:',
      `    web: {base_url: 'file://${fixtures}/environments/registry/', "My::Middle": middle.yaml}`,
    ].join('\n'),
    'types.yaml': value(
      '[yes, y, Off, ~, 010, 0x1F, 1_000, 1:30, 1.0, 1e3, 1.0e+3, .5, -0, 1.0e+22, 0.00001, 12345678901234567890, 2016-10-14, ! 12, !!str 12, !!int "12", !!binary aGk=]',
    ),
    'no-end.yaml': `${head}description: |\n  text\n`,
    'no-end-environment.yaml': 'parameters:\n  a: |+\n    text',
    'bom.yaml': `\ufeff\n${head}`,
    'dangling.yaml': value('{get_file: none.sh}'),
    'broken.yaml': `${head}a: b\nc: d: e\n`,
    'broken.json': '{"heat_template_version": "2016-10-14",\n "resources": {,}}',
    'tag.yaml': `${head}a: !Ref b\n`,
    'self.yaml': `${head}resources: {a: {type: self.yaml}}\n`,
    'list.yaml': '- a\n',
  }
}

function serve(url: string, response: ServerResponse): void {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
  try {
    if (path.startsWith('/redirect')) response.writeHead(302, {location: path.slice('/redirect'.length)}).end()
    else response.end(readFileSync(join(fixtures, path)))
  } catch {
    response.writeHead(404).end()
  }
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${asText(asObject(server.address()).port)}`))
  })
}
