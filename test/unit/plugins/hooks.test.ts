import assert from 'node:assert/strict'
import {existsSync, readFileSync} from 'node:fs'
import {oscPerTest} from '../../support/per-test.ts'
import {makePluginPlace, type PluginPlace, saying} from '../../support/plugin-fixture.ts'

const FAILING = `import {ConflictError, OscCommand} from '@osc-cli/core'
export default class extends OscCommand {
  async run() {
    await this.print('half')
    throw new ConflictError('Busy.')
  }
}
`

/** Appends what it is called with to the file that HOOKED names. */
const noting = (event: string) => `import {appendFileSync} from 'node:fs'
export default async function ({Command, argv, id, error, result, config}) {
  const {name, code} = error ?? {}
  appendFileSync(config.runtime.env.HOOKED, JSON.stringify(['${event}', Command.id, argv, id, code ?? name]) + '\\n')
}
`

describe('hooks of a plugin', () => {
  const osc = oscPerTest()
  let place: PluginPlace
  const noted = () => place.at('hooked')
  const run = (...argv: string[]) => osc(argv, {env: {HOOKED: noted()}})
  const calls = (): unknown[] =>
    readFileSync(noted(), 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line))

  const add = (hooks: object, files: Record<string, string>, more: object = {}) =>
    place.plugin('data/node_modules/watch', 'watch', {oclif: {hooks}, raw: files, ...more})
  const prerun = (text: string, more: object = {}) => add({prerun: './hook.js'}, {'hook.js': text}, more)

  beforeEach(() => {
    place = makePluginPlace(osc.place.root)
    place.plugin('data/node_modules/good', 'good', {commands: {'good:go': {}, 'good:fail': FAILING}})
    place.note('watch', 'good')
  })

  it('are called before and after a command that succeeds, and at its end', async () => {
    const events = ['prerun', 'postrun', 'finally']
    add(
      Object.fromEntries(events.map((event) => [event, `./hooks/${event}`])),
      Object.fromEntries(events.map((event) => [`hooks/${event}.js`, noting(event)])),
    )
    const {status, stdout, stderr} = await run('good', 'go', '--os-password', 'geheim')
    assert.deepEqual([status, stdout, stderr], [0, 'good\n', ''])
    assert.deepEqual(calls(), [
      ['prerun', 'good go', [], null, null],
      ['postrun', 'good go', [], null, null],
      ['finally', 'good go', [], 'good go', null],
    ])
  })

  it('of the end hear what a command failed with, which ends as ever', async () => {
    add({postrun: './after.js', finally: ['./after.js']}, {'after.js': noting('after')})
    const {status, stdout, stderr} = await run('good', 'fail')
    assert.deepEqual([status, stdout, stderr.split('\n')[0]], [5, 'half\n', 'Busy.'])
    assert.deepEqual(calls(), [['after', 'good fail', [], 'good fail', 'Conflict']])
  })

  it('may refuse a command by a typed error', async () => {
    const refusing = `import {RefusedError} from '@osc-cli/core'
export const check = ({Command}) => {
  if (Command.id === 'good go') throw new RefusedError('Not on a Friday.', {hint: 'Wait until Monday.'})
}
`
    add(
      {prerun: {target: './hook.js', identifier: 'check'}, finally: './end.js'},
      {'hook.js': refusing, 'end.js': noting('end')},
    )
    const {status, stdout, stderr} = await run('good', 'go')
    assert.deepEqual([status, stdout, stderr], [1, '', 'Not on a Friday.\nWait until Monday.\n'])
    assert.deepEqual(calls(), [['end', 'good go', [], 'good go', 'Refused']])
    assert.equal((await run('good', 'fail')).status, 5)
    assert.equal((await osc(['good', 'go', '--json'], {env: {HOOKED: noted()}})).status, 1)
  })

  it('may refuse it in the words of oclif', async () => {
    prerun("export default async function () { this.error('Closed.') }")
    const {status, stdout, stderr} = await run('good', 'go')
    assert.deepEqual([status, stdout, stderr.split('\n')[0]], [1, '', 'Closed.'])
  })

  const TROUBLE: Record<string, [string, RegExp]> = {
    throws: ["export default () => { throw new Error('no luck.\\nreally') }", /: no luck\. See osc/],
    rejects: ["export default async () => { throw 'thing' }", /: thing\. See osc/],
    'does not parse': ['export default (', /: syntax error: /],
    'lacks a package': ["import 'left-pad-of-nobody'\n", /: the required package 'left-pad-of-nobody' is not inst/],
    'throws when it is loaded': ["throw new Error('early')", /: early\. See osc/],
    'exports no function': ['export default 5', /: \.\/hook\.js does not export a function default for prerun\. See/],
    'ends the process': ['export default () => process.exit(9)', /: the hook calls process\.exit\. See osc/],
    'fails behind its end': ["export default () => { Promise.reject(new Error('lost')) }", /: lost\. See osc/],
  }
  for (const [what, [text, says]] of Object.entries(TROUBLE)) {
    it(`that ${what} costs one line on stderr`, async () => {
      prerun(text)
      const {status, stdout, stderr} = await run('good', 'go')
      assert.deepEqual([status, stdout], [0, 'good\n'], stderr)
      assert.match(stderr, says)
      assert.match(stderr, /^Hook prerun of plugin watch 1\.0\.0: .* See osc plugins doctor watch\n$/)
    })
  }

  it('that is missing costs one line too, and none with -q', async () => {
    add({prerun: './none'}, {})
    const {status, stdout, stderr} = await run('good', 'go')
    assert.deepEqual([status, stdout], [0, 'good\n'])
    assert.equal(
      stderr,
      'Hook prerun of plugin watch 1.0.0: module ./none was not found. See osc plugins doctor watch\n',
    )
    assert.equal((await run('-q', 'good', 'go')).stderr, '')
  })

  for (const [what, text] of [
    ['when it is called', 'export default () => new Promise((resolve) => setTimeout(resolve, 60_000))'],
    ['when it is loaded', 'await new Promise((resolve) => setTimeout(resolve, 60_000))'],
    ['without anything to wait for', 'export default () => new Promise(() => {})'],
  ]) {
    it(`that hangs ${what} is abandoned`, async () => {
      prerun(text ?? '')
      const start = Date.now()
      const {status, stdout, stderr} = await run('good', 'go')
      assert.deepEqual([status, stdout], [0, 'good\n'])
      assert.match(stderr, /^Hook prerun of plugin watch 1\.0\.0: the hook did not end within 3 seconds\./)
      assert.ok(Date.now() - start < 10_000)
    })
  }

  it('that leaves something running does not keep the process', async () => {
    prerun("export default () => { setInterval(() => console.log('tick'), 50) }")
    const start = Date.now()
    const {status, stdout} = await run('good', 'fail')
    assert.deepEqual([status, stdout], [5, 'half\n'])
    assert.ok(Date.now() - start < 5000)
  })

  it('that leaves something running behind a line of the shell does not keep it', async () => {
    prerun("export default () => { setInterval(() => console.log('tick'), 50) }")
    const start = Date.now()
    const {status, stdout} = await osc(['shell'], {stdin: 'good go\ngood fail\n', timeout: 20_000})
    assert.deepEqual([status, stdout], [5, 'good\nhalf\n'])
    assert.ok(Date.now() - start < 5000)
  })

  it('after a command change neither its output nor its status', async () => {
    const noisy =
      "export default function () { console.log('noise'); this.log('more'); process.exitCode = 7; process.exit(8) }"
    add({postrun: './hook.js', finally: './hook.js'}, {'hook.js': noisy})
    const {status, stdout, stderr} = await run('good', 'go')
    assert.deepEqual([status, stdout], [0, 'good\n'])
    assert.match(stderr, /^noise\nmore\nHook postrun .*: the hook calls process\.exit\./)
  })

  it('write to stderr only', async () => {
    prerun(`console.log('loading')
export default async function ({config}) {
  console.log('called')
  process.stdout.write('written\\n')
  await config.runtime.stdout.write('printed\\n')
  await new Promise((resolve) => setTimeout(resolve, 5))
  console.log('later')
}`)
    const {status, stdout, stderr} = await run('good', 'go')
    assert.deepEqual([status, stdout], [0, 'good\n'])
    assert.deepEqual(stderr.trim().split('\n').sort(), ['called', 'later', 'loading', 'printed', 'written'])
  })

  it('are not called for help, completion and what manages plugins, oclif included', async () => {
    prerun(`import {RefusedError} from '@osc-cli/core'
export default () => { throw new RefusedError('Never.') }`)
    for (const line of ['good go --help', 'help good', 'plugins', 'plugins conflicts', 'plugins unlink --help'])
      assert.deepEqual([(await run(...line.split(' '))).status], [0], line)
    place.note({name: 'watch', root: place.at('data/node_modules/watch')}, 'good')
    assert.equal((await run('good', 'go')).status, 1)
    const unlinked = await run('plugins', 'unlink', 'watch')
    assert.equal(unlinked.status, 0, unlinked.stderr)
    assert.equal((await run('good', 'go')).status, 0)
  })

  it('of a plugin for another core are not loaded', async () => {
    prerun("throw new Error('loaded')", {osc: {core: '^99.0.0'}})
    const {status, stdout, stderr} = await run('good', 'go')
    assert.deepEqual([status, stdout, stderr], [0, 'good\n', ''])
  })

  it('end with Ctrl-C, as the command', async () => {
    prerun("export default () => { process.stderr.write('waiting\\n'); return new Promise(() => {}) }")
    const start = Date.now()
    const {status, stdout} = await osc(['good', 'go'], {
      started: (child) => child.stderr?.on('data', (text) => String(text).includes('waiting') && child.kill('SIGINT')),
    })
    assert.deepEqual([status, stdout], [130, ''])
    assert.ok(Date.now() - start < 3000)
  })

  it('are examined by doctor', async () => {
    add({prerun: './hook.js', postrun: './none.js'}, {'hook.js': 'export default 5'})
    const {status, stdout} = await run('plugins', 'doctor', 'watch')
    assert.equal(status, 1)
    assert.match(stdout, /Hook prerun: \.\/hook\.js does not export a function default for prerun\n/)
    assert.match(stdout, /Hook postrun: module \.\/none\.js was not found\n/)
  })

  it('of a malformed section affect only their plugin', async () => {
    add({prerun: 5}, {})
    assert.equal((await run('good', 'go')).stdout, 'good\n')
    assert.match((await run('plugins', 'doctor', 'watch')).stdout, /oclif\.hooks\.prerun does not name a module/)
    assert.ok(!existsSync(noted()))
  })

  it('are heard of plain plugins of oclif, too', async () => {
    add(
      {prerun: './hook.cjs'},
      {'hook.cjs': "exports.default = async function () { this.warn('seen') }"},
      {osc: undefined},
    )
    assert.deepEqual((await run('good', 'go')).stderr, 'seen\n')
    place.plugin('data/node_modules/good', 'good', {commands: {'good:go': saying('again')}})
    assert.equal((await run('good', 'go')).stdout, 'again\n')
  })
})
