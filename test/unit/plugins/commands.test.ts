import assert from 'node:assert/strict'
import {asArray, asObject} from '#json'
import {oscPerTest} from '../../support/per-test.ts'
import {makePluginPlace, type PluginPlace} from '../../support/plugin-fixture.ts'

describe('osc plugins', () => {
  // Nothing answers there: whatever sends a request fails.
  const osc = oscPerTest({
    env: {OS_AUTH_URL: 'http://127.0.0.1:9/v3', OS_USERNAME: 'u', OS_PASSWORD: 'p', OS_PROJECT_NAME: 'p'},
  })
  let place: PluginPlace

  beforeEach(() => {
    place = makePluginPlace(osc.place.root)
    place.plugin('data/node_modules/first', 'first', {
      osc: {namespaces: ['first'], services: ['metric']},
      commands: {'thing:list': {}, 'thing:show': {}},
    })
    place.plugin('data/node_modules/second', 'second', {commands: {'thing:list': {}, 'second:go': {}}})
    place.note('first', 'second')
  })

  const rows = async (...argv: string[]) => {
    const {status, stdout, stderr} = await osc(...argv, '-f', 'json')
    assert.equal(status, 0, stderr)
    return asArray(JSON.parse(stdout)).map(asObject)
  }

  it('lists them with health and what is known of the cloud, without requests', async () => {
    place.plugin('data/node_modules/late', 'late', {osc: {core: '^99.0.0'}, commands: {'late:go': {}}})
    place.plugin('data/node_modules/bad', 'bad', {raw: {'package.json': '{'}})
    place.note('first', 'second', 'late', 'bad')
    const listed = await rows('plugins')
    const of = (name: string) => listed.find(({Name}) => Name === name) ?? assert.fail(name)
    assert.deepEqual(
      [of('first').Version, of('first').Kind, of('first').Namespaces, of('first').Services, of('first').Commands],
      ['1.0.0', 'user', 'first', 'metric', 2],
    )
    assert.deepEqual([of('first').Health, of('first').Offered], ['ok', 'unknown'])
    assert.match(String(of('late').Health), /^requires osc \^99\.0\.0/)
    assert.match(String(of('bad').Health), /^broken: package\.json cannot be read/)
    assert.ok(listed.every(({Name}) => Name !== '@osc-cli/core'))
    assert.ok((await rows('plugins', '--core')).some(({Name}) => Name === '@osc-cli/core'))
  })

  it('conflicts lists both and the line that reaches the second', async () => {
    const [conflict, ...more] = await rows('plugins', 'conflicts')
    assert.deepEqual(conflict, {
      Kind: 'command',
      Name: 'thing list',
      Winner: 'first',
      Loser: 'second',
      'Run As': 'osc second thing list',
    })
    assert.deepEqual(more, [])
    assert.equal((await osc('second', 'thing', 'list')).stdout, 'second\n')
  })

  it('info shows one by its namespace', async () => {
    const {stdout} = await osc('plugins', 'info', 'first', '-f', 'json')
    const info = asObject(JSON.parse(stdout))
    assert.deepEqual([info.name, info.installed, info.commands], ['first', true, ['thing list', 'thing show']])
    const none = await osc('plugins', 'info', 'absent')
    assert.equal(none.status, 4)
    assert.match(none.stderr, /^Plugin 'absent' is neither installed nor known\.\nFind plugins: osc plugins/)
  })

  it('search finds by all words, in commands and summaries', async () => {
    const found = await rows('plugins', 'search', 'STACK', 'snapshot')
    assert.deepEqual(
      found.map(({Name}) => Name),
      ['@osc-cli/plugin-heat'],
    )
    assert.ok(asArray(found[0]?.Commands).includes('stack snapshot create'))
    assert.deepEqual(await rows('plugins', 'search', 'nothing-is-called-so'), [])
  })

  it('doctor loads every command, names what is wrong, and is not harmed by it', async () => {
    place.plugin('data/node_modules/first', 'first', {
      commands: {
        'thing:list': "import 'package-of-nobody'\n",
        'thing:quit': 'process.exit(7)\n',
        'thing:wait': 'await new Promise(() => {})\n',
        'thing:good': {},
      },
    })
    place.plugin('data/node_modules/bad', 'bad', {raw: {'oclif.manifest.json': '[]'}})
    place.note('first', 'second', 'bad')
    const {status, stdout, stderr} = await osc('plugins', 'doctor', '--json')
    assert.equal(status, 1)
    assert.match(String(asObject(JSON.parse(stderr)).message), /^2 of \d+ plugins have problems\.$/)
    const plugins = asArray(asObject(JSON.parse(stdout)).plugins).map(asObject)
    const problems = (name: string) => asArray(plugins.find((each) => each.name === name)?.problems).map(asObject)
    const messages = problems('first').map(({problem}) => String(problem))
    assert.equal(messages.length, 3, messages.join('\n'))
    assert.match(messages[0] ?? '', /'thing list' .* the required package 'package-of-nobody' is not installed/)
    assert.match(messages[1] ?? '', /'thing quit': the process exited with status 7 while loading it/)
    assert.match(messages[2] ?? '', /'thing wait': the process exited with status 13 while loading it/)
    assert.deepEqual(problems('bad'), [
      {problem: 'oclif.manifest.json is not a JSON object', fix: 'osc plugins install bad'},
    ])
    assert.deepEqual(problems('second'), [])
    const one = await osc('plugins', 'doctor', 'second')
    assert.deepEqual([one.status, one.stdout], [0, 'second 1.0.0: ok\n'])
    assert.equal((await osc('plugins', 'doctor', 'absent')).status, 4)
  })

  it('what is oclif’s own still works', async () => {
    place.plugin('elsewhere', 'linked', {commands: {'linked:go': {}}})
    const {status, stderr} = await osc('plugins', 'link', '--no-install', place.at('elsewhere'))
    assert.equal(status, 0, stderr)
    assert.equal((await osc('linked', 'go')).stdout, 'linked\n')
    assert.equal((await osc('plugins', 'unlink', 'linked')).status, 0)
    assert.equal((await osc('linked', 'go')).status, 127)
    const absent = await osc('plugins', 'inspect', 'absent')
    assert.notEqual(absent.status, 0)
    assert.doesNotMatch(absent.stderr, /bug in osc/)
  })

  it('version shows what runs', async () => {
    assert.match((await osc('version')).stdout, /^osc \d+\.\d+\.\d+\n$/)
    const {stdout} = await osc('version', '--json')
    const {sets, packages} = asObject(JSON.parse(stdout))
    assert.deepEqual(sets, [])
    assert.ok(
      asArray(packages)
        .map(asObject)
        .some(({name, version}) => name === 'first' && version === '1.0.0'),
    )
  })

  it('link refuses what is not a built plugin, and unlink takes the folder', async () => {
    place.write('mine/package.json', {name: 'mine', version: '1.0.0', oclif: {commands: './dist/commands'}})
    const folder = place.at('mine')
    const unbuilt = await osc('plugins', 'link', folder)
    assert.deepEqual([unbuilt.status, unbuilt.stdout], [1, ''])
    assert.match(unbuilt.stderr, /^Plugin mine is not built: .*\nBuild it: cd \S+ && osc plugins build\n$/)
    const absent = await osc('plugins', 'link', place.at('absent'))
    assert.match(absent.stderr, /^Folder \S+absent was not found\.\n/)
    place.plugin('mine', 'mine', {commands: {'mine:go': {}}})
    const linked = await osc('plugins', 'link', folder)
    assert.match(linked.stderr, /^Linked mine to \S+\. To undo: osc plugins unlink mine\n$/)
    assert.ok((await rows('plugins', 'list')).some(({Name}) => Name === 'mine'))
    assert.equal((await osc('plugins', 'unlink', folder)).stderr, 'Removed mine.\n')
    assert.ok((await rows('plugins')).every(({Name}) => Name !== 'mine'))
  })

  it('reset removes all of them, in a pipe only with --yes', async () => {
    const refused = await osc('plugins', 'reset')
    assert.equal(refused.status, 2)
    assert.match(refused.stderr, /no plugin was removed/)
    place.write('data/trust.json', '{')
    assert.equal((await osc('plugins', 'reset', '--yes')).status, 0)
    assert.ok((await rows('plugins')).every(({Kind}) => Kind !== 'user'))
  })
})
