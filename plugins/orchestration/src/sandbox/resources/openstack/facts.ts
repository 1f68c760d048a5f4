import {readFileSync} from 'node:fs'
import {asArray, asObject, asText, decodeJson, type Json, type JsonObject} from '@osc-cli/core'
import {describe} from '#sandbox/resources/openstack/descriptions'
import type {PropertySchema, PropertySchemas, PropertyType} from '#sandbox/resources/properties'
import type {AttributeSchema} from '#sandbox/resources/type'
import {readConstraint} from '#sandbox/template/constraints'

/** The schemas of a resource type in a real Heat. */
export interface Facts {
  since: string
  properties: PropertySchemas
  attributes: Readonly<Record<string, AttributeSchema>>
}

// Recorded from Heat 19.
const RECORDED = asObject(decodeJson(readFileSync(new URL('../../../../resource-types.json', import.meta.url), 'utf8')))

/** The schemas of a type, with every property that Heat has, whether or not the sandbox uses it. */
export function factsOf(name: string): Facts {
  const {since, properties, attributes} = asObject(RECORDED[name])
  return {
    since: asText(since) ?? '',
    properties: schemasOf(asObject(properties)),
    attributes: Object.fromEntries(
      Object.entries(asObject(attributes)).map(([key, type]) => [key, attributeOf(key, type)]),
    ),
  }
}

const attributeOf = (name: string, type: Json | undefined): AttributeSchema => {
  const text = asText(type) ?? 'any'
  return {description: describe(name), ...(text === 'any' ? {} : {type: text})}
}

const schemasOf = (schemas: JsonObject): PropertySchemas =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, schemaOf(name, asObject(schema))]))

function schemaOf(name: string, recorded: JsonObject): PropertySchema {
  const {type, default: value, required, updatable, immutable, constraints, schema} = recorded
  return {
    // The file has no other types than these.
    type: asText(type) as PropertyType,
    description: describe(name),
    ...(value === undefined ? {} : {default: value}),
    required: required === true,
    updatable: updatable === true,
    immutable: immutable === true,
    ...(constraints === undefined ? {} : {constraints: asArray(constraints).map(readConstraint)}),
    ...(schema === undefined ? {} : {schema: schemasOf(asObject(schema))}),
  }
}
