import assert from 'node:assert/strict'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {declared} from '#authoring/rules/declared'
import {helpModule} from '#authoring/rules/help-module'
import type {LintedPlugin, Rule} from '#authoring/rules/rule'
import type {CommandFacts} from '#help/facts'
import {asObject, decodeJson} from '#json'
import {fixedIndex} from '../../support/fixed-core.ts'
import {repository} from '../../support/program.ts'

const index = fixedIndex()

function pluginIn(folder: string): LintedPlugin {
  const root = join(repository, folder)
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const {commands} = JSON.parse(read('oclif.manifest.json')) as {commands: Record<string, CommandFacts>}
  return {
    root,
    index,
    known: index,
    coreRoot: repository,
    packageJson: asObject(decodeJson(read('package.json'))),
    commands: Object.values(commands).map((command) => ({...command, id: command.id.replaceAll(':', ' ')})),
  }
}

const messages = async (rule: Rule, plugin: LintedPlugin) => (await rule(plugin)).map(({message}) => message)

describe('what the linter says of declarations', () => {
  for (const folder of ['plugins/identity', 'plugins/orchestration', 'plugins/sandbox'])
    it(`is nothing about ${folder}`, async () => {
      const plugin = pluginIn(folder)
      assert.deepEqual([await declared(plugin), await helpModule(plugin)], [[], []])
    })

  const base: CommandFacts = {id: 'rack list', args: {}, flags: {}, roles: [], calls: []}
  const wrong: [string, Partial<CommandFacts>, RegExp][] = [
    ['roles that are missing', {roles: undefined}, /roles is missing/],
    ['calls that are missing', {calls: undefined}, /calls is missing/],
    ['a role that is a sentence', {roles: ['an admin of it']}, /'an admin of it' is not a role/],
    ['a call without a method', {calls: ['/racks']}, /'\/racks' is not a request/],
    ['needs of an option that is not there', {needs: {host: {microversion: '2.1'}}}, /needs names --host/],
    ['a microversion that is none', {microversion: 'latest'}, /'latest' is not a microversion/],
    ['a service that the plugin does not have', {service: 'compute'}, /'compute' is not in osc\.services/],
    ['a command to look at that is not there', {seeAlso: ['rack fly']}, /'rack fly', which is not a command/],
  ] as [string, Partial<CommandFacts>, RegExp][]
  for (const [title, more, message] of wrong)
    it(`finds ${title}`, async () => {
      const packageJson = {osc: {services: ['inventory']}}
      const found = await messages(declared, {
        root: '/',
        index,
        known: index,
        coreRoot: repository,
        packageJson,
        commands: [{...base, ...more}],
      })
      assert.equal(found.length, 1)
      assert.match(found[0] ?? '', message)
    })

  describe('in the module of its pages', () => {
    let root: string
    before(() => {
      root = mkdtempSync(join(tmpdir(), 'osc-lint-'))
    })
    after(() => rmSync(root, {recursive: true}))

    const found = async (name: string, text: string) => {
      writeFileSync(join(root, name), text)
      return await messages(helpModule, {
        root,
        index,
        known: index,
        coreRoot: repository,
        packageJson: {osc: {help: name}},
        commands: [base],
      })
    }
    it('that does not load', async () => {
      assert.match((await found('broken.mjs', 'export default {')).join(), /The module does not load/)
      assert.match((await found('empty.mjs', 'export const help = 1')).join(), /does not export an object/)
    })
    it('that is about what is not there', async () => {
      const text = `export default {
        about: 'Racks',
        session: [{command: 'osc rack list'}, {command: 'osc rack paint red'}],
        nouns: {rack: {about: 'x', states: [{state: 'UP', verbs: ['list', 'lift']}]}},
        remedies: [{when: {code: 'Http409'}, next: []}, {when: {code: 'NoSuch'}, next: []}, {when: {}, next: []}],
      }`
      const all = await found('wrong.mjs', text)
      const expected = [
        /about must be a sentence/,
        /3 to 6/,
        /rack paint red/,
        /'rack lift'/,
        /'NoSuch'/,
        /does not have a code/,
      ]
      assert.equal(all.length, expected.length, all.join('\n'))
      for (const [at, message] of expected.entries()) assert.match(all[at] ?? '', message)
    })
  })
})
