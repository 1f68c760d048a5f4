import type {Rule} from '#authoring/rules/rule'
import {globalOptions} from '#line/global-options'

/** What OSC calls by another name everywhere. Names that a command of openstack has are not here. */
const SAID_OTHERWISE: Readonly<Record<string, string>> = {
  tenant: 'project',
  'tenant-id': 'project',
  meta: 'property',
  metadata: 'property',
  json: 'format (-f json), as in list and show commands',
}

/** Options of openstack that have the name of a global option. */
const REQUIRED = new Set(['tripleo container image prepare --log-file'])

/** Options are called as they are everywhere else, and hide none of the global ones. */
export const vocabulary: Rule = ({commands}) => {
  const globals = new Set(globalOptions().flatMap(({name}) => [name]))
  return commands.flatMap(({id, flags}) =>
    Object.values(flags).flatMap(({name, char}) => {
      const same = Object.values(flags).find((other) => char !== undefined && other.char === char)
      const where = `${id} --${name}`
      const other = SAID_OTHERWISE[name]
      if (same && same.name !== name) return [{where, message: `-${char} is already the short name of --${same.name}.`}]
      if (other !== undefined) return [{where, message: `Call this option --${other}.`}]
      const hidden = [`--${name}`, ...(char ? [`-${char}`] : [])].find((option) => globals.has(option))
      return hidden === undefined || REQUIRED.has(where)
        ? []
        : [{where, message: `The option hides the global option ${hidden}.`}]
    }),
  )
}
