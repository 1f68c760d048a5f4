import assert from 'node:assert/strict'
import {cpSync, existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {startTestCloud, type TestCloud} from '#testing/test-cloud'
import {nounFiles} from '../../../scripts/noun/files.ts'
import {referenceCommands} from '../../reference/read.ts'
import {oscPerSuite} from '../../support/per-test.ts'
import {repository} from '../../support/program.ts'
import {startRecorder} from '../../support/recorder.ts'
import {runProgram} from '../../support/run.ts'

const FIXTURE = join(repository, 'test/fixtures/nouns')
const SERVICES = ['dns', 'load-balancer', 'placement', 'baremetal']

/** Every noun of the reference, and the services whose resources openstacksdk has. */
const EVERY_NOUN = new Set(referenceCommands().map(({name}) => name.split(' ').slice(0, -1).join(' ')))
const EVERY_SERVICE = globSync('*.json', {cwd: join(repository, 'test/reference/resources')}).map((file) =>
  file.replace('.json', '').replaceAll('_', '-'),
)

/** A line, what it sends to the service of its noun, and what it prints. `ID` is the ID of the record that was created. */
type Step = [line: string, requests: readonly string[], printed?: string]

const NOUNS: Readonly<Record<string, {style: string; before?: string; steps: readonly Step[]}>> = {
  'loadbalancer flavorprofile': {
    style: 'with an envelope, updated by PUT',
    steps: [
      [
        'create --name web --provider amphora --flavor-data {}',
        ['POST /v2/lbaas/flavorprofiles {"flavorprofile":{"name":"web","provider_name":"amphora","flavor_data":"{}"}}'],
      ],
      ['list --name web -f value', ['GET /v2/lbaas/flavorprofiles?name=web'], 'ID web amphora\n'],
      [
        'set --provider octavia web',
        [
          'GET /v2/lbaas/flavorprofiles?name=web',
          'PUT /v2/lbaas/flavorprofiles/ID {"flavorprofile":{"provider_name":"octavia"}}',
        ],
      ],
      ['show web -f value -c provider_name', ['GET /v2/lbaas/flavorprofiles?name=web'], 'octavia\n'],
      ['delete web', ['GET /v2/lbaas/flavorprofiles?name=web', 'DELETE /v2/lbaas/flavorprofiles/ID']],
      ['list -f value', ['GET /v2/lbaas/flavorprofiles'], ''],
    ],
  },
  tld: {
    style: 'without an envelope, updated by PATCH',
    steps: [
      ['create --name org --description old', ['POST /v2/tlds {"name":"org","description":"old"}']],
      ['set --no-description org', ['GET /v2/tlds?name=org', 'PATCH /v2/tlds/ID {"description":null}']],
      ['show org -f value -c description', ['GET /v2/tlds?name=org'], 'None\n'],
      ['set --description new ID', ['GET /v2/tlds/ID', 'PATCH /v2/tlds/ID {"description":"new"}']],
      ['list -f value', ['GET /v2/tlds'], 'ID org new\n'],
      ['delete org', ['GET /v2/tlds?name=org', 'DELETE /v2/tlds/ID']],
    ],
  },
  recordset: {
    style: 'below a parent',
    before: 'api POST /zones --service dns --data {"name":"zone"}',
    steps: [
      [
        'create --type A --record 10.0.0.1 --record 10.0.0.2 --ttl 60 zone www',
        [
          'GET /v2/zones?name=zone',
          'POST /v2/zones/PARENT/recordsets {"name":"www","records":["10.0.0.1","10.0.0.2"],"type":"A","ttl":60}',
        ],
      ],
      [
        'list --type A zone -f value -c name -c ttl',
        ['GET /v2/zones?name=zone', 'GET /v2/zones/PARENT/recordsets?type=A'],
        'www 60\n',
      ],
      [
        'set --record 10.0.0.3 --no-ttl PARENT www',
        [
          'GET /v2/zones/PARENT',
          'GET /v2/zones/PARENT/recordsets?name=www',
          'PUT /v2/zones/PARENT/recordsets/ID {"records":["10.0.0.3"],"ttl":null}',
        ],
      ],
      [
        'show zone ID -f value -c records -c ttl',
        ['GET /v2/zones?name=zone', 'GET /v2/zones/PARENT/recordsets/ID'],
        "['10.0.0.3']\nNone\n",
      ],
      [
        'delete zone www -f value -c name',
        [
          'GET /v2/zones?name=zone',
          'GET /v2/zones/PARENT/recordsets?name=www',
          'DELETE /v2/zones/PARENT/recordsets/ID',
        ],
        'www\n',
      ],
    ],
  },
  trait: {
    style: 'created by PUT',
    steps: [
      ['create CUSTOM_GPU', ['PUT /traits/CUSTOM_GPU {}']],
      ['list -f value', ['GET /traits'], 'CUSTOM_GPU\n'],
      ['show CUSTOM_GPU -f value', ['GET /traits/CUSTOM_GPU'], 'CUSTOM_GPU\n'],
      ['delete CUSTOM_GPU', ['DELETE /traits/CUSTOM_GPU']],
    ],
  },
  'baremetal chassis': {
    style: 'updated by JSON patch',
    steps: [
      [
        'create --description row --extra a=1 --extra b/c=2',
        ['POST /v1/chassis {"description":"row","extra":{"a":"1","b/c":"2"}}'],
      ],
      [
        'set --description column --extra a=3 ID',
        [
          'PATCH /v1/chassis/ID [{"op":"add","path":"/description","value":"column"},{"op":"add","path":"/extra/a","value":"3"}]',
        ],
      ],
      ['unset --extra b/c ID', ['PATCH /v1/chassis/ID [{"op":"remove","path":"/extra/b~1c"}]']],
      ['show ID -f value -c description -c extra', ['GET /v1/chassis/ID'], "column\n{'a': '3'}\n"],
      ['list -f value', ['GET /v1/chassis'], 'ID column\n'],
      ['delete ID', ['DELETE /v1/chassis/ID']],
    ],
  },
}

describe('a plugin of generated nouns', function () {
  this.timeout(180_000)
  const osc = oscPerSuite()
  let folder: string
  let cloud: TestCloud

  before(async () => {
    folder = join(osc.place.work, 'nouns')
    cpSync(FIXTURE, folder, {recursive: true})
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
    for (const noun of Object.keys(NOUNS)) write(folder, noun, SERVICES)
  })
  after(() => cloud?.close())

  /** Writes what the fixture does not have, as the generator keeps the files of an author. Commands without a `run` are the author's. */
  function write(root: string, noun: string, services: readonly string[]): void {
    for (const [path, text] of nounFiles({noun, services}).files) {
      const file = join(root, path)
      mkdirSync(dirname(file), {recursive: true})
      const isLeft = path.startsWith('src/commands/') && !text.includes('async run()')
      if (!isLeft && !existsSync(file)) writeFileSync(file, text)
    }
  }

  const tsc = (cwd: string, project: string) =>
    runProgram([process.execPath, join(repository, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', project], {
      cwd,
      place: osc.place,
    })

  it('compiles, its tests included', async () => {
    const built = await osc(['plugins', 'build'], {cwd: folder})
    assert.equal(built.status, 0, built.stdout + built.stderr)
    const compilerOptions = {rootDir: '.', types: ['node', 'mocha']}
    writeFileSync(
      join(folder, 'tsconfig.test.json'),
      JSON.stringify({extends: './tsconfig.json', compilerOptions, include: ['test']}),
    )
    const {status, stdout} = await tsc(folder, 'tsconfig.test.json')
    assert.equal(status, 0, stdout)
  })

  it('compiles with any noun of the reference', async () => {
    const root = join(osc.place.work, 'every-noun')
    for (const file of ['package.json', 'tsconfig.json']) cpSync(join(FIXTURE, file), join(root, file))
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'))
    for (const noun of EVERY_NOUN) if (noun !== '') write(root, noun, EVERY_SERVICE)
    assert.ok(globSync('src/commands/**/*.ts', {cwd: root}).length > 700)
    const {status, stdout} = await tsc(root, 'tsconfig.json')
    assert.equal(status, 0, stdout)
  })

  it('lacks only the descriptions of options, which the lint names', async () => {
    const found = await lint()
    assert.deepEqual([...new Set(found.map(({Rule}) => Rule))], ['described'])
    assert.ok(found.some(({Where}) => Where === 'tld create --description'))
    for (const file of globSync('src/commands/**/*.ts', {cwd: folder}).map((one) => join(folder, one)))
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replaceAll("description: ''", "description: 'Written by the author'"),
      )
    const built = await osc(['plugins', 'build'], {cwd: folder})
    assert.equal(built.status, 0, built.stdout + built.stderr)
    assert.deepEqual(await lint(), [])
  })

  /** What the lint reports, without Ironic's `--fields`, which has that name in the reference. */
  async function lint(): Promise<{Rule: string; Where: string}[]> {
    const {stdout} = await osc(['plugins', 'lint', '-f', 'json'], {cwd: folder})
    const found = JSON.parse(stdout) as {Rule: string; Where: string}[]
    return found.filter(({Where}) => !Where.endsWith('--fields'))
  }

  for (const [noun, {style, before, steps}] of Object.entries(NOUNS))
    it(`sends the requests of ${noun}: ${style}`, async () => {
      cloud ??= await startTestCloud({plugins: [folder]})
      const parent = before === undefined ? '' : idOf((await cloud.osc(...before.split(' '))).stdout)
      let id = ''
      const masked = (text: string) =>
        [
          [parent, 'PARENT'],
          [id, 'ID'],
        ].reduce((all, [value, word]) => (value ? all.replaceAll(value, word ?? '') : all), text)
      for (const [line, requests, printed] of steps) {
        const words = `${noun} ${line}`
          .replace('PARENT', parent)
          .replace(/\bID\b/, id)
          .split(' ')
        const {stdout, sent} = await recorded(words)
        if (line.startsWith('create') && stdout !== '') id = /\b[0-9a-f]{32}\b/.exec(stdout)?.[0] ?? ''
        assert.deepEqual(sent.map(masked), requests, line)
        if (printed !== undefined) assert.equal(masked(stdout), printed, line)
      }
    })

  const idOf = (body: string): string => String((JSON.parse(body) as {id: string}).id)

  /** Runs a line; `METHOD PATH BODY` of the requests to the generated collections. */
  async function recorded(words: readonly string[]): Promise<{stdout: string; sent: string[]}> {
    const recorder = await startRecorder({bodies: true})
    try {
      const {status, stdout, stderr} = await cloud.run(words, {env: {http_proxy: recorder.url}})
      assert.equal(status, 0, `${words.join(' ')}: ${stderr}`)
      const sent = recorder.requests.flatMap(({method, url, body}) => {
        const {pathname, search} = new URL(url)
        const [, service = '', ...rest] = pathname.split('/')
        return SERVICES.includes(service) && rest.some((word) => word !== '' && !/^v\d$/.test(word))
          ? [`${method} /${rest.join('/')}${decodeURIComponent(search)}${body ? ` ${body}` : ''}`]
          : []
      })
      return {stdout, sent}
    } finally {
      await recorder.stop()
    }
  }
})
