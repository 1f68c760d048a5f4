import type {JsonObject} from '@osc-cli/core'
import type {View} from '#sandbox/engine/view'
import {coerceAll} from '#sandbox/resources/properties'
import type {ResourceType} from '#sandbox/resources/type'
import {given, resolve} from '#sandbox/template/functions'
import type {Definition} from '#sandbox/template/model'

/** The given properties, validated and completed with defaults. */
export const propertiesOf = (type: ResourceType, values: JsonObject): JsonObject =>
  type.takesAll ? values : coerceAll(given(values), type.properties)

/** The given properties of a definition with their functions resolved. */
export const resolvedProperties = ({scope}: View, {properties}: Definition): JsonObject =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) => {
      const resolved = resolve(value ?? null, scope)
      return resolved === null ? [] : [[key, resolved]]
    }),
  )
