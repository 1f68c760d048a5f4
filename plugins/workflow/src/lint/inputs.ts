import {asArray, isObject} from '@osc-cli/core'
import {expressionsIn, textsIn} from '#lint/expressions'
import {type Finding, warning} from '#lint/finding'
import type {DefinedWorkflow} from '#lint/workflows'

/** Inputs that no expression of the workflow uses. */
export function inputFindings({spec, path}: DefinedWorkflow): Finding[] {
  const {input, ...rest} = spec
  const expressions = [...textsIn(input, []), ...textsIn(rest, [])].flatMap(({text}) => expressionsIn(text))
  // `$` or `_` alone passes all inputs on.
  if (expressions.some((expression) => /(?:\$|\b_)(?![\w.[(])/.test(expression.trim()))) return []
  return asArray(input).flatMap((entry, index) => {
    const [name = ''] = isObject(entry) ? Object.keys(entry) : [String(entry)]
    const use = new RegExp(`(?<!\\w)${name.replace(/\W/g, '\\$&')}(?!\\w)`)
    if (expressions.some((expression) => use.test(expression))) return []
    return [warning('unused-input', [...path, 'input', index], `The input '${name}' is not used.`)]
  })
}
