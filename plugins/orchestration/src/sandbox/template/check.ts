import {isObject, type Json} from '@osc-cli/core'
import {invalidStack} from '#sandbox/failures'
import {callOf, FUNCTIONS} from '#sandbox/template/functions'
import type {Scope} from '#sandbox/template/scope'
import {ShapeError} from '#sandbox/template/scope'

/** Finds functions with invalid arguments; `path` is the place of the value: `resources.a.properties`. */
export function checkFunctions(value: Json | undefined, path: string, scope: Scope): void {
  if (value === undefined) return
  const call = callOf(value, scope.template)
  if (call) {
    const [name, args] = call
    try {
      FUNCTIONS[name]?.check?.(name, args)
      if (name === 'get_attr' || name === 'Fn::GetAtt')
        FUNCTIONS[name]?.run({name, args, scope, resolve: (part) => part})
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error
      throw invalidStack(`${path}.${name}: : ${error.message}`)
    }
    checkFunctions(args, `${path}.${name}`, scope)
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) checkFunctions(item, `${path}[${i}]`, scope)
  } else if (isObject(value))
    for (const [key, part] of Object.entries(value)) checkFunctions(part, `${path}.${key}`, scope)
}
