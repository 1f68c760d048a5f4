import {asText, isObject, type Json} from '@osc-cli/core'
import {type FunctionTable, follow} from '#sandbox/template/function'
import {ShapeError} from '#sandbox/template/scope'

const EVER = {since: '2013-05-23'}

const nameIn = (args: Json): string => asText(Array.isArray(args) ? args[0] : args) ?? ''

/** Functions that refer to a parameter, a resource, an attribute or a file. */
export const REFERENCE_FUNCTIONS: FunctionTable = {
  get_param: {
    description: 'The value of a parameter, or of a part of it.',
    hot: EVER,
    check(name, args) {
      if (isObject(args)) throw new ShapeError(name, `Function "${name}" can not have parameters of type map`)
      if (nameIn(args) === '')
        throw new ShapeError(name, `Arguments to "${name}" must be of the form [param_name, key1, key2, ...]`)
    },
    run({args, scope, resolve}) {
      const [name = '', ...path] = (Array.isArray(args) ? args : [args]).map(resolve)
      const value = scope.parameter(asText(name) ?? '')
      return path.length === 0 ? value : (follow(value, path) ?? '')
    },
  },
  get_resource: {
    description: 'The reference ID of a resource.',
    hot: EVER,
    run: ({args, scope, resolve}) => scope.reference(asText(resolve(args)) ?? ''),
    refersTo: (args) => [asText(args) ?? ''],
  },
  get_attr: {
    description: 'An attribute of a resource, or a part of it.',
    hot: EVER,
    check(name, args) {
      if (!Array.isArray(args) || args.length < 1)
        throw new ShapeError(name, `Argument to "${name}" must be a list of the form [resource_name, attribute, ...]`)
    },
    run({args, scope, resolve}) {
      const [resource = '', attribute, ...path] = (Array.isArray(args) ? args : []).map(resolve)
      return scope.attribute(asText(resource) ?? '', asText(attribute) ?? '', path) ?? null
    },
    refersTo: (args) => [nameIn(args)],
  },
  get_file: {
    description: 'The content of a file that was sent with the template.',
    hot: EVER,
    run({args, scope, resolve}) {
      const path = resolve(args)
      if (typeof path !== 'string') throw new ShapeError('get_file', 'Argument to "get_file" must be a string')
      return scope.file(path)
    },
  },
  resource_facade: {
    description: 'A part of the definition of the resource that this template stands for.',
    hot: EVER,
    check(name, args) {
      if (!['metadata', 'deletion_policy', 'update_policy'].includes(asText(args) ?? ''))
        throw new ShapeError(
          name,
          `Incorrect arguments to "${name}" should be one of: metadata, deletion_policy, update_policy`,
        )
    },
    run: ({args, scope}) => scope.facade(args === 'deletion_policy' || args === 'update_policy' ? args : 'metadata'),
  },
}
