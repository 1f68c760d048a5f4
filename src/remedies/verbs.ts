/**
 * Which verbs are worth trying in which state, by noun: `{stack: {'*_FAILED': ['failures list', 'delete']}}`. The first
 * pattern that fits counts; `*` stands for any text, and case does not matter.
 */
export type States = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** How many verbs are told. */
const MOST = 3

export function verbsIn(states: States, noun: string | undefined, state: string | undefined): readonly string[] {
  if (noun === undefined || state === undefined) return []
  const found = Object.entries(states[noun] ?? {}).find(([pattern]) => fits(pattern, state))
  return found?.[1].slice(0, MOST) ?? []
}

function fits(pattern: string, state: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(state)
}
