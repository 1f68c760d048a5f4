import type {Call} from '#jinja/values'

/** No arguments. */
export const NO_ARGUMENTS: Call = {positional: [], named: new Map()}

/** The arguments of a call in the order of the parameters' names, as Python binds them; undefined for one that is missing. */
export function bind(parameters: readonly string[], {positional, named}: Call): unknown[] {
  if (positional.length > parameters.length)
    throw new Error(`At most ${parameters.length} arguments are allowed, not ${positional.length}.`)
  for (const [index, name] of parameters.entries())
    if (named.has(name) && index < positional.length) throw new Error(`The argument ${name} is given twice.`)
  for (const name of named.keys()) if (!parameters.includes(name)) throw new Error(`There is no argument ${name}.`)
  return parameters.map((name, index) => (index < positional.length ? positional[index] : named.get(name)))
}

export type Method<Self> = (self: Self, call: Call) => unknown

/** A method or filter whose parameters have these names. */
export function method<Self>(parameters: string, work: (self: Self, ...given: unknown[]) => unknown): Method<Self> {
  const names = parameters.split(' ').filter(Boolean)
  return (self, call) => work(self, ...bind(names, call))
}
