import assert from 'node:assert/strict'
import {discover} from '#plugins/discover'
import {commandNames} from '#plugins/names'
import {makePluginPlace, type PluginPlace} from '../../support/plugin-fixture.ts'

describe('plugin discovery', () => {
  let place: PluginPlace
  /** Where npm installs globally: the core, and what is beside it. */
  const modules = 'lib/node_modules'
  const core = `${modules}/@osc-cli/core`

  beforeEach(() => {
    place = makePluginPlace()
    place.plugin(core, '@osc-cli/core', {
      version: '1.4.0',
      osc: undefined,
      oclif: {plugins: ['plain']},
      commands: {help: {}, 'cache:show': {}},
    })
    place.plugin(`${core}/node_modules/plain`, 'plain', {osc: undefined, commands: {'plugins:install': {hidden: true}}})
  })
  afterEach(() => place.remove())

  const found = (root = core) => discover({coreRoot: place.at(core), root: place.at(root), dataDir: place.at('data')})
  const names = (discovery = found()) => discovery.index.plugins.map(({name, kind}) => `${kind} ${name}`)
  const owner = (id: string, {index} = found()) => index.plugins[index.commands[id] ?? -1]?.name
  const reasons = (discovery = found()) => discovery.index.broken.map(({name, reason}) => `${name}: ${reason}`)

  it('reads the core and what it brings along', () => {
    const {index} = found()
    assert.deepEqual(names(), ['core @osc-cli/core', 'bundled plain'])
    assert.deepEqual(
      ['help', 'cache show', 'plugins install'].map((id) => owner(id)),
      ['@osc-cli/core', '@osc-cli/core', 'plain'],
    )
    assert.deepEqual(
      index.plugins.map(({foreign}) => foreign),
      [false, true],
    )
    assert.deepEqual(index.hidden, ['plugins install'])
    assert.deepEqual(index.broken, [])
  })

  it('finds every plugin of a repository by its folder, when the core itself was started', () => {
    place.plugin('repository', '@osc-cli/core', {osc: undefined, commands: {help: {}}})
    place.plugin('repository/plugins/alpha', 'osc-plugin-z', {commands: {'alpha:go': {}}})
    place.plugin('repository/plugins/beta', 'osc-plugin-a', {commands: {'beta:go': {}}})
    place.write('repository/plugins/broken/package.json', '{')
    place.write('repository/plugins/README.md', 'Not a plugin.')
    const started = (root: string) =>
      discover({coreRoot: place.at('repository'), root: place.at(root), dataDir: place.at('data')})
    assert.deepEqual(names(started('repository')), [
      'core @osc-cli/core',
      'bundled osc-plugin-z',
      'bundled osc-plugin-a',
    ])
    assert.match(reasons(started('repository')).join(), /^broken: package\.json cannot be read/)
    place.write('set/package.json', {name: 'a-set', version: '1.0.0', oclif: {plugins: []}})
    assert.deepEqual(names(started('set')), ['core @osc-cli/core'])
  })

  it('finds what npm put beside the core, with and without a scope, and nothing else', () => {
    place.plugin(`${modules}/osc-plugin-one`, 'osc-plugin-one', {commands: {'one:go': {}}})
    place.plugin(`${modules}/@team/two`, '@team/two', {commands: {'two:go': {}}})
    place.plugin(`${modules}/another-cli`, 'another-cli', {osc: undefined, commands: {'third:go': {}}})
    place.write(`${modules}/npm/package.json`, {name: 'npm', version: '11.0.0'})
    place.write(`${modules}/rubbish/package.json`, '{')
    assert.deepEqual(names().slice(2).sort(), ['global @team/two', 'global osc-plugin-one'])
    assert.equal(owner('two go'), '@team/two')
    assert.deepEqual(reasons(), [])
  })

  for (const [what, at, kind] of [
    ['that was started', `${modules}/@osc-cli/all`, 'bundled'],
    ['beside the core', `${modules}/@osc-cli/all`, 'global'],
    ['that the user installed', 'data/node_modules/@osc-cli/all', 'user'],
  ] as const) {
    it(`finds the plugins of a set ${what}`, () => {
      place.write(`${at}/package.json`, {name: '@osc-cli/all', version: '1.4.0', oclif: {plugins: ['heat']}, osc: {}})
      place.plugin(`${at}/node_modules/heat`, 'heat', {commands: {'stack:list': {}}})
      if (kind === 'user') place.note('@osc-cli/all')
      const discovery = found(kind === 'bundled' ? at : core)
      assert.ok(names(discovery).includes(`${kind} heat`), `${names(discovery)}`)
      assert.deepEqual(reasons(discovery), [])
      const sets = discovery.sets.map((set) => `${set.kind} ${set.name}`)
      assert.deepEqual(sets, kind === 'bundled' ? [] : [`${kind} @osc-cli/all`])
    })
  }

  it('an incomplete set is reported', () => {
    place.write(`${modules}/@osc-cli/all/package.json`, {
      name: '@osc-cli/all',
      version: '1',
      oclif: {plugins: ['heat']},
    })
    assert.match(reasons(found(`${modules}/@osc-cli/all`))[0] ?? '', /^heat: not found from .*@osc-cli\/all$/)
  })

  it('finds what the user installed and linked', () => {
    place.plugin('data/node_modules/mine', 'mine', {commands: {'mine:go': {}}})
    place.plugin('elsewhere', 'linked', {commands: {'linked:go': {}}})
    place.note('mine', {name: 'linked', root: place.at('elsewhere')})
    assert.deepEqual(names().slice(-2), ['user mine', 'link linked'])
  })

  it('of several copies takes the link, then what the user installed, then what is beside the core', () => {
    const bundled = `${core}/node_modules/plain`
    for (const [folder, version, kind] of [
      [bundled, '1.0.0', 'bundled'],
      [`${modules}/plain`, '2.0.0', 'global'],
      ['data/node_modules/plain', '3.0.0', 'user'],
      ['elsewhere', '4.0.0', 'link'],
    ] as const) {
      place.plugin(folder, 'plain', {version, commands: {'plain:go': {}}})
      if (kind === 'user') place.note('plain')
      if (kind === 'link') place.note('plain', {name: 'plain', root: place.at('elsewhere')})
      assert.deepEqual(
        found()
          .index.plugins.slice(1)
          .map((plugin) => [plugin.kind, plugin.version]),
        [[kind, version]],
      )
    }
    place.write('elsewhere/oclif.manifest.json', '{')
    assert.deepEqual(names().slice(1), ['user plain'], 'a broken copy gives way to the next')
    assert.equal(reasons().length, 1)
  })

  const bad: Record<string, [file: string, text: string, reason: RegExp]> = {
    'no package.json': ['package.json', '', /^bad: package.json cannot be read: /],
    'a package.json that is a list': ['package.json', '[]', /^bad: package.json is not a JSON object$/],
    'no version': ['package.json', '{"oclif": {}, "osc": {}}', /has no version$/],
    'no oclif section': ['package.json', '{"version": "1.0.0", "osc": {}}', /does not have an oclif section/],
    'an osc section that is a text': [
      'package.json',
      '{"version": "1.0.0", "oclif": {}, "osc": "yes"}',
      /osc section is not an object/,
    ],
    'namespaces that are numbers': [
      'package.json',
      '{"version": "1.0.0", "oclif": {}, "osc": {"namespaces": [1]}}',
      /osc.namespaces is not a list of strings/,
    ],
    'a range that is none': [
      'package.json',
      '{"version": "1.0.0", "oclif": {}, "osc": {"core": "the newest"}}',
      /osc.core is not a version range: 'the newest'/,
    ],
    'a manifest cut short': ['oclif.manifest.json', '{"commands": ', /oclif.manifest.json cannot be read: /],
    'a manifest without commands': ['oclif.manifest.json', '{}', /does not list commands/],
    'a command without flags': [
      'oclif.manifest.json',
      '{"commands": {"a": {"id": "a"}}}',
      /'a' does not describe its flags/,
    ],
    'a command outside the plugin': [
      'oclif.manifest.json',
      '{"commands": {"a": {"id": "..:..:a", "flags": {}, "args": {}}}}',
      /'a' does not have a valid id/,
    ],
    'aliases that are a text': [
      'oclif.manifest.json',
      '{"commands": {"a": {"id": "a", "flags": {}, "args": {}, "aliases": "b"}}}',
      /'a' is not valid: aliases is not a list/,
    ],
    'roles that are a number': [
      'oclif.manifest.json',
      '{"commands": {"a": {"id": "a", "flags": {}, "args": {}, "roles": 5}}}',
      /'a' is not valid: roles is not a list/,
    ],
    'a flag whose description is a list': [
      'oclif.manifest.json',
      '{"commands": {"a": {"id": "a", "flags": {"b": {"name": "b", "description": []}}, "args": {}}}}',
      /'a' is not valid: flags\.b\.description is not a text/,
    ],
    'a version that is an object': ['package.json', '{"version": {}, "oclif": {}, "osc": {}}', /has no version$/],
    'tables outside of the plugin': [
      'package.json',
      '{"version": "1.0.0", "oclif": {}, "osc": {"data": "../../data.json"}}',
      /osc\.data is not a path inside the plugin/,
    ],
    'service types that are a list': [
      'package.json',
      '{"version": "1.0.0", "oclif": {}, "osc": {"serviceTypes": []}}',
      /osc\.serviceTypes is not an object/,
    ],
  }
  for (const [what, [file, text, reason]] of Object.entries(bad)) {
    it(`a plugin with ${what} is reported and does not affect the rest`, () => {
      place.plugin('data/node_modules/bad', 'bad', {commands: {'bad:go': {}}, raw: {[file]: text}})
      place.plugin('data/node_modules/good', 'good', {commands: {'good:go': {}}})
      place.note('bad', 'good')
      assert.match(reasons().join('\n'), reason)
      assert.equal(found().index.broken[0]?.fix, 'osc plugins install bad')
      assert.equal(owner('good go'), 'good')
      assert.equal(owner('bad go'), undefined)
    })
  }

  it('a damaged list of installed plugins is reported and does not affect the rest', () => {
    place.write('data/package.json', '{"oclif": ')
    assert.match(reasons().join(), /^installed plugins: .*package.json cannot be read/)
    assert.equal(owner('help'), '@osc-cli/core')
  })

  describe('the range of cores', () => {
    const withRange = (range: string) => {
      place.plugin('data/node_modules/picky', 'picky', {osc: {core: range}, commands: {'picky:go': {}}})
      place.note('picky')
      return found().index.plugins.find(({name}) => name === 'picky')?.unfit
    }

    it('of a plugin that fits is accepted', () => {
      for (const range of ['^1.0.0', '1.4.0', '>=1', '*']) assert.equal(withRange(range), undefined, range)
    })

    it('of a newer plugin asks for another osc, of an older one for another plugin', () => {
      assert.deepEqual(withRange('^2.0.0'), {
        reason: 'requires osc ^2.0.0, this is osc 1.4.0',
        fix: "Update osc: npm install -g '@osc-cli/core@^2.0.0', or @osc-cli/all",
      })
      assert.equal(withRange('^0.9.0')?.fix, 'Update the plugin: osc plugins install picky@latest')
    })

    it('keeps an unfit plugin from taking a command of one that fits', () => {
      place.plugin('data/node_modules/picky', 'picky', {osc: {core: '^2.0.0'}, commands: {'same:go': {}}})
      place.plugin('data/node_modules/good', 'good', {commands: {'same:go': {}}})
      place.note('picky', 'good')
      assert.equal(owner('same go'), 'good')
    })

    it('uses a bundled copy instead of an unfit one', () => {
      place.plugin(`${modules}/@osc-cli/all/node_modules/heat`, 'heat', {osc: {core: '^1.4.0'}})
      place.write(`${modules}/@osc-cli/all/package.json`, {
        name: '@osc-cli/all',
        version: '1',
        oclif: {plugins: ['heat']},
      })
      place.plugin('data/node_modules/heat', 'heat', {osc: {core: '^2.0.0'}})
      place.note('heat')
      assert.ok(names(found(`${modules}/@osc-cli/all`)).includes('bundled heat'))
    })
  })

  describe('two plugins with one command', () => {
    beforeEach(() => {
      for (const name of ['first', 'second'])
        place.plugin(`data/node_modules/${name}`, name, {
          commands: {
            'stack:list': {aliases: ['stacks']},
            help: {},
            [`${name}:go`]: {aliases: ['help', 'first:go', 'second:go']},
          },
        })
      place.note('first', 'second')
    })

    it('the first installed plugin has it, and none takes a command of the core', () => {
      assert.deepEqual(
        ['stack list', 'help'].map((id) => owner(id)),
        ['first', '@osc-cli/core'],
      )
      assert.equal(found().index.aliases.help, undefined)
    })

    it('both are reachable through their namespaces', () => {
      const {index} = found()
      assert.equal(commandNames(index).inNamespace('first')?.('stack list'), true)
      assert.equal(owner('second stack list'), 'second')
      assert.equal(index.shadowed['second stack list'], 'stack list')
      assert.equal(owner('first help'), 'first')
      assert.ok(index.hidden.includes('second stack list'))
    })

    it('an alias never wins over a command', () => {
      const {index} = found()
      assert.equal(index.aliases['second go'], undefined)
      assert.equal(owner('second go'), 'second')
    })

    it('all of it is listed', () => {
      const listed = found().conflicts.map(({kind, name, winner, loser, reach}) =>
        [kind, name, winner, loser, reach].join(', '),
      )
      assert.deepEqual(listed.filter((line) => line.startsWith('command')).sort(), [
        'command, help, @osc-cli/core, first, first help',
        'command, help, @osc-cli/core, second, second help',
        'command, stack list, first, second, second stack list',
      ])
      assert.ok(listed.includes('alias, help, @osc-cli/core, first, first go'))
    })

    it('one namespace belongs to the first; the other is reached by its package', () => {
      for (const name of ['first', 'second'])
        place.plugin(`data/node_modules/${name}`, name, {osc: {namespaces: ['ours']}, commands: {'stack:list': {}}})
      place.note('first', 'second')
      const {index, conflicts} = found()
      assert.equal(owner('second stack list'), 'second')
      assert.equal(commandNames(index).inNamespace('ours')?.('stack list'), true)
      assert.ok(conflicts.some(({kind, name, loser}) => kind === 'namespace' && name === 'ours' && loser === 'second'))
    })
  })

  it('a command may be called as something that every object has', () => {
    place.plugin('data/node_modules/odd', 'odd', {commands: {constructor: {}, 'valueOf:show': {}}})
    place.note('odd')
    assert.equal(owner('constructor'), 'odd')
  })
})
