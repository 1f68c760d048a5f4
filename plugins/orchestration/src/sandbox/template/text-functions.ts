import {createHash} from 'node:crypto'
import {asArray, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {notImplemented} from '@osc-cli/core/sandbox'
import {asPart, type FunctionCall, type FunctionTable} from '#sandbox/template/function'
import {ShapeError} from '#sandbox/template/scope'

type Strictness = 'lenient' | 'strict' | 'very strict'

/** Functions that return texts. */
export const TEXT_FUNCTIONS: FunctionTable = {
  list_join: {
    description: 'One text from the items of one or more lists, with a delimiter between them.',
    hot: {since: '2013-05-23'},
    check(name, args) {
      if (!Array.isArray(args) || args.length < 2)
        throw new ShapeError(
          name,
          `Incorrect arguments to "${name}" should be: ${name} : [ <delimiter>, [ <string 1>, <string 2>, ... ] ]`,
        )
    },
    run({args, resolve}) {
      const [delimiter = '', ...lists] = asArray(args).map(resolve)
      if (typeof delimiter !== 'string') throw new Error('"delimiter" must be a string for list_join')
      return lists
        .flatMap((list) => {
          if (list !== null && !Array.isArray(list)) throw new Error('Items to join must be strings, maps or lists')
          return list ?? []
        })
        .map(asPart)
        .join(delimiter)
    },
  },
  str_replace: replacer('lenient', '2013-05-23'),
  str_replace_strict: replacer('strict', '2017-02-24'),
  str_replace_vstrict: replacer('very strict', '2017-09-01'),
  str_split: {
    description: 'A text cut at a delimiter: the list, or one item of it.',
    hot: {since: '2015-10-15'},
    check(name, args) {
      if (!Array.isArray(args) || args.length < 2)
        throw new ShapeError(
          name,
          `Incorrect arguments to "${name}": ${name}: [string_delimiter, string, index] or [string_delimiter, string]`,
        )
    },
    run({args, resolve}) {
      const [delimiter, text, index] = asArray(args).map(resolve)
      if (text === null || text === undefined) return null
      const parts = asPart(text).split(asText(delimiter) ?? ',')
      if (index === undefined) return parts
      const part = parts[Number(asText(index) ?? Number.NaN)]
      if (part === undefined)
        throw new Error(`Incorrect index to "str_split" should be between 0 and ${parts.length - 1}`)
      return part
    },
  },
  digest: {
    description: 'The hexadecimal digest of a text.',
    hot: {since: '2015-04-30'},
    check(name, args) {
      if (!Array.isArray(args) || args.length !== 2)
        throw new ShapeError(
          name,
          `Argument to function "${name}" must be a list of strings, of the form [algorithm, value]`,
        )
    },
    run({args, resolve}) {
      const [algorithm, value] = asArray(args).map(resolve)
      try {
        return createHash(asText(algorithm) ?? '')
          .update(asPart(value ?? ''))
          .digest('hex')
      } catch {
        throw new Error(`Algorithm must be one of sha1, sha224, sha256, sha384, sha512, md5`)
      }
    },
  },
  make_url: {
    description: 'A URL from its parts: scheme, username, password, host, port, path, query, fragment.',
    hot: {since: '2017-09-01'},
    check(name, args) {
      if (!isObject(args)) throw new ShapeError(name, `The arguments to "${name}" must be a map`)
    },
    run: ({args, resolve}) => url(isObject(args) ? args : {}, resolve),
  },
  yaql: {
    description: 'The result of a YAQL expression.',
    hot: {since: '2016-10-14'},
    run() {
      throw notImplemented('the function yaql')
    },
  },
}

function replacer(strictness: Strictness, since: string): FunctionTable[string] {
  return {
    description: {
      lenient: 'A template text with its parameters replaced.',
      strict: 'Like str_replace, but every parameter must occur.',
      'very strict': 'Like str_replace_strict, and no parameter may be empty.',
    }[strictness],
    hot: {since},
    check(name, args) {
      if (!isObject(args)) throw new ShapeError(name, `Arguments to "${name}" must be a map`)
      if (args.template === undefined || args.params === undefined || Object.keys(args).length !== 2)
        throw new ShapeError(name, `"${name}" syntax should be a map with the keys params and template`)
    },
    run: (call) => replaceAll(call, strictness),
  }
}

function replaceAll({name, args, resolve}: FunctionCall, strictness: Strictness): string {
  const {template: rawText = null, params: rawParams = null} = isObject(args) ? args : {}
  const text = resolve(rawText) ?? ''
  const params = resolve(rawParams)
  if (typeof text !== 'string' && typeof text !== 'number') throw new Error(`"${name}" template must be a string`)
  if (!isObject(params)) throw new Error(`"${name}" parameters must be a mapping`)
  const names = Object.keys(params)
    .filter((param) => param !== '')
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const missing = new Set(names)
  if (names.length === 0) return String(text)
  const pattern = new RegExp(names.map((param) => param.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|'), 'g')
  const result = String(text).replace(pattern, (param) => {
    missing.delete(param)
    const value = params[param] ?? null
    if (strictness === 'very strict' && (value === null || value === ''))
      throw new Error(`"${name}" has an undefined or empty value for param ${param}, must be a defined non-empty value`)
    return asPart(value)
  })
  if (strictness !== 'lenient' && missing.size > 0)
    throw new Error(`The following params were not found in the template: ${[...missing].toSorted().join(',')}`)
  return result
}

function url(args: JsonObject, resolve: (value: Json) => Json): string {
  const part = (key: string) => asPart(resolve(args[key] ?? null))
  const [user, password] = [part('username'), part('password')].map(encodeURIComponent)
  const login = user ? `${user}${password ? `:${password}` : ''}@` : ''
  const name = part('host')
  const host = name.includes(':') && !name.startsWith('[') ? `[${name}]` : name
  const place = `${login}${host}${part('port') ? `:${part('port')}` : ''}`
  const path = part('path')
  const query = resolve(args.query ?? null)
  const search = isObject(query)
    ? new URLSearchParams(
        Object.fromEntries(Object.entries(query).map(([key, value]) => [key, asPart(value ?? null)])),
      ).toString()
    : ''
  const scheme = part('scheme')
  return [
    scheme ? `${scheme}:` : '',
    place ? `//${place}` : '',
    path && place && !path.startsWith('/') ? `/${path}` : path,
    search ? `?${search}` : '',
    part('fragment') ? `#${encodeURIComponent(part('fragment'))}` : '',
  ].join('')
}
