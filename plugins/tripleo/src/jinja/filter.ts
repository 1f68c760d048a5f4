import {bind} from '#jinja/call'
import type {Call} from '#jinja/values'

export type Filter = (value: unknown, call: Call) => unknown

/** A filter whose parameters have these names. */
export function filter(parameters: string, work: (value: unknown, ...given: unknown[]) => unknown): Filter {
  const names = parameters.split(' ').filter(Boolean)
  return (value, call) => work(value, ...bind(names, call))
}
