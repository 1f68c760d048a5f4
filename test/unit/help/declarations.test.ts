import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import core from '#help/core-help'
import type {PluginHelp} from '#help/declare'
import type {CommandFacts} from '#help/facts'
import identity from '../../../plugins/identity/src/help.ts'
import heat from '../../../plugins/orchestration/src/help.ts'
import sandbox from '../../../plugins/sandbox/src/help.ts'
import {repository} from '../../support/program.ts'

const manifests = ['oclif.manifest.json', ...globSync('plugins/*/oclif.manifest.json', {cwd: repository})]
const CALL = /^(?:(?:GET|HEAD|POST|PUT|PATCH|DELETE) \/|METHOD PATH$)/

function commandsOf(manifest: string): CommandFacts[] {
  const {commands} = JSON.parse(readFileSync(join(repository, manifest), 'utf8')) as {
    commands: Record<string, CommandFacts>
  }
  return Object.values(commands).filter((command) => !command.hidden)
}

const all = manifests.flatMap(commandsOf).sort((a, b) => b.id.length - a.id.length)
const known = new Set(all.map(({id}) => id.replaceAll(':', ' ')))

describe('what commands declare for their pages', () => {
  for (const manifest of manifests)
    describe(dirname(manifest) === '.' ? 'the core' : dirname(manifest), () => {
      for (const {id, summary, examples, args, flags, roles, calls, needs, seeAlso} of commandsOf(manifest))
        it(id.replaceAll(':', ' '), () => {
          assert.match(
            summary ?? '',
            /^[A-Z](?!.*\.(?: |$)).{0,59}$/,
            'the summary has a capital, no full stop, at most 60 characters',
          )
          assert.ok((examples ?? []).length > 0, 'there is an example')
          for (const {name, description, hidden} of Object.values(flags)) {
            assert.ok(hidden || description, `option --${name} is described`)
          }
          for (const {name, description} of Object.values(args)) assert.ok(description, `argument ${name} is described`)
          assert.ok(Array.isArray(roles), 'roles are declared, if only as []')
          assert.ok(Array.isArray(calls), 'requests are declared, if only as []')
          for (const call of calls ?? []) assert.match(call, CALL)
          for (const need of Object.keys(needs ?? {})) {
            const [option = '', key = ''] = need.split('.')
            assert.ok(flags[option]?.description?.includes(key && `${key}=`), `option --${need} has needs`)
          }
          for (const other of seeAlso ?? []) assert.ok(known.has(other), `'${other}' is a command`)
        })
    })
})

describe('what plugins declare for their pages', () => {
  const helps: Readonly<Record<string, PluginHelp>> = {core, heat, identity, sandbox}
  for (const [name, {about, session, nouns = {}}] of Object.entries(helps))
    it(name, () => {
      assert.match(about, /\.$/)
      assert.ok(session.length >= 3 && session.length <= 6, 'a session has 3 to 6 commands')
      for (const {command} of session) {
        const words = command.split(' ').slice(1)
        const facts = all.find(({id}) => words.join(' ').startsWith(id.replaceAll(':', ' ')))
        assert.ok(facts, command)
        const options = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2))
        for (const option of options) assert.ok(facts.flags[option], `${command}: --${option}`)
      }
      for (const [noun, {states = []}] of Object.entries(nouns)) {
        const verbs = states.flatMap((state) => state.verbs)
        for (const verb of verbs) assert.ok(known.has(`${noun} ${verb}`), `${noun} ${verb} is a command`)
      }
    })
})

describe('the states of a stack', () => {
  const actions = [
    'CREATE',
    'UPDATE',
    'ROLLBACK',
    'SUSPEND',
    'RESUME',
    'ADOPT',
    'SNAPSHOT',
    'CHECK',
    'RESTORE',
    'DELETE',
  ]
  const states = new Map(heat.nouns?.stack?.states?.map(({state, verbs}) => [state, verbs]))
  for (const action of actions)
    for (const status of ['IN_PROGRESS', 'COMPLETE', 'FAILED'])
      it(`${action}_${status} has verbs`, () => assert.ok(states.get(`${action}_${status}`)?.length))
})
