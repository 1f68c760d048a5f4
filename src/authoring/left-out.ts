import type {Plugin} from '@oclif/core/config'

type Flags = Record<string, Readonly<Record<string, unknown>>>

/** Properties of an option that the parser knows and oclif does not write into a manifest. */
const LEFT_OUT = ['bare', 'exactlyOne', 'greedy', 'keys'] as const

/** Adds to a plugin's manifest what oclif leaves out, because help and the contract test read nothing else. */
export async function addLeftOut({commands, manifest}: Plugin): Promise<void> {
  for (const {id, load} of commands) {
    const {baseFlags, flags} = await load()
    const declared: Flags = {...baseFlags, ...flags}
    for (const [name, flag] of Object.entries(manifest.commands[id]?.flags ?? {})) {
      const known = Object.entries(declared[name] ?? {}).filter(([key]) => LEFT_OUT.some((other) => other === key))
      Object.assign(flag, Object.fromEntries(known))
    }
  }
}
