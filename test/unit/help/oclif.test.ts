import assert from 'node:assert/strict'
import {mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {makeFixedPlace} from '../../support/fixed-place.ts'
import {removePlace} from '../../support/place.ts'
import {makePluginPlace} from '../../support/plugin-fixture.ts'
import {repository} from '../../support/program.ts'
import {run, runProgram} from '../../support/run.ts'

const PACKAGES = ['@oclif/core', '@oclif/plugin-help', '@osc-cli/core', '@osc-cli/plugin-heat']

const RUN = `import {flush, handle, run} from '@oclif/core'
await run(process.argv.slice(2), import.meta.url).then(() => flush(), handle)
`
const INSTANCE = `import {Config} from '@oclif/core'
import {Help, loadHelpClass} from '@oclif/core/help'
const config = await Config.load(import.meta.url)
const Class = await loadHelpClass(config)
const help = new Class(config, {sendToStderr: true})
console.log(help instanceof Help)
await help.showCommandHelp(config.findCommand('stack:show'))
`
const OWN = `import {Command} from '@oclif/core'
export default class extends Command {
  static summary = 'Say hello.'
  async run() {}
}
`

/** A program of plain oclif that brings osc's core and Heat along, and has a command of its own and no manifest. */
describe('the help class in a program of plain oclif', () => {
  const place = makeFixedPlace()
  const fixture = makePluginPlace(place.root)
  before(() => {
    fixture.write('prog/package.json', {
      name: 'prog',
      version: '3.2.1',
      type: 'module',
      dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '*'])),
      oclif: {
        bin: 'cso',
        commands: './commands',
        topicSeparator: ' ',
        helpClass: './help.js',
        additionalHelpFlags: ['-h'],
        plugins: PACKAGES.slice(1),
      },
    })
    fixture.write('prog/commands/hello/say.js', OWN)
    fixture.write('prog/help.js', "export {default} from '@osc-cli/core/help'\n")
    fixture.write('prog/run.js', RUN)
    fixture.write('prog/instance.js', INSTANCE)
    for (const name of PACKAGES) {
      const link = fixture.at(`prog/node_modules/${name}`)
      mkdirSync(dirname(link), {recursive: true})
      symlinkSync(join(repository, 'node_modules', name), link)
    }
  })
  after(() => removePlace(place))

  const prog = (file: string, ...argv: string[]) =>
    runProgram([process.execPath, fixture.at(`prog/${file}`), ...argv], {place})
  const named = (text: string) => text.replaceAll(/\bosc (?=(?:help|context|stack|software|orch|resource|\[))/g, 'cso ')

  const same: [string, string][] = [
    ['stack create --help', 'stack create --help'],
    ['stack create -h', 'stack create -h'],
    ['stack show web --help', 'stack show --help'],
    ['help stack create', 'help stack create'],
    ['help stack:create', 'help stack create'],
    ['stack', 'help stack'],
    ['help stack', 'help stack'],
    ['help heat', 'help heat'],
    ['help microversions', 'help microversions'],
    ['stack create --help --json', 'help stack create --json'],
    ['stack create --os-cloud nowhere --help', '--os-cloud nowhere help stack create'],
  ]
  for (const [line, ours] of same)
    it(`cso ${line} is osc ${ours}`, async () => {
      const [theirs, expected] = await Promise.all([prog('run.js', ...line.split(' ')), run(ours.split(' '), {place})])
      assert.deepEqual([theirs.status, theirs.stderr], [0, ''])
      assert.equal(named(theirs.stdout), named(expected.stdout))
    })

  it('shows the first page of what the program brings along', async () => {
    const {status, stdout} = await prog('run.js')
    assert.equal(status, 0)
    assert.match(stdout, /USAGE\n {2}cso \[global options\]/)
    assert.match(stdout, /\n {2}orchestration +Orchestration: /)
    assert.doesNotMatch(stdout, /\n {2}identity/)
  })

  it('leaves to oclif what is in no manifest', async () => {
    const {status, stdout} = await prog('run.js', 'hello', 'say', '--help')
    assert.equal(status, 0)
    assert.match(stdout, /Say hello\.\n\nUSAGE\n +\$ cso hello say/)
    const missing = await prog('run.js', 'help', 'nothing', 'such')
    assert.equal(missing.status, 2)
    assert.match(missing.stderr, /Command nothing:such not found/)
  })

  it('is an oclif Help, and goes to stderr on request', async () => {
    const {stdout, stderr} = await prog('instance.js')
    assert.equal(stdout, 'true\n')
    assert.match(stderr, /^Show a stack\n\nUSAGE\n {2}cso stack show/)
  })
})

describe("osc's own help class", () => {
  const place = makeFixedPlace()
  const file = (name: string) => join(place.root, name)
  after(() => removePlace(place))

  it('is what oclif finds for the core', async () => {
    const oclif = (path: string) => pathToFileURL(join(repository, 'node_modules/@oclif/core/lib', path)).href
    const script = `import {Config} from '${oclif('config/index.js')}'
import {loadHelpClass} from '${oclif('help/index.js')}'
const config = await Config.load({root: ${JSON.stringify(repository)}})
const Help = await loadHelpClass(config)
await new Help(config).showHelp(['whoami', '--help'])
`
    writeFileSync(file('help.mjs'), script)
    const [{stdout, stderr}, ours] = await Promise.all([
      runProgram([process.execPath, file('help.mjs')], {place}),
      run(['whoami', '--help'], {place}),
    ])
    assert.deepEqual([stdout, stderr], [ours.stdout, ''])
  })

  const pages = [
    ['whoami', '--help'],
    ['stack', '--help'],
    ['heat'],
    [],
    ['help', 'scripting'],
    ['stack', 'create', '-h'],
  ]
  for (const argv of pages)
    it(`is not loaded for a page of osc: osc ${argv.join(' ')}`, async () => {
      const recorder = `import {registerHooks} from 'node:module'
import {appendFileSync} from 'node:fs'
registerHooks({load: (url, context, next) => (appendFileSync(${JSON.stringify(file('loaded'))}, url + '\\n'), next(url, context))})
`
      writeFileSync(file('recorder.mjs'), recorder)
      writeFileSync(file('loaded'), '')
      const {status} = await run(argv, {
        place,
        env: {NODE_OPTIONS: `--import=${pathToFileURL(file('recorder.mjs')).href}`},
      })
      const loaded = readFileSync(file('loaded'), 'utf8')
        .split('\n')
        .filter((url) => url.startsWith('file:'))
      assert.equal(status, 0)
      assert.ok(
        loaded.some((url) => url.endsWith('/dist/core.js')),
        'the recorder records',
      )
      assert.deepEqual(
        loaded.filter((url) => /oclif-help|@oclif/.test(url)),
        [],
      )
    })
})
