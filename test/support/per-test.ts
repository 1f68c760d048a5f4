import {makePlace, type Place, removePlace} from './place.ts'
import {type Result, type RunOptions, run} from './run.ts'

/** osc bound to a place: `await osc('region', 'list')`, or with options `await osc(['region', 'list'], {stdin})`. */
export interface BoundOsc {
  (...argv: string[]): Promise<Result>
  (argv: readonly string[], options?: RunOptions): Promise<Result>
  /** The place of the current test or suite. */
  readonly place: Place
}

/** osc for the tests of the surrounding `describe`, each with caches of its own; `make`: where it runs. */
export function oscPerTest(defaults: RunOptions = {}, make: () => Place = makePlace): BoundOsc {
  return bind(defaults, make, beforeEach, afterEach)
}

/** osc for the surrounding `describe`, whose tests share caches: one login for all of them. */
export function oscPerSuite(defaults: RunOptions = {}, make: () => Place = makePlace): BoundOsc {
  return bind(defaults, make, before, after)
}

type Hook = (work: () => void) => void

function bind(defaults: RunOptions, make: () => Place, open: Hook, close: Hook): BoundOsc {
  let place: Place | undefined
  open(() => {
    place = make()
  })
  close(() => {
    if (place) removePlace(place)
    place = undefined
  })
  const current = () => {
    if (!place) throw new Error('osc runs inside a test or hook, not while tests are declared.')
    return place
  }
  const osc = (first?: string | readonly string[], ...rest: unknown[]): Promise<Result> => {
    if (typeof first !== 'object')
      return run(
        [first, ...rest].filter((word) => typeof word === 'string'),
        {...defaults, place: current()},
      )
    const [options = {}] = rest as [RunOptions?]
    return run(first, {
      ...defaults,
      ...options,
      env: {...defaults.env, ...options.env},
      place: options.place ?? current(),
    })
  }
  return Object.defineProperty(osc, 'place', {get: current}) as BoundOsc
}
