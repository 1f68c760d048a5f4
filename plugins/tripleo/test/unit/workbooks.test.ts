import assert from 'node:assert/strict'
import {asObject, type JsonObject} from '@osc-cli/core'
import {parse} from 'yaml'
import {MANAGED, VERSION, workbooks} from '../../src/engine/setup.ts'

const texts = workbooks()
const parsed = texts.map(({text}) => asObject(parse(text)))
const all = new Map<string, JsonObject>(
  parsed.flatMap(({name, workflows}) =>
    Object.entries(asObject(workflows)).map(([key, workflow]) => [`${name}.${key}`, asObject(workflow)] as const),
  ),
)
/** Texts at any depth. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(textsIn) : []

/** The name of a workflow as a workbook may shorten it: `list` in `tripleo.validations.v1`. */
const known = (from: string, name: string): boolean =>
  name.includes('<%') || all.has(name) || all.has(`${from.slice(0, from.lastIndexOf('.'))}.${name}`)

describe('workbooks', () => {
  for (const {name, text} of texts)
    it(`${name} has complete expressions`, () => {
      for (const one of textsIn(parse(text))) assert.equal(one.split('<%').length, one.split('%>').length, one)
    })

  for (const [name, workflow] of all) {
    it(`${name} is described and tagged`, () => {
      assert.equal(typeof workflow.description, 'string')
      assert.deepEqual([workflow.tags].flat().slice(0, 2), [MANAGED, VERSION])
      assert.ok(workflow.output, 'Without an output, it would be the whole context, with the token.')
    })

    for (const [key, value] of Object.entries(asObject(workflow.tasks))) {
      const task: JsonObject = asObject(value)
      it(`${name}, task ${key}`, () => {
        // Mistral 15 can hang at a join.
        assert.equal(task.join, undefined)
        // A failed task without on-error makes the workflow fail at its end.
        if ('on-complete' in task) assert.ok('on-error' in task)
        if (task.workflow !== undefined) assert.ok(known(name, String(task.workflow)), String(task.workflow))
        const {type} = asObject(task.input)
        if (task.workflow === 'tripleo.messaging.v1.send') assert.equal(type, name)
      })
    }
  }
})
