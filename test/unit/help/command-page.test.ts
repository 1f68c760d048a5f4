import assert from 'node:assert/strict'
import {type Context, NO_CONTEXT} from '#context/context'
import {commandPage, shortPage} from '#help/command-page'
import type {CommandFacts, FlagFacts} from '#help/facts'
import {fillIn} from '#help/fill-in'
import {optionGroups} from '#help/option-groups'
import {pageLines} from '#help/page'
import {rootPage} from '#help/root-page'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

const plugin = (more: Partial<IndexedPlugin> = {}): IndexedPlugin => ({
  name: 'p',
  version: '1.0.0',
  root: '/nowhere',
  kind: 'bundled',
  namespaces: ['p'],
  services: ['compute'],
  displayName: 'P',
  commandsDir: './dist',
  foreign: false,
  ...more,
})
const flag = (name: string, more: Partial<FlagFacts> = {}): FlagFacts => ({
  name,
  type: 'option',
  description: `Sets ${name}.`,
  ...more,
})
const command = (flags: readonly FlagFacts[], more: Partial<CommandFacts> = {}): CommandFacts => ({
  id: 'thing do',
  summary: 'Do it.',
  args: {},
  flags: Object.fromEntries(flags.map((each) => [each.name, each])),
  ...more,
})
const noCloud: Context = {...NO_CONTEXT, problem: new Error('none')}
const view = (context = noCloud) => ({program: 'osc', env: {}, context, all: false})

describe('the options of a command', () => {
  const flags = [
    flag('format', {helpGroup: 'OUTPUT'}),
    flag('limit'),
    flag('project-domain'),
    flag('wait', {type: 'boolean'}),
    flag('name'),
    flag('cores', {helpGroup: 'COMPUTE'}),
    flag('template', {required: true}),
    flag('marker'),
    flag('hidden', {hidden: true}),
  ]
  it('are grouped: required, without a purpose, by purpose, output', () => {
    const shown = optionGroups(flags.filter(({hidden}) => !hidden)).map(({title, flags: own}) => [
      title,
      own.map(({name}) => name),
    ])
    assert.deepEqual(shown, [
      ['REQUIRED OPTIONS', ['template']],
      ['OPTIONS', ['name']],
      ['PAGE OPTIONS', ['limit', 'marker']],
      ['DOMAIN OPTIONS', ['project-domain']],
      ['WAIT OPTIONS', ['wait']],
      ['COMPUTE OPTIONS', ['cores']],
      ['OUTPUT OPTIONS', ['format']],
    ])
  })

  it('are followed by where the global ones are', () => {
    const titles = commandPage(command(flags), plugin(), view()).sections.map(({title}) => title)
    assert.equal(titles.at(titles.indexOf('OUTPUT OPTIONS') + 1), 'GLOBAL OPTIONS')
  })

  it('are data for programs, without what is hidden', () => {
    const data = commandPage(
      command(flags, {needs: {name: {microversion: '2.7'}}, roles: ['admin'], aliases: ['thing:act']}),
      plugin(),
      view(),
    ).command
    assert.deepEqual(data?.options.map(({name, group}) => [name, group])[0], ['template', 'REQUIRED OPTIONS'])
    assert.equal(
      data?.options.some(({name}) => name === 'hidden'),
      false,
    )
    assert.deepEqual(data?.options.find(({name}) => name === 'name')?.needs, {microversion: '2.7'})
    assert.deepEqual([data?.roles, data?.aliases, data?.plugin.version], [['admin'], ['thing act'], '1.0.0'])
  })

  for (const width of [60, 80, 120])
    it(`take a line each in the short form of ${width} columns`, () => {
      const long = flag('a-name-that-is-so-long-that-nothing-stands-beside-it-in-sixty', {description: 'x'.repeat(200)})
      const page = shortPage(
        command([...flags, long, flag('short', {description: 'One\nand two. And three.'})]),
        plugin(),
        view(),
      )
      const lines = pageLines(page, width)
      const own = lines.slice(lines.indexOf('OPTIONS') + 1, lines.indexOf('MORE') - 1)
      assert.equal(own.length, 9)
      assert.ok(
        own.every((line) => line.length <= width),
        own.join('\n'),
      )
      assert.match(own[0] ?? '', /^ {2}--template TEMPLATE/)
      assert.ok(
        own.some((line) => /--short SHORT +One and two\.$/.test(line)),
        own.join('\n'),
      )
      assert.equal(
        own.some((line) => line.includes('--format')),
        false,
      )
    })
})

describe('the page of a command', () => {
  const text = (facts: CommandFacts, own = plugin(), context = noCloud) =>
    pageLines(commandPage(facts, own, view(context)), 100).join('\n')

  it('lists the choices of an argument', () => {
    const args = {level: {name: 'level', description: 'How much.', required: true, options: ['low', 'high']}}
    assert.match(text(command([], {args})), /<level> +How much\. One of low, high\./)
  })
  it('says its other names', () =>
    assert.match(text(command([], {aliases: ['thing:act']})), /OTHER NAMES\n {2}osc thing act\n/))
  it('says that its plugin does not run with this core', () => {
    const unfit = {reason: 'requires osc ^9, this is osc 1', fix: 'Update osc: npm install'}
    assert.match(
      text(command([]), plugin({unfit})),
      /Cannot run: the plugin requires osc \^9, this is osc 1\. Update osc/,
    )
  })
  it('shows its needs without a context', () => {
    const facts = command([flag('host')], {roles: ['admin'], microversion: '2.7', needs: {host: {extension: 'trunk'}}})
    const page = text(facts, plugin(), NO_CONTEXT)
    assert.match(page, /\nThis command requires microversion 2\.7\.\n/)
    assert.match(page, /\(requires extension trunk\)/)
    assert.match(page, /ROLES\n {2}Usually required: admin\.\n/)
    assert.doesNotMatch(page, /unknown|first login/)
  })
  it('marks an option that the cloud lacks, and no other', () => {
    const known = {value: {lowest: '2.1', highest: '2.60'}, at: 0, source: 'version document'}
    const context = {...noCloud, microversions: {compute: known}}
    const needs = {host: {microversion: '2.74'}, tag: {microversion: '2.26'}}
    const page = text(command([flag('host'), flag('tag')], {needs}), plugin(), context)
    assert.match(page, /Sets host\. Not available: requires microversion 2\.74; this cloud supports up to 2\.60/)
    assert.match(page, /Sets tag\. \(requires microversion 2\.26/)
  })
})

describe('a command of a plain oclif plugin', () => {
  it('has its templates filled in', () => {
    const filled = fillIn(
      command([flag('x', {description: 'Of <%= config.bin %>.'})], {
        description: 'Link it.\nFor <%- config.bin %>.',
        examples: [
          '<%= config.bin %> <%= command.id %> <%- config.pjson.oclif.example || "mine" %>',
          {command: '<%= config.bin %>', description: 'a'},
        ],
      }),
      'prog',
    )
    assert.equal(filled.description, 'Link it.\nFor prog.')
    assert.deepEqual(filled.examples, ['prog thing do mine', {command: 'prog', description: 'a'}])
    assert.equal(filled.flags.x?.description, 'Of prog.')
  })
  it('is summed up by the first line of its description where it has no summary', () => {
    const {summary: _, ...bare} = command([], {description: 'Link it.\n\nFor work.'})
    const {summary, description} = fillIn(bare, 'prog')
    assert.deepEqual([summary, description], ['Link it.', 'For work.'])
  })
})

describe('the first page', () => {
  const index = (count: number): PluginIndex => {
    const plugins = Array.from({length: count}, (_, at) =>
      plugin({name: `p${at}`, namespaces: [`group${at}`], displayName: `Service ${at}`}),
    )
    const commands = Object.fromEntries(plugins.map(({namespaces: [noun]}, at) => [`${noun} list`, at]))
    const broken = Array.from({length: 9}, (_, at) => ({
      name: `b${at}`,
      kind: 'user' as const,
      root: '/',
      reason: 'is broken',
      fix: 'mend',
    }))
    return {
      plugins,
      commands,
      aliases: {},
      formatters: {},
      hooks: [],
      shadowed: {},
      hidden: [],
      broken,
    }
  }
  for (const width of [40, 60, 80, 110])
    it(`is one screen in ${width} columns, however many plugins there are`, () => {
      for (const count of [1, 25, 26, 200]) {
        const lines = pageLines(rootPage(index(count), [], view(), width), width)
        assert.ok(lines.length <= 50, `${count} plugins: ${lines.length} lines`)
        if (count === 200)
          assert.ok(
            lines.some((line) => /\.\.\. +and \d+ more: osc module list/.test(line)),
            lines.join('\n'),
          )
      }
    })
  it('leaves nothing out for a program', () => {
    const {sections} = rootPage(index(200), [], view(), Number.POSITIVE_INFINITY)
    assert.equal(sections.find(({title}) => title === 'COMMANDS')?.entries?.length, 200)
  })
})
