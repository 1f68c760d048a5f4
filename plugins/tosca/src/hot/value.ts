import {asArray, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {attributeOf} from '#hot/attributes'
import type {Scope, Translation} from '#hot/resource'
import {nodeNamed} from '#model/calls'
import {callOf} from '#model/functions'
import type {Node} from '#model/model'
import {propertyOf} from '#model/properties'
import {hostWhere} from '#model/requirements'

/** A value with its TOSCA functions replaced by Heat's; undefined when Heat has nothing for one of them. */
export function hotValue(value: Json | undefined, scope: Scope, translation: Translation): Json | undefined {
  const call = callOf(value)
  if (call) return hotCall(call.name, call.args, scope, translation)
  if (Array.isArray(value))
    return value.map((each) => hotValue(each, scope, translation)).filter((each) => each !== undefined)
  if (isObject(value)) return hotObject(value, scope, translation)
  return value
}

const hotObject = (value: JsonObject, scope: Scope, translation: Translation): JsonObject =>
  Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, hotValue(each, scope, translation)] as const)
      .filter(([, each]) => each !== undefined),
  )

function hotCall(name: string, args: Json[], scope: Scope, translation: Translation): Json | undefined {
  const translated = (value: Json): Json | undefined => hotValue(value, scope, translation)
  switch (name) {
    case 'get_input':
      return {get_param: args.length === 1 ? (args[0] ?? null) : args}
    case 'get_property':
      return propertyValue(args, scope, translation)
    case 'get_attribute':
      return attributeValue(args, scope, translation)
    case 'get_artifact':
      return artifactFile(args, scope, translation)
    case 'get_operation_output':
      return operationOutput(args, scope, translation)
    case 'concat':
      return concatenated(args.map(translated))
    case 'join': {
      const [parts = null, separator = ''] = args
      return atLeast(translation, '2013-05-23', {
        list_join: [separator, asArray(parts).map((each) => translated(each) ?? '')],
      })
    }
    case 'token': {
      const [text = '', separator = '', index = 0] = args
      return atLeast(translation, '2015-10-15', {str_split: [separator, translated(text) ?? '', index]})
    }
    default:
      return undefined
  }
}

function atLeast(translation: Translation, version: string, value: Json): Json {
  if (translation.version < version) translation.version = version
  return value
}

/** `$s0$s1` with the parts as parameters: a part may be a function of Heat. */
const concatenated = (parts: readonly (Json | undefined)[]): Json => ({
  str_replace: {
    template: parts.map((_, index) => `$s${index}`).join(''),
    params: Object.fromEntries(parts.map((part, index) => [`$s${index}`, part ?? ''])),
  },
})

function nodeOf(name: Json | undefined, scope: Scope, {template}: Translation): Node | undefined {
  if (name === 'SOURCE') return scope.source
  if (name === 'TARGET') return scope.target
  return nodeNamed(asText(name) ?? '', scope.node ? {node: scope.node} : {}, template)
}

function propertyValue(args: readonly Json[], scope: Scope, translation: Translation): Json | undefined {
  const found = propertyOf(nodeOf(args[0], scope, translation), args)
  return found && unfold(hotValue(found.value, {node: found.node}, translation), found.rest)
}

function unfold(value: Json | undefined, path: readonly Json[]): Json | undefined {
  return path.reduce<Json | undefined>((each, key) => {
    if (Array.isArray(each)) return each[Number(key)]
    return isObject(each) ? each[String(key)] : undefined
  }, value)
}

function attributeValue(args: readonly Json[], scope: Scope, translation: Translation): Json | undefined {
  const [owner, name = '', ...rest] = args
  let node = nodeOf(owner, scope, translation)
  const {types} = translation.template
  if (owner === 'HOST' && node && types.section(node.type, 'attributes')[String(name)] === undefined)
    node = hostWhere(node, (host) => types.section(host.type, 'attributes')[String(name)] !== undefined) ?? node
  return node && attributeOf(node, String(name), rest, translation)
}

function artifactFile([owner, name = '']: readonly Json[], scope: Scope, translation: Translation): Json | undefined {
  const artifact = nodeOf(owner, scope, translation)?.artifacts.get(String(name))
  return artifact && {get_file: artifact.file}
}

/** An output of a deployment, which its configuration then declares. */
function operationOutput(args: readonly Json[], scope: Scope, translation: Translation): Json | undefined {
  const [owner, , operationName, output = ''] = args
  const operation = nodeOf(owner, scope, translation)?.operations.get(String(operationName))
  const deployment = operation && translation.ofOperation.get(operation)
  if (!deployment) return undefined
  const config = translation.resources.find(({name}) => name === configOf(deployment.properties))
  if (config) {
    const outputs = asArray(config.properties.outputs)
    const isKnown = outputs.some((each) => isObject(each) && each.name === output)
    if (!isKnown) config.properties.outputs = [...outputs, {name: output}]
  }
  return {get_attr: [deployment.name, output]}
}

const configOf = ({config}: JsonObject): string => (isObject(config) ? (asText(config.get_resource) ?? '') : '')
