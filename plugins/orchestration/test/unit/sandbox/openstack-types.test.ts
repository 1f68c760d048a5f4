import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {asArray, asObject, decodeJson, type Json, type JsonObject} from '@osc-cli/core'
import {type Heat, startHeat, template} from './support/on-heat.ts'

const RECORDED = asObject(decodeJson(readFileSync(new URL('../../../resource-types.json', import.meta.url), 'utf8')))

describe('types of other services', () => {
  let heat: Heat
  before(async () => {
    heat = await startHeat()
  })
  after(() => heat.stop())

  it('are all those that were recorded', async () => {
    const {body} = await heat.ask('GET /resource_types')
    const names = asArray(body.resource_types).map(String)
    assert.deepEqual(
      names.filter((name) => !name.startsWith('OS::Heat::')).toSorted(),
      Object.keys(RECORDED).toSorted(),
    )
  })

  for (const [name, recorded] of Object.entries(RECORDED))
    it(`${name} has the properties and attributes of a real Heat`, async () => {
      const {status, body} = await heat.ask(`GET /resource_types/${name}`)
      assert.equal(status, 200)
      const {properties, attributes} = asObject(recorded)
      assert.deepEqual(factsIn(asObject(body.properties)), factsOf(asObject(properties)))
      assert.deepEqual(Object.keys(asObject(body.attributes)), [...Object.keys(asObject(attributes)), 'show'])
      const text = JSON.stringify(body)
      assert.ok(!text.includes('The value of '), 'every property has a description')
    })

  it('are refused without their service', async () => {
    const {status, body} = await heat.ask('POST /stacks', {
      stack_name: 'lacking',
      template: template({n: {type: 'OS::Neutron::Net'}}),
    })
    assert.equal(status, 400)
    assert.match(
      String(asObject(body.error).message),
      /Service network is not available for resource type OS::Neutron::Net/,
    )
  })
})

/** Names, types, required and updatable of an answer, for nested properties too. */
const factsIn = (schemas: JsonObject): Json =>
  Object.fromEntries(
    Object.entries(schemas).map(([key, schema]) => {
      const {type, required, update_allowed: updatable, default: value, schema: below} = asObject(schema)
      return [
        key,
        [type ?? null, required ?? null, updatable ?? null, value ?? null, below ? factsIn(asObject(below)) : null],
      ]
    }),
  )

/** The same of the recorded file, which lacks what is false. */
const factsOf = (schemas: JsonObject): Json =>
  Object.fromEntries(
    Object.entries(schemas).map(([key, schema]) => {
      const {type, required = false, updatable = false, default: value, schema: below} = asObject(schema)
      return [key, [type ?? null, required, updatable, value ?? null, below ? factsOf(asObject(below)) : null]]
    }),
  )
