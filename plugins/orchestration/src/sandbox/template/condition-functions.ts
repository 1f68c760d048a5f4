import {asArray, type Json} from '@osc-cli/core'
import {type FunctionCall, type FunctionTable, isEqual} from '#sandbox/template/function'
import {ShapeError} from '#sandbox/template/scope'

const SINCE = {hot: {since: '2016-10-14'}}

/** The forms of a condition: true, false, the name of one, or a function. */
export function conditionOf(value: Json, {name, scope, resolve}: FunctionCall): boolean {
  if (typeof value === 'string') return scope.condition(value)
  const result = resolve(value)
  if (typeof result === 'boolean') return result
  if (typeof result === 'string') return scope.condition(result)
  throw new Error(
    `The condition value should be boolean, after resolved the value is: ${JSON.stringify(result)} (in ${name})`,
  )
}

const branch = (call: FunctionCall): Json => {
  const [condition = null, yes = null, no = null] = asArray(call.args)
  return conditionOf(condition, call) ? yes : no
}

const of = (
  names: Record<'if' | 'equals' | 'not' | 'and' | 'or', string>,
  versions: typeof SINCE | {cfn: string},
): FunctionTable => ({
  [names.if]: {
    description: 'One of two values, depending on a condition.',
    ...versions,
    check(name, args) {
      if (!Array.isArray(args) || args.length < 2 || args.length > 3)
        throw new ShapeError(
          name,
          `Arguments to "${name}" must be of the form: [condition_name, value_if_true, value_if_false]`,
        )
    },
    run: (call) => call.resolve(branch(call)),
    taken: branch,
  },
  [names.equals]: {
    description: 'Whether two values are the same.',
    ...versions,
    check(name, args) {
      if (!Array.isArray(args) || args.length !== 2)
        throw new ShapeError(name, `Arguments to "${name}" must be of the form: [value_1, value_2]`)
    },
    run({args, resolve}) {
      const [a = null, b = null] = asArray(args).map(resolve)
      return isEqual(a, b)
    },
  },
  [names.not]: {
    description: 'The opposite of a condition.',
    ...versions,
    // HOT takes the condition itself, CFN a list with one condition.
    run: (call) => !conditionOf(Array.isArray(call.args) ? (call.args[0] ?? null) : call.args, call),
  },
  [names.and]: {
    description: 'Whether all of several conditions hold.',
    ...versions,
    check: atLeastTwo,
    run: (call) => asArray(call.args).every((condition) => conditionOf(condition, call)),
  },
  [names.or]: {
    description: 'Whether one of several conditions holds.',
    ...versions,
    check: atLeastTwo,
    run: (call) => asArray(call.args).some((condition) => conditionOf(condition, call)),
  },
})

function atLeastTwo(name: string, args: Json): void {
  if (!Array.isArray(args) || args.length < 2)
    throw new ShapeError(name, `The minimum number of condition arguments to "${name}" is 2.`)
}

/** Conditions by their names in HOT and CFN. */
export const CONDITION_FUNCTIONS: FunctionTable = {
  ...of({if: 'if', equals: 'equals', not: 'not', and: 'and', or: 'or'}, SINCE),
  ...of({if: 'Fn::If', equals: 'Fn::Equals', not: 'Fn::Not', and: 'Fn::And', or: 'Fn::Or'}, {cfn: '2010-09-09'}),
}
