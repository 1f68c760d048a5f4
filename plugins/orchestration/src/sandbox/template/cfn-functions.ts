import {asArray, asText, isObject, type Json} from '@osc-cli/core'
import {asPart, type FunctionTable, follow} from '#sandbox/template/function'
import {ShapeError} from '#sandbox/template/scope'

const BOTH = {cfn: '2012-12-12'}
/** HOT's first version had CFN's functions too. */
const FIRST = {cfn: '2012-12-12', hot: {since: '2013-05-23', until: '2013-05-23'}}

const attributeArgs = (args: Json): [string, string] => {
  const [resource, attribute] = Array.isArray(args) ? args : (asText(args) ?? '').split(/\.(.*)/s)
  return [asText(resource) ?? '', asText(attribute) ?? '']
}

/** Functions of CFN templates. */
export const CFN_FUNCTIONS: FunctionTable = {
  Ref: {
    description: 'The value of a parameter, or the reference ID of a resource.',
    ...FIRST,
    run({args, scope}) {
      const name = asText(args) ?? ''
      return scope.hasParameter(name) ? scope.parameter(name) : scope.reference(name)
    },
    refersTo: (args, scope) => (scope.hasParameter(asText(args) ?? '') ? [] : [asText(args) ?? '']),
  },
  'Fn::GetAtt': {
    description: 'An attribute of a resource.',
    ...BOTH,
    run({args, scope}) {
      const [resource, attribute] = attributeArgs(args)
      return scope.attribute(resource, attribute, []) ?? null
    },
    refersTo: (args) => [attributeArgs(args)[0]],
  },
  'Fn::FindInMap': {
    description: 'A value of the template’s mappings.',
    ...BOTH,
    run({args, scope, resolve}) {
      const [map = '', key = '', name = ''] = asArray(args).map(resolve)
      const found = follow(scope.template.mappings, [map, key, name])
      if (found === undefined) throw new Error(`The template has no mapping ${[map, key, name].map(asPart).join('.')}`)
      return found
    },
  },
  'Fn::GetAZs': {description: 'The availability zones.', ...FIRST, run: () => ['nova']},
  'Fn::Select': {
    description: 'An item of a list, or a value of a map.',
    cfn: '2012-12-12',
    hot: {since: '2013-05-23', until: '2015-04-30'},
    check(name, args) {
      if (!Array.isArray(args) || args.length !== 2)
        throw new ShapeError(name, `Arguments to "${name}" must be of the form [index, collection]`)
    },
    run({args, resolve}) {
      const [index = null, collection] = asArray(args).map(resolve)
      const source = typeof collection === 'string' ? collection.split(',') : collection
      return follow(source, [index]) ?? ''
    },
  },
  'Fn::Join': {
    description: 'One text from the items of a list.',
    ...FIRST,
    check(name, args) {
      if (!Array.isArray(args) || args.length !== 2)
        throw new ShapeError(name, `Incorrect arguments to "${name}" should be: "${name}" : [ " ", [ "str1", "str2"] ]`)
    },
    run({args, resolve}) {
      const [delimiter, list = null] = asArray(args).map(resolve)
      if (list !== null && !Array.isArray(list)) throw new Error('Items to join must be strings')
      return (list ?? []).map(asPart).join(asText(delimiter) ?? '')
    },
  },
  'Fn::Split': {
    description: 'A text cut at a delimiter.',
    ...FIRST,
    run({args, resolve}) {
      const [delimiter, text = ''] = asArray(args).map(resolve)
      return asPart(text).split(asText(delimiter) ?? ',')
    },
  },
  'Fn::Replace': {
    description: 'A text with parts of it replaced.',
    ...FIRST,
    run({args, resolve}) {
      const [params = null, text = ''] = asArray(args).map(resolve)
      if (!isObject(params)) throw new Error('"Fn::Replace" parameters must be a mapping')
      return Object.entries(params).reduce(
        (result, [key, value]) => result.replaceAll(key, () => asPart(value ?? null)),
        asPart(text),
      )
    },
  },
  // Heat leaves the encoding to the service that receives the text.
  'Fn::Base64': {description: 'The text itself.', ...FIRST, run: ({args, resolve}) => asPart(resolve(args))},
  'Fn::MemberListToMap': {
    description: 'A map from the numbered members of a list.',
    ...FIRST,
    run({args, resolve}) {
      const [key = '', value = '', list] = asArray(args).map(resolve)
      const members = new Map<string, {name?: string; value?: string}>()
      for (const entry of asArray(list)) {
        const [, number, field, text] = /^\.member\.(\d+)\.([^=]+)=(.*)$/s.exec(asPart(entry)) ?? []
        if (number === undefined || field === undefined) continue
        const known = members.get(number) ?? {}
        members.set(number, {
          ...known,
          ...(field === key ? {name: text ?? ''} : {}),
          ...(field === value ? {value: text ?? ''} : {}),
        })
      }
      return Object.fromEntries([...members.values()].map((member) => [member.name ?? '', member.value ?? '']))
    },
  },
  'Fn::ResourceFacade': {
    description: 'A part of the definition of the resource that this template stands for.',
    ...FIRST,
    run({args, scope}) {
      const part = asText(args)
      if (part === 'DeletionPolicy') return scope.facade('deletion_policy')
      return scope.facade(part === 'UpdatePolicy' ? 'update_policy' : 'metadata')
    },
  },
}
