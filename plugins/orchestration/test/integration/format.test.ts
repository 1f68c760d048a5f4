import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject, decodeJson, Formatted, type Json, type JsonObject} from '@osc-cli/core'
import {jsonCell, linkCell, wrappedCell, yamlCell} from '../../src/format/cells.ts'
import {deploymentOutput, failureReason} from '../../src/format/deployment-output.ts'
import {dotGraph} from '../../src/format/dot.ts'
import {createEventLog} from '../../src/format/event-log.ts'
import {askHeatclient} from './support/heatclient.ts'

const fixture = (name: string) =>
  decodeJson(readFileSync(join(import.meta.dirname, '../fixtures/format', name), 'utf8'))
const events = asArray(fixture('events.json')).map(asObject)
const resources = asArray(fixture('resources.json')).map(asObject)

const nested: Json = {
  parameters: {'OS::stack_id': '4c3bb609', text: 'two\nlines\n', long: 'word '.repeat(40), empty: '', 80: 'port'},
  outputs: [{output_key: 'ü', output_value: [1, 1.5, true, null, [], {}, 'yes', '1e3', '2026-11-24']}],
  control: '\u0007\u007f\u2028 "quoted" \\',
}
const log = Array.from({length: 13}, (_, line) => (line % 3 ? `line ${line}` : '')).join('\n')

type Case = [what: string, kind: string, value: unknown, ours: unknown]

const cases: Case[] = [
  ['JSON', 'json', nested, jsonCell(nested)],
  ['YAML', 'yaml', nested, yamlCell(nested)],
  ['resources as YAML', 'yaml', resources, yamlCell(resources)],
  ['links', 'links', events[0]?.links, linkCell(events[0]?.links)],
  ['links without rel', 'links', [{href: 'a'}, {rel: 'b'}, {}], linkCell([{href: 'a'}, {rel: 'b'}, {}])],
  ...[log, '', 'a-b '.repeat(40), 'x'.repeat(130), '\ttabs\t  and -- dashes --- of a well-known kind\n'.repeat(3)].map(
    (text): Case => [`a wrapped text of ${text.length}`, 'wrapped', text, wrappedCell(text)],
  ),
  ['a graph', 'dot', resources, dotGraph(resources)],
  ['a graph without nested stacks', 'dot', resources.slice(0, 3), dotGraph(resources.slice(0, 3))],
  ['a log', 'log', [events], createEventLog()(events).join('\n')],
  ['a log of batches', 'log', events.map((event) => [event]), createEventLog()(events).join('\n')],
  ['a log from the middle', 'log', [events.slice(5)], createEventLog()(events.slice(5)).join('\n')],
  ...[true, false].flatMap((long): Case[] => [
    ...['deploy_stdout', 'deploy_stderr', 'code', 'nested', 'none'].map((name): Case => {
      const data: JsonObject = {deploy_stdout: log, deploy_stderr: '', code: 0, nested: {a: [true, 'b']}}
      return [`output ${name}, long ${long}`, 'output', {data, name, long}, lines(deploymentOutput(data, name, long))]
    }),
    ...[log, 'one line', '', 'a\r\nb\n\n', null].map(
      (text): Case => [
        `reason ${JSON.stringify(text)?.slice(0, 12)}, long ${long}`,
        'reason',
        {text, long},
        lines(failureReason(text, long)),
      ],
    ),
  ]),
]

// What programs get is the value itself: the unit test of the cells has that.
const shown = (ours: unknown) => (ours instanceof Formatted ? ours.human : ours)

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('')
}

describe('texts, compared with heatclient', () => {
  let references: unknown[]

  before(async function () {
    const inputs = cases.map(([, kind, value]) => [kind, value])
    const answers = await askHeatclient('heatclient_format.py', inputs, import.meta.dirname)
    if (answers === undefined) this.skip()
    references = answers
  })

  for (const [index, [what, , , ours]] of cases.entries()) {
    it(`writes the same: ${what}`, () => assert.equal(shown(ours), references[index]))
  }
})
