import {asText, type Json, type JsonObject} from '@osc-cli/core'
import {PropertyError} from '#sandbox/resources/properties'
import type {ResourceType} from '#sandbox/resources/type'
import type {ParameterType} from '#sandbox/template/model'
import {parseValue} from '#sandbox/template/parameters'

const TYPES: readonly ParameterType[] = ['string', 'number', 'comma_delimited_list', 'json', 'boolean']

export const ValueResource: ResourceType = {
  name: 'OS::Heat::Value',
  description: 'Keeps the value of an expression for other resources to refer to.',
  since: '7.0.0',
  properties: {
    value: {type: 'any', description: 'The expression.', required: true, updatable: true},
    type: {
      type: 'string',
      description: 'The type of the value.',
      constraints: [{kind: 'allowed_values', values: TYPES}],
      updatable: true,
    },
  },
  attributes: {value: {description: 'Value of the expression, converted to the type.'}},
  validate: (properties) => void typed(properties),
  create: (handle) => handle.setPhysicalId(handle.record.physicalName),
  attribute: ({properties}) => typed(properties),
}

function typed({value = null, type = null}: JsonObject): Json {
  const wanted = TYPES.find((known) => known === asText(type))
  if (wanted === undefined || value === null) return value
  try {
    return parseValue({...UNNAMED, type: wanted}, value)
  } catch (error) {
    throw new PropertyError('.value', error instanceof Error ? error.message : String(error))
  }
}

const UNNAMED = {
  name: 'value',
  default: undefined,
  hidden: false,
  immutable: false,
  label: undefined,
  description: '',
  tags: [],
  constraints: [],
}
