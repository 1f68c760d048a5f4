import assert from 'node:assert/strict'
import {mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {discover} from '#plugins/discover'
import {loadIndex} from '#plugins/index-cache'
import {commandNames} from '#plugins/names'

describe('plugin discovery', () => {
  let base: string
  const write = (file: string, content: unknown) => {
    mkdirSync(join(base, file, '..'), {recursive: true})
    writeFileSync(join(base, file), typeof content === 'string' ? content : JSON.stringify(content))
  }
  const plugin = (folder: string, name: string, osc: object | undefined, commands: object) => {
    write(`${folder}/package.json`, {
      name,
      version: '1.0.0',
      oclif: {commands: './dist/commands'},
      ...(osc ? {osc} : {}),
    })
    write(`${folder}/oclif.manifest.json`, {version: '1.0.0', commands})
  }
  const command = (id: string, more: object = {}) => ({[id]: {id, ...more}})

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'osc-discover-'))
    write('core/package.json', {
      name: '@osc-cli/core',
      version: '1.0.0',
      oclif: {commands: './dist/commands', plugins: ['plain'], devPlugins: ['heat', 'absent']},
    })
    write('core/oclif.manifest.json', {version: '1.0.0', commands: {...command('help'), ...command('cache:show')}})
    plugin(
      'core/node_modules/heat',
      'heat',
      {namespaces: ['heat'], services: ['orchestration'], displayName: 'Orchestration'},
      {
        ...command('stack:list', {aliases: ['stacks']}),
        ...command('help'),
      },
    )
    plugin('core/node_modules/plain', 'plain', undefined, command('plugins:install', {hidden: true}))
  })
  afterEach(() => rmSync(base, {recursive: true}))

  const core = () => join(base, 'core')
  const data = () => join(base, 'data')

  it('merges the commands; the core wins over plugins', () => {
    const {index} = discover(core(), core(), data())
    const owner = (id: string) => index.plugins[index.commands[id] ?? -1]?.name
    assert.deepEqual(['help', 'cache show', 'stack list', 'plugins install'].map(owner), [
      '@osc-cli/core',
      '@osc-cli/core',
      'heat',
      'plain',
    ])
    assert.deepEqual(index.aliases, {stacks: 'stack list'})
    assert.deepEqual(index.hidden, ['plugins install'])
    assert.deepEqual(index.broken, [])
  })

  it('knows a plain oclif plugin from one of osc', () => {
    const {plugins} = discover(core(), core(), data()).index
    assert.deepEqual(
      plugins.map(({name, foreign}) => [name, foreign]),
      [
        ['@osc-cli/core', false],
        ['plain', true],
        ['heat', false],
      ],
    )
  })

  it('finds what the user installed and linked', () => {
    plugin('data/node_modules/mine', 'mine', {namespaces: ['mine']}, command('mine:go'))
    plugin('elsewhere', 'linked', {namespaces: ['linked']}, command('linked:go'))
    const link = {name: 'linked', type: 'link', root: join(base, 'elsewhere')}
    write('data/package.json', {oclif: {plugins: [{name: 'mine', type: 'user'}, link]}})
    const {index} = discover(core(), core(), data())
    assert.deepEqual(
      index.plugins.slice(-2).map(({name, kind}) => [name, kind]),
      [
        ['mine', 'user'],
        ['linked', 'link'],
      ],
    )
  })

  it('a broken plugin is told and leaves the rest', () => {
    write('core/node_modules/heat/oclif.manifest.json', '{"commands": ')
    const {index} = discover(core(), core(), data())
    assert.deepEqual(
      index.broken.map(({name}) => name),
      ['heat'],
    )
    assert.ok('help' in index.commands)
  })

  it('the namespace narrows to its plugin', () => {
    const names = commandNames(discover(core(), core(), data()).index)
    assert.equal(names.inNamespace('heat')?.('stack list'), true)
    assert.equal(names.inNamespace('heat')?.('cache show'), false)
    assert.equal(names.inNamespace('stack'), undefined)
  })

  describe('its cache', () => {
    const places = () => ({coreRoot: core(), root: core(), dataDir: data(), cacheDir: join(base, 'cache')})
    const known = () => Object.keys(loadIndex(places()).commands).includes('stack show')

    it('is private', () => {
      loadIndex(places())
      assert.equal(statSync(places().cacheDir).mode & 0o777, 0o700)
    })

    it('is made anew when a manifest changes or a plugin is installed', () => {
      assert.equal(known(), false)
      plugin(
        'core/node_modules/heat',
        'heat',
        {namespaces: ['heat']},
        {...command('stack:list'), ...command('stack:show')},
      )
      assert.equal(known(), true)
      plugin('data/node_modules/mine', 'mine', {}, command('mine:go'))
      write('data/package.json', {oclif: {plugins: [{name: 'mine', type: 'user'}]}})
      assert.ok('mine go' in loadIndex(places()).commands)
    })

    it('may be rubbish or not writable', () => {
      write('cache', 'a file where the folder should be')
      assert.ok('help' in loadIndex(places()).commands)
    })
  })
})
