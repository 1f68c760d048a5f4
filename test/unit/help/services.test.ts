import assert from 'node:assert/strict'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {readAccess} from '#cloud/auth/access'
import {loadCloudConfig} from '#cloud/config/load'
import type {Context} from '#context/context'
import {commandPage} from '#help/command-page'
import {factsOf} from '#help/facts'
import {namespacePage} from '#help/namespace-page'
import {nounPage} from '#help/noun-page'
import {type Page, pageLines} from '#help/page'
import type {IndexedPlugin, PluginIndex} from '#plugins/types'

const NOW = 1e12
const HOUR = 3_600_000
const command = (id: string, more: object = {}) => ({
  [id]: {id, summary: `${id.replaceAll(':', ' ')}.`, args: {}, flags: {}, ...more},
})
const manifest = {
  commands: {
    ...command('server:list'),
    ...command('server:port:list', {service: 'network', requires: 'trunk'}),
    ...command('trait:list', {service: 'placement', microversion: '1.6'}),
  },
}

/** A plugin of three services, in a cloud that has two of them. */
describe('a plugin of several services', () => {
  let root: string
  let plugin: IndexedPlugin
  let context: Context
  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'osc-services-'))
    writeFileSync(join(root, 'oclif.manifest.json'), JSON.stringify(manifest))
    plugin = {
      name: 'p',
      version: '1.0.0',
      root,
      kind: 'link',
      namespaces: ['servers'],
      services: ['compute', 'placement', 'network'],
      displayName: 'Servers',
      commandsDir: './dist',
      foreign: false,
    }
    const endpoints = (type: string) => ({
      type,
      endpoints: [{interface: 'public', region: 'north', region_id: 'north', url: `http://${type}.example`, id: type}],
    })
    const {token: _, ...value} = readAccess('', {catalog: ['compute', 'network'].map(endpoints), roles: []})
    const options = {auth_url: 'http://keystone.example/v3', username: 'ada', password: 'pw', region_name: 'north'}
    context = {
      now: NOW,
      config: await loadCloudConfig({options, env: {}, cwd: root, home: root}),
      problem: undefined,
      access: {value, at: NOW - 3 * HOUR, source: 'login'},
      microversions: {},
      extensions: {network: {value: ['router'], at: NOW - HOUR, source: 'osc extension list'}},
      names: {},
    }
  })
  after(() => rmSync(root, {recursive: true}))

  const view = () => ({program: 'osc', env: {}, context, all: false})
  const index = (): PluginIndex => {
    const commands = Object.fromEntries([...factsOf(plugin).keys()].map((id) => [id, 0]))
    return {
      plugins: [plugin],
      commands,
      aliases: {},
      formatters: {},
      hooks: [],
      shadowed: {},
      hidden: [],
      broken: [],
    }
  }
  const text = (page: Page) => pageLines(page, 100).join('\n')
  const pageOf = (id: string) => {
    const facts = factsOf(plugin).get(id)
    assert.ok(facts)
    return text(commandPage(facts, plugin, view()))
  }

  it('has the service of each command marked for itself', () => {
    assert.match(pageOf('trait list'), /The service is not offered by this cloud in north \(catalog 3 h old\)\./)
    assert.doesNotMatch(pageOf('server list'), /not offered/)
  })
  it('asks the service of each command for what it needs', () => {
    assert.match(
      pageOf('server port list').replaceAll(/\s+/g, ' '),
      /Not available: requires extension trunk, which this cloud does not have \(osc extension list, 1 h old\)\./,
    )
    assert.match(
      pageOf('trait list'),
      /This command requires microversion 1\.6; the maximum version of this cloud is unknown\./,
    )
  })
  it('marks nouns that this cloud has no service for, and says where each service is', () => {
    const page = text(namespacePage(plugin, index(), undefined, view()))
    assert.match(page, /trait +list\. Not available: not offered by this cloud in north \(catalog 3 h old\)\./)
    assert.match(page, /server +list\n/)
    assert.match(page, /placement: none \(catalog, 3 h old\)/)
    assert.match(page, /compute: http:\/\/compute\.example \(catalog, 3 h old\)/)
  })
  it('marks a command among those that work', () => {
    const page = text(nounPage(['server'], index(), undefined, view()))
    const why = 'Not available: requires extension trunk, which this cloud does not have (osc extension list, 1 h old).'
    assert.ok(page.replace(/\s+/g, ' ').includes(`server port list server port list. ${why}`), page)
    assert.match(page, /server list +server list\.\n/)
  })
  it('says once that all of a noun is away', () => {
    const page = text(nounPage(['trait'], index(), undefined, view()))
    assert.match(page, /The service is not offered by this cloud in north/)
    assert.doesNotMatch(page, /Not available/)
  })
})
