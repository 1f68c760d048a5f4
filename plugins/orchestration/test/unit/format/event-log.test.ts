import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {asArray, asObject, decodeJson, type JsonObject} from '@osc-cli/core'
import {createEventLog} from '../../../src/format/event-log.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/format', name), 'utf8')
const events = asArray(decodeJson(fixture('events.json'))).map(asObject)
const lines = fixture('events.log').trimEnd().split('\n')

describe('the log of events', () => {
  it('names resources by their path through nested stacks', () => assert.deepEqual(createEventLog()(events), lines))

  it('remembers paths when events arrive in parts', () => {
    const log = createEventLog()
    assert.deepEqual(
      events.flatMap((event) => log([event])),
      lines,
    )
  })

  const odd: [what: string, event: JsonObject, line: string][] = [
    [
      'no links',
      {event_time: '2026-11-24T05:56:41Z', resource_name: 'a', resource_status: 'X'},
      '2026-11-24 05:56:41Z [a]: X  ',
    ],
    ['null values', {resource_name: 'a', resource_status: 'X', resource_status_reason: null}, ' [a]: X  None'],
    ['nothing', {}, ' []:   '],
  ]
  for (const [what, event, line] of odd) it(`takes ${what}`, () => assert.deepEqual(createEventLog()([event]), [line]))

  it('ends when stacks contain each other', () => {
    const event = (name: string, stack: string, physical: string): JsonObject => ({
      resource_name: name,
      stack_id: stack,
      physical_resource_id: physical,
      resource_status: 'CREATE_IN_PROGRESS',
    })
    const log = createEventLog()
    assert.equal(log([event('b', 'a', 'b'), event('a', 'b', 'a'), event('x', 'a', 'y')]).length, 3)
  })
})
