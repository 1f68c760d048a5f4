import assert from 'node:assert/strict'
import {fromContext} from '#advice/remedies/from-context'
import {NO_CONTEXT} from '#context/context'
import {cloudConfig} from '../../session/fake-cloud.ts'

const NOW = 60_000
const names = {
  network: {value: [{id: 'n1', name: 'web', status: 'ACTIVE'}], at: NOW, source: 'osc network list'},
  stack: {value: [{id: 's1', name: 'web', status: 'CREATE_FAILED'}], at: NOW, source: 'osc stack list'},
}

/** What the cached names say of a failure of `line`, whose command takes `args`. */
const notes = async (code: string, line: string, args: readonly string[], name: string) => {
  const argv = line.split(' ')
  const command = argv.slice(0, 3).join(' ')
  const found = await fromContext({
    code,
    message: code === 'Http409' ? 'Conflict.' : `'${name}' could not be found.`,
    facts: {noun: argv.slice(0, 2).join(' '), name, command, program: 'osc'},
    argv,
    declared: {id: command, args: Object.fromEntries(args.map((arg) => [arg, {name: arg}])), flags: {}},
    config: cloudConfig(),
    context: {...NO_CONTEXT, now: NOW, names},
    others: async () => [],
  })
  return [...found.notes, found.facts.near_line].filter((text) => text !== undefined)
}

describe('what cached names say of a failure', () => {
  const cases: [code: string, line: string, args: string[], name: string, notes: string[]][] = [
    [
      'NotFound',
      'stack output show wev url',
      ['stack', 'output'],
      'wev',
      ['Similar names: web (osc stack list, 0 s old).', 'stack output show web url'],
    ],
    [
      'Http404',
      'stack output show web url',
      ['stack', 'output'],
      'web',
      ['web was listed earlier (osc stack list, 0 s old).'],
    ],
    [
      'Http409',
      'stack snapshot create web',
      ['stack'],
      'web',
      ['State when last listed: CREATE_FAILED (osc stack list, 0 s old).'],
    ],
    // A segment is not a part of a network in the line: networks are not candidates.
    ['NotFound', 'network segment show wev', ['network_segment'], 'wev', []],
    ['Http409', 'network segment delete web', ['network_segment'], 'web', []],
  ]
  for (const [code, line, args, name, expected] of cases) {
    it(`${code}: ${line}`, async () => assert.deepEqual(await notes(code, line, args, name), expected))
  }
})
