import {asArray, asText, isObject, type Json, type JsonObject} from '@osc-cli/core'
import {MAX_COMBINATIONS} from '#sandbox/limits'
import {asPart, type FunctionCall, type FunctionTable, isEqual} from '#sandbox/template/function'
import {ShapeError} from '#sandbox/template/scope'

/** Functions on lists and maps. */
export const LIST_FUNCTIONS: FunctionTable = {
  repeat: {
    description: 'A template repeated for the items of lists.',
    hot: {since: '2015-04-30'},
    check(name, args) {
      if (!isObject(args)) throw new ShapeError(name, `Arguments to "${name}" must be a map`)
      if (args.template === undefined || args.for_each === undefined)
        throw new ShapeError(
          name,
          `"${name}" syntax should be a map with the keys for_each and template, permutations is optional`,
        )
    },
    run: repeat,
  },
  map_merge: {
    description: 'Several maps merged into one; later maps take precedence.',
    hot: {since: '2016-04-08'},
    check: needsList(
      'Incorrect arguments to "map_merge" should be: map_merge: [ { <key 1>: <value 1> }, { <key 2>: <value 2> } ]',
    ),
    run({args, resolve}) {
      const maps = asArray(resolve(args)).map((map) => map ?? {})
      if (!maps.every(isObject)) throw new Error('Incorrect arguments: Items to merge must be maps.')
      return Object.assign({}, ...maps)
    },
  },
  map_replace: {
    description: 'A map with keys and values replaced.',
    hot: {since: '2016-10-14'},
    check: needsList(
      'Incorrect arguments to "map_replace" should be: map_replace: [<input map>, {keys: ..., values: ...}]',
    ),
    run: mapReplace,
  },
  filter: {
    description: 'A list without certain values.',
    hot: {since: '2017-02-24'},
    check(name, args) {
      if (!Array.isArray(args) || args.length !== 2)
        throw new ShapeError(name, `Argument to "${name}" must be a list of the form [values, sequence]`)
    },
    run({args, resolve}) {
      const [values, list] = asArray(args).map(resolve)
      if (list === null || list === undefined) return []
      return asArray(list).filter((item) => !asArray(values).some((value) => isEqual(value, item)))
    },
  },
  list_concat: {
    description: 'One list from several.',
    hot: {since: '2017-09-01'},
    check: needsList(
      'Incorrect arguments to "list_concat" should be: list_concat : [ [ <value 1>, <value 2> ], [ <value 3>, <value 4> ] ]',
    ),
    run: concat,
  },
  list_concat_unique: {
    description: 'One list from several, without repetitions.',
    hot: {since: '2017-09-01'},
    check: needsList(
      'Incorrect arguments to "list_concat_unique" should be: list_concat_unique : [ [ <value 1>, <value 2> ], [ <value 3>, <value 4> ] ]',
    ),
    run: (call) => asArray(concat(call)).filter((item, i, all) => all.findIndex((other) => isEqual(item, other)) === i),
  },
  contains: {
    description: 'Whether a list, a map or a text has a value.',
    hot: {since: '2017-09-01'},
    check(name, args) {
      if (!Array.isArray(args) || args.length !== 2)
        throw new ShapeError(name, `Arguments to "${name}" must be of the form: [value1, [value1, value2]]`)
    },
    run({args, resolve}) {
      const [value = null, sequence] = asArray(args).map(resolve)
      if (typeof sequence === 'string') return sequence.includes(asPart(value))
      if (isObject(sequence)) return Object.hasOwn(sequence, asPart(value))
      return asArray(sequence).some((item) => isEqual(item, value))
    },
  },
}

function needsList(message: string) {
  return (name: string, args: Json): void => {
    // A function may return the list.
    if (!Array.isArray(args) && !isObject(args)) throw new ShapeError(name, message)
  }
}

function concat({args, resolve}: FunctionCall): Json[] {
  return asArray(resolve(args)).flatMap((list) => {
    if (list !== null && !Array.isArray(list)) throw new Error('Incorrect arguments: Items to concat must be lists.')
    return list ?? []
  })
}

function mapReplace({args, resolve}: FunctionCall): Json {
  const [map = null, replacements = null] = asArray(args).map(resolve)
  if (!isObject(map)) throw new Error('Incorrect arguments: to "map_replace", arguments must be a list of maps')
  const {keys = null, values = null} = isObject(replacements) ? replacements : {}
  const [newKeys, newValues] = [isObject(keys) ? keys : {}, isObject(values) ? values : {}]
  const result: JsonObject = {}
  for (const [key, value = null] of Object.entries(map)) {
    const name = asPart(newKeys[key] ?? key)
    const text = typeof value === 'object' ? undefined : asPart(value)
    result[name] = text === undefined ? value : (newValues[text] ?? value)
  }
  return result
}

function repeat({name, args, resolve}: FunctionCall): Json {
  const {template = null, for_each: rawLists = null, permutations = true} = isObject(args) ? args : {}
  const lists = resolve(rawLists)
  if (!isObject(lists)) throw new Error(`The "for_each" argument to "${name}" must contain a map`)
  const entries = Object.entries(lists).map(([variable, list]): [string, Json[]] => {
    if (isObject(list)) return [variable, Object.keys(list)]
    if (list !== null && !Array.isArray(list))
      throw new Error(`The values of the "for_each" argument to "${name}" must be lists`)
    return [variable, list ?? []]
  })
  const size = entries.reduce((product, [, list]) => product * list.length, 1)
  if (size > MAX_COMBINATIONS) throw new Error(`"${name}" has more than ${MAX_COMBINATIONS} combinations.`)
  return combinations(entries, resolve(permutations) !== false).map((values) => resolve(substitute(template, values)))
}

function combinations(entries: readonly [string, Json[]][], permuted: boolean): Map<string, Json>[] {
  if (permuted)
    return entries.reduce<Map<string, Json>[]>(
      (sets, [variable, list]) => sets.flatMap((set) => list.map((item) => new Map([...set, [variable, item]]))),
      [new Map()],
    )
  const [first, ...others] = entries
  if (others.some(([, list]) => list.length !== first?.[1].length))
    throw new Error('When permutations is false, the lists of "for_each" must have the same length')
  return (first?.[1] ?? []).map((_, i) => new Map(entries.map(([variable, list]) => [variable, list[i] ?? null])))
}

/** A variable that is the whole text becomes the item itself; inside a longer text, its text. */
function substitute(template: Json, values: Map<string, Json>): Json {
  if (typeof template === 'string') {
    const whole = values.get(template)
    if (whole !== undefined) return whole
    return [...values].reduce((text, [variable, item]) => text.replaceAll(variable, () => asPart(item)), template)
  }
  if (Array.isArray(template)) return template.map((item) => substitute(item, values))
  if (!isObject(template)) return template
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) => [
      asText(substitute(key, values)) ?? key,
      substitute(value ?? null, values),
    ]),
  )
}
