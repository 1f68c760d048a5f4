/** Puts a text in a color of the terminal. */
export type Paint = (text: string) => string

const painted =
  (code: number): Paint =>
  (text) =>
    `\x1b[${code}m${text}\x1b[39m`

const FAILED = painted(31)
const DONE = painted(32)
const CHANGING = painted(33)

const STATE_NAME = /(?:^|[ _])(?:status|state)$/i
// Whether a server has power says nothing about its health.
const POWER = /power/i

const KINDS: readonly [RegExp, Paint][] = [
  [/(?:^|_)(?:ERROR|FAILED|FAILURE|ALARM|KILLED|DEAD)(?:_|$)/, FAILED],
  [/(?:ING|IN_PROGRESS|DELAYED|PENDING.*|BUILD|REBUILD|DOWN|INSUFFICIENT DATA)$/, CHANGING],
  [/(?:^|_)(?:ACTIVE|AVAILABLE|IN-USE|COMPLETE|SUCCESS|UP|OK|ENABLED)$/, DONE],
]

/** Whether a column or a field of this name holds a state: `Status`, `stack_status`, `task_state`. */
export const holdsState = (name: string): boolean => STATE_NAME.test(name) && !POWER.test(name)

/** A longer text is not the name of a state, and not worth a search. */
const LONGEST_STATE = 100

/** Red for failures, yellow for what changes or is down, green for what works; nothing for other states. */
export const stateColour = (state: string): Paint | undefined =>
  state.length > LONGEST_STATE ? undefined : KINDS.find(([states]) => states.test(state.trim().toUpperCase()))?.[1]
