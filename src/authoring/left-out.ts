import type {Plugin} from '@oclif/core/config'

type Declared = Record<string, Readonly<Record<string, unknown>>>

/** Properties of an option or argument that the parser knows and oclif does not write into a manifest. */
const LEFT_OUT = ['bare', 'exactlyOne', 'greedy', 'keys', 'secret'] as const

/** Adds to a plugin's manifest what oclif leaves out, because help and the contract test read nothing else. */
export async function addLeftOut({commands, manifest}: Plugin): Promise<void> {
  for (const {id, load} of commands) {
    const {baseFlags, flags, args} = await load()
    const cached = manifest.commands[id]
    copyLeftOut(cached?.flags ?? {}, {...baseFlags, ...flags})
    copyLeftOut(cached?.args ?? {}, {...args})
  }
}

function copyLeftOut(cached: Record<string, object>, declared: Declared): void {
  for (const [name, entry] of Object.entries(cached)) {
    const known = Object.entries(declared[name] ?? {}).filter(([key]) => LEFT_OUT.some((other) => other === key))
    Object.assign(entry, Object.fromEntries(known))
  }
}
