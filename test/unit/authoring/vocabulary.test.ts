import assert from 'node:assert/strict'
import {grammar} from '#authoring/rules/grammar'
import type {LintedPlugin} from '#authoring/rules/rule'
import {vocabulary} from '#authoring/rules/vocabulary'
import type {CommandFacts} from '#help/facts'
import {formatterOptions, type ReferenceCommand, type ReferenceOption, referenceCommands} from '../../reference/read.ts'

const formatters = formatterOptions()

/** A command that has the names of a reference command. */
const declared = ({name, kind, options}: ReferenceCommand): CommandFacts => {
  const all = [...options, ...(formatters[kind]?.options ?? [])].map(flag)
  return {id: name, args: {}, flags: Object.fromEntries(all.map((one) => [one.name, one]))} as CommandFacts
}

function flag({flags}: ReferenceOption): {name: string; char?: string} {
  const long = flags.find((name) => name.startsWith('--')) ?? flags[0] ?? ''
  const short = flags.find((name) => /^-\w$/.test(name))
  return {name: long.replace(/^-+/, ''), ...(short && {char: short.slice(1)})}
}

const findings = async (commands: CommandFacts[]) => {
  const plugin = {commands} as unknown as LintedPlugin
  return [...(await grammar(plugin)), ...(await vocabulary(plugin))].map(({where, message}) => `${where}: ${message}`)
}

describe('what the linter says of names', () => {
  it('is nothing about commands and options of the reference clients', async () => {
    // The core has `help` and `complete`, and is not a plugin.
    const reference = referenceCommands().filter(({client}) => client !== 'cliff')
    assert.ok(reference.length > 1600)
    assert.deepEqual(await findings(reference.map(declared)), [])
  })

  const wrong: [title: string, id: string, flags: {name: string; char?: string}[], message: string][] = [
    ['a word that openstack does not use', 'rack list', [{name: 'tenant'}], 'Call this option --project.'],
    [
      'an option that hides a global one',
      'rack list',
      [{name: 'log-file'}],
      'The option hides the global option --log-file.',
    ],
    [
      'a short name that is taken',
      'rack list',
      [
        {name: 'one', char: 'o'},
        {name: 'other', char: 'o'},
      ],
      '-o is already the short name of --one.',
    ],
    ['a command of one word', 'racks', [], 'A command needs a noun and a verb.'],
    ['a verb before its noun', 'list rack', [], 'Put the noun first: rack list.'],
  ]
  for (const [title, id, flags, message] of wrong)
    it(`finds ${title}`, async () => {
      const command = {id, args: {}, flags: Object.fromEntries(flags.map((one) => [one.name, one]))} as CommandFacts
      assert.deepEqual(
        (await findings([command])).map((found) => found.slice(found.indexOf(': ') + 2)),
        [message],
      )
    })
})
