import {allowSize, type Call, type Callable, Namespace, numeric} from '#jinja/values'

function range({positional}: Call): number[] {
  const bounds = positional.map((bound) => numeric(bound) ?? Number.NaN)
  const [from = 0, to = 0, step = 1] = bounds.length === 1 ? [0, ...bounds] : bounds
  const length = Math.max(0, Math.ceil((to - from) / step))
  if (!Number.isFinite(length)) throw new Error('`range` needs whole numbers and a step that is not 0.')
  allowSize(length)
  return Array.from({length}, (_, index) => from + index * step)
}

function namespace({named}: Call): Namespace {
  const created = new Namespace()
  for (const [name, value] of named) created.values.set(name, value)
  return created
}

/** Functions that every template can call. */
export const GLOBALS: ReadonlyMap<string, Callable> = new Map<string, Callable>([
  ['range', range],
  [
    'dict',
    ({positional, named}) =>
      new Map<unknown, unknown>([...(positional[0] instanceof Map ? positional[0] : []), ...named]),
  ],
  ['namespace', namespace],
])
