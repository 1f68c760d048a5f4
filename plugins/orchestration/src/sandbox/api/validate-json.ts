import {asText, ExactNumber, type Json, type JsonObject} from '@osc-cli/core'
import {pythonJson} from '#format/python-json'
import type {Context} from '#sandbox/engine/context'
import {environmentJson} from '#sandbox/engine/export'
import {propertiesOf, resolvedProperties} from '#sandbox/engine/resource-properties'
import {openView, type View} from '#sandbox/engine/view'
import {asPart} from '#sandbox/template/function'
import type {ParameterSchema} from '#sandbox/template/model'
import {cfnTypeOf} from '#sandbox/template/read-parameters'

/** The response to POST /validate, with CFN's names. */
export async function validationJson(context: Context, view: View, withNested: boolean): Promise<JsonObject> {
  const nested = withNested ? await nestedParameters(context, view) : {}
  return {
    ...templateJson(view),
    ...(Object.keys(nested).length > 0 ? {NestedParameters: nested} : {}),
    Environment: environmentJson(view.stack.source.environment),
  }
}

function templateJson({template, stack}: View): JsonObject {
  const given = environmentJson(stack.source.environment).parameters
  const parameters = [...template.parameters.values()].map((parameter) => [
    parameter.name,
    parameterJson(parameter, given),
  ])
  return {
    Description: template.description,
    Parameters: Object.fromEntries(parameters),
    ...(template.parameterGroups.length > 0 ? {ParameterGroups: template.parameterGroups} : {}),
  }
}

function parameterJson(schema: ParameterSchema, given: Json | undefined): JsonObject {
  const {name, type, description, hidden, label, tags} = schema
  const value =
    typeof given === 'object' && given !== null && name in given
      ? Object.entries(given).find(([key]) => key === name)?.[1]
      : undefined
  const shown = value ?? schema.default
  return {
    Type: cfnTypeOf(type),
    Description: description,
    NoEcho: hidden ? 'true' : 'false',
    Label: label ?? name,
    ...(tags.length > 0 ? {Tags: tags} : {}),
    ...(schema.default === undefined ? {} : {Default: schema.default}),
    ...(value === undefined ? {} : {Value: shownValue(shown ?? null)}),
    ...constraintsJson(schema),
  }
}

const shownValue = (value: Json): Json =>
  typeof value === 'object' && value !== null && !(value instanceof ExactNumber)
    ? pythonJson(value)
    : (asText(value) ?? asPart(value))

function constraintsJson({constraints}: ParameterSchema): JsonObject {
  const result: JsonObject = {}
  for (const constraint of constraints) {
    const bounds = (suffix: string, {min, max}: {min: number | undefined; max: number | undefined}) => {
      if (min !== undefined) result[`Min${suffix}`] = min
      if (max !== undefined) result[`Max${suffix}`] = max
    }
    if (constraint.kind === 'length') bounds('Length', constraint)
    else if (constraint.kind === 'range') bounds('Value', constraint)
    else if (constraint.kind === 'modulo') result.Modulo = {Step: constraint.step, Offset: constraint.offset}
    else if (constraint.kind === 'allowed_values') result.AllowedValues = [...constraint.values]
    else if (constraint.kind === 'allowed_pattern') result.AllowedPattern = constraint.pattern
    else if (constraint.kind === 'custom_constraint') result.CustomConstraint = constraint.name
    if (constraint.description !== undefined) result.ConstraintDescription = constraint.description
  }
  return result
}

/** The parameters of nested stacks, by the names of their resources. */
async function nestedParameters(context: Context, view: View): Promise<JsonObject> {
  const result: JsonObject = {}
  for (const definition of view.definitions.values()) {
    const type = view.typeOf(definition.name)
    if (!type.nestedTemplate) continue
    const {environment, files} = view.stack.source
    const source = type.nestedTemplate(propertiesOrNone(view, definition.name))
    if (!source) continue
    const child = {
      ...view.stack,
      source: {template: source.template, files, environment: {...environment, parameters: {}}},
    }
    const below = await openView(context.world, child, context.nested)
    const nested = await nestedParameters(context, below)
    result[definition.name] = {
      Type: definition.type,
      ...templateJson(below),
      ...(Object.keys(nested).length > 0 ? {NestedParameters: nested} : {}),
    }
  }
  return result
}

/** Without parameter values there are no properties, but the nested template is known. */
function propertiesOrNone(view: View, name: string): JsonObject {
  const definition = view.definitions.get(name)
  try {
    return definition ? propertiesOf(view.typeOf(name), resolvedProperties(view, definition)) : {}
  } catch {
    return definition?.properties ?? {}
  }
}
