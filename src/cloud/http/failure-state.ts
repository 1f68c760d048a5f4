/** How services say which state refuses a change; the group is the state. */
const STATES = [
  /while it is in (?:vm_state|task_state|power_state) ([\w-]+)/i,
  /already has an action \((\w+)\) in progress/i,
  /current (?:volume |snapshot |share |backup |node )?(?:status|state) (?:is|of [\w-]+ is):? '?"?([\w-]+)/i,
  /\bis (?:currently )?in (?:the )?(?:state|status) '?"?(\w+)/i,
  /\bstate '?"?([A-Z][A-Z_]+)/,
  /\bin "?(\w+)"? (?:state|status)\b/i,
  /\bstatus (?:is|was) '?"?(\w+)/i,
]

// "must be in ... state" says what is wanted, not what is.
const WANTED = /^(?:the|a|this|that|its|current|unknown|valid|invalid|which|one|must|not|be)$/i

/** The state that a refusal (409, some 400) names: `active`, `CREATE_IN_PROGRESS`. */
export function stateIn(text: string): string | undefined {
  for (const [place, pattern] of STATES.entries()) {
    const state = pattern.exec(text)?.[1]
    if (state !== undefined && !WANTED.test(state)) return place === 1 ? `${state}_IN_PROGRESS` : state
  }
  return undefined
}
