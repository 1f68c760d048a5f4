import {asObject, isObject, type Json, type JsonObject} from '@osc-cli/core'

/** Where the values of a stack's parameters come from. */
export interface ParameterSources {
  template: Json
  environment: Json
  parameters: Json
}

/**
 * Every value of the parameters that a template declares hidden (HOT) or NoEcho (CloudFormation): given, from an
 * environment, or the default. They must not be shown by --debug or kept in logs.
 */
export function hiddenValues({template, environment, parameters}: ParameterSources): string[] {
  const {parameters: hot, Parameters: cfn} = asObject(template)
  const {parameters: fromEnvironment, parameter_defaults: defaults} = asObject(environment)
  const declared = Object.entries({...asObject(hot), ...asObject(cfn)}).map(
    ([name, declaration]) => [name, asObject(declaration)] as const,
  )
  return declared
    .filter(([, {hidden, NoEcho}]) => isTrue(hidden) || isTrue(NoEcho))
    .flatMap(([name, declaration]) => [
      ...[parameters, fromEnvironment, defaults].map((values) => givenFor(values, name)),
      declaration.default,
      declaration.Default,
    ])
    .flatMap(scalarsIn)
}

const isTrue = (value: Json | undefined): boolean => value === true || /^(?:true|yes|on|1|t|y)$/i.test(String(value))

const givenFor = (values: Json | undefined, name: string): Json | undefined =>
  values !== undefined && isObject(values) && Object.hasOwn(values, name) ? (values as JsonObject)[name] : undefined

/** The texts in a value: of a list or a mapping each one. */
function scalarsIn(value: Json | undefined): string[] {
  if (value === undefined || value === null || typeof value === 'boolean') return []
  if (Array.isArray(value)) return value.flatMap(scalarsIn)
  return isObject(value) ? Object.values(value).flatMap(scalarsIn) : [String(value)]
}
