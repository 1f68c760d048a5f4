import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {loadCloudConfig} from '#cloud/config/load'
import type {Context} from '#context/context'
import {commandPage} from '#help/command-page'
import type {CommandFacts} from '#help/facts'
import {definitions, shellLines, wrap} from '#help/layout'
import {type Page, pageLines} from '#help/page'
import {exitCodesPage, optionsPage} from '#help/reference-pages'
import {TOPIC_NAMES, topicPage, topicsPage} from '#help/topics'
import {globalOptions} from '#line/global-options'
import {indexOf} from '#plugins/merge'
import type {IndexedPlugin} from '#plugins/types'
import {repository} from '../../support/program.ts'

const plugin: IndexedPlugin = {
  name: '@osc-cli/plugin-heat',
  version: '1.2.3',
  root: '/nowhere',
  kind: 'bundled',
  namespaces: ['heat'],
  services: ['orchestration'],
  displayName: 'Orchestration',
  commandsDir: './dist/commands',
  foreign: false,
}
const command: CommandFacts = {
  id: 'stack create',
  summary: 'Create a stack.',
  args: {stack: {name: 'stack', description: 'Its name.', required: true}, tags: {name: 'tags', multiple: true}},
  flags: {
    wait: {name: 'wait', type: 'boolean', description: 'Wait.'},
    template: {
      name: 'template',
      type: 'option',
      char: 't',
      helpValue: 'FILE',
      required: true,
      description: 'Template.',
    },
    format: {
      name: 'format',
      type: 'option',
      char: 'f',
      options: ['json', 'table'],
      default: 'table',
      helpGroup: 'OUTPUT',
    },
    secret: {name: 'secret', type: 'option', hidden: true},
  },
  examples: [{command: 'osc stack create -t web.yaml web', description: 'A stack'}],
}

const context: Context = {
  now: 0,
  config: undefined,
  problem: undefined,
  access: undefined,
  microversions: {},
  extensions: {},
  names: {},
}
const view = {program: 'openstack', env: {}, context, all: false}
const sources = globSync('src/**/*.ts', {cwd: repository}).map((file) => `${repository}/${file}`)
const text = (page: Page) => pageLines(page, 100).join('\n')

describe('the page of a command', () => {
  const page = text(commandPage(command, plugin, view))
  it('says how it is called, by the name osc was called by', () => {
    assert.match(page, /openstack stack create --template FILE \[options\] <stack> \[<tags>\.\.\.\]/)
    assert.match(page, /\$ openstack stack create -t web\.yaml web/)
  })
  it('puts required options first and output options apart', () => {
    assert.ok(page.indexOf('--template') < page.indexOf('--wait'))
    assert.match(page, /OUTPUT OPTIONS\n {2}-f, --format json\|table +Default: table\./)
  })
  it('keeps hidden options to itself', () => assert.doesNotMatch(page, /--secret/))
  it('says where it comes from', () => assert.match(page, /@osc-cli\/plugin-heat 1\.2\.3/))
})

describe('reference pages', () => {
  it('list every global option with its variable', () => {
    const page = text(optionsPage(undefined))
    for (const {name, env} of globalOptions()) {
      assert.ok(page.includes(name), name)
      if (env) assert.ok(page.includes(env), env)
    }
  })
  it('say what is in force, and by what', async () => {
    const options = {auth_url: 'http://keystone.example/v3', username: 'ada', password: 'pw', region_name: 'north'}
    const config = await loadCloudConfig({options, env: {}, cwd: '/nonexistent', home: '/nonexistent'})
    const page = text(
      optionsPage({...config, name: 'x', sources: {...config.sources, cloud: {kind: 'environment', name: 'OS_CLOUD'}}}),
    ).replaceAll(/\s+/g, ' ')
    for (const note of [
      'x (OS_CLOUD)',
      'north (--os-region-name)',
      'ada (--os-username)',
      '(secret) (--os-password)',
      'public (default)',
    ])
      assert.ok(page.includes(`Current value: ${note}.`), `${note}\n${page}`)
    assert.ok(!page.includes('pw'))
  })
  it('list the exit statuses', () => assert.match(text(exitCodesPage()), /127 +The command does not exist/))
})

describe('lines to type on topics', () => {
  const pages = TOPIC_NAMES.flatMap((name) => topicPage(name, indexOf([]), 'openstack') ?? [])
  for (const page of [...pages, topicsPage('openstack'), exitCodesPage('openstack')]) {
    it(`say openstack where osc was called by that name: ${page.title}`, () =>
      assert.doesNotMatch(text(page), /(\$|:|"\$\(|^ +) ?osc [a-z]/m))
  }
  it('name every variable that osc reads', () => {
    const page = text(topicPage('environment', indexOf([]), 'osc') ?? assert.fail())
    const read = sources.flatMap((file) => readFileSync(file, 'utf8').match(/(?<=\benv\.)(?:OSC_[A-Z_]+|CI)\b/g) ?? [])
    for (const name of ['OSC_HINTS', 'OSC_PROMPT', 'OSC_RECORD', 'OSC_ERRORS', ...read])
      assert.match(page, new RegExp(`\\b${name}\\b`))
  })
})

describe('layout', () => {
  it('never exceeds the width but for a long word', () => {
    for (const line of wrap('one two three four five six seven', 11)) assert.ok(line.length <= 11, line)
    assert.deepEqual(wrap('a verylongwordindeed b', 5), ['a', 'verylongwordindeed', 'b'])
  })
  it('breaks no phrase that stays whole', () => {
    const whole = ['snapshot create', 'add user']
    assert.deepEqual(wrap('show, snapshot create, add user', 15, whole), ['show,', 'snapshot create,', 'add user'])
    assert.deepEqual(wrap('show, snapshot create', 15), ['show, snapshot', 'create'])
    const page: Page = {
      title: 'x',
      intro: [],
      sections: [{title: 'X', entries: [['DONE', 'show, snapshot create']], whole}],
    }
    assert.deepEqual(pageLines(page, 25).slice(-2), ['  DONE  show,', '        snapshot create'])
  })
  it('parts a command line where a shell may', () => {
    const line = `    $ osc stack create --parameter 'a b c d e f g' --tags "x \\" y" -t web.yaml web`
    const parts = shellLines(line, 40)
    assert.deepEqual(parts, [
      '    $ osc stack create --parameter \\',
      "        'a b c d e f g' --tags \\",
      '        "x \\" y" -t web.yaml web',
    ])
    assert.equal(parts.join('\n').replaceAll(/ \\\n +/g, ' '), line)
    assert.deepEqual(shellLines("  $ osc x don't part this", 10), ["  $ osc x don't part this"])
    assert.deepEqual(shellLines('no command, however long it may be', 10), ['no command, however long it may be'])
    assert.deepEqual(shellLines('  $ osc whoami', 40), ['  $ osc whoami'])
  })
  it('sets a long term above its meaning', () => {
    assert.deepEqual(definitions([['--a-very-long-option VALUE', 'What it is.']], 40), [
      '  --a-very-long-option VALUE',
      `${' '.repeat(17)}What it is.`,
    ])
    assert.deepEqual(definitions([['a rather long noun', 'list, show']], 40, {share: 1 / 2}), [
      '  a rather long noun  list, show',
    ])
  })
})
