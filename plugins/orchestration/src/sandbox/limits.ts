import type {Json} from '@osc-cli/core'

// No template may block the sandbox for its other users. The first two limits are Heat's defaults of max_resources_per_stack and
// max_nested_stack_depth.
export const MAX_RESOURCES = 1000
export const MAX_DEPTH = 5
/** Combinations of the lists of one `repeat`. */
export const MAX_COMBINATIONS = 100_000
/** Values that the functions of one property or output may visit. */
const MAX_STEPS = 1_000_000
/** Characters or items that one function may return. */
const MAX_SIZE = 4 * 1024 * 1024

export const TOO_MANY_RESOURCES = 'Request limit exceeded: Maximum resources per stack exceeded.'
export const TOO_DEEP = `Request limit exceeded: Recursion depth exceeds ${MAX_DEPTH}.`

/** Calls `step` for each value that functions visit, and throws when there are too many. */
export function createStepCounter(): () => void {
  let left = MAX_STEPS
  return () => {
    left -= 1
    if (left < 0) throw new Error(`The functions of this value need more than ${MAX_STEPS} steps.`)
  }
}

/** The result of a function; throws when it is too large. */
export function limited(name: string, value: Json): Json {
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : 0
  if (size > MAX_SIZE) throw new Error(`The result of "${name}" is larger than ${MAX_SIZE} characters or items.`)
  return value
}
