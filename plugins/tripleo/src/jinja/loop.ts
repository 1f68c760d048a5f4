import {type Callable, type Dict, Undefined} from '#jinja/values'

/** The variable `loop` of a `for` statement at one of its items. */
export function loopOf(items: readonly unknown[], index: number): Dict {
  const {length} = items
  const cycle: Callable = ({positional}) => positional[index % positional.length]
  return new Map<string, unknown>([
    ['index', index + 1],
    ['index0', index],
    ['revindex', length - index],
    ['revindex0', length - index - 1],
    ['first', index === 0],
    ['last', index === length - 1],
    ['length', length],
    ['previtem', index > 0 ? items[index - 1] : new Undefined('loop.previtem')],
    ['nextitem', index + 1 < length ? items[index + 1] : new Undefined('loop.nextitem')],
    ['cycle', cycle],
    ['depth', 1],
    ['depth0', 0],
  ])
}
