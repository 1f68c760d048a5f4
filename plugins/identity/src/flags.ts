import {Flags} from '@osc-cli/core'

const domainOf = (whose: string) =>
  Flags.string({
    description: `Domain of the ${whose} (name or ID; needed if the name is not unique)`,
    helpValue: 'DOMAIN',
  })

export const userDomain = {'user-domain': domainOf('user')}
export const groupDomain = {'group-domain': domainOf('group')}
export const projectDomain = {'project-domain': domainOf('project')}
export const roleDomain = {'role-domain': domainOf('role')}

/** `--domain` of the noun of the command. */
export const ownDomain = (noun: string) => ({domain: domainOf(noun)})

export const orShow = (noun: string) => ({
  'or-show': Flags.boolean({description: `Show the existing ${noun} if the name is already in use`}),
})

/** `--enable` and `--disable`: read them with `Flags.chosen`. */
export const enableDisable = (noun: string) => ({
  enable: Flags.boolean({description: `Enable the ${noun}`, exclusive: ['disable']}),
  disable: Flags.boolean({description: `Disable the ${noun}`, exclusive: ['enable']}),
})

/** `--immutable` and `--no-immutable`: read them with `immutableOptions`. */
export const immutability = (noun: string) => ({
  immutable: Flags.boolean({
    description: `Make the ${noun} immutable: it cannot be changed or deleted`,
    exclusive: ['no-immutable'],
  }),
  'no-immutable': Flags.boolean({description: `Make the ${noun} mutable again (default)`, exclusive: ['immutable']}),
})

/** The `options` of a body for the flags of `immutability`; undefined if none was given. */
export function immutableOptions(flags: {
  immutable: boolean
  'no-immutable': boolean
}): {immutable: boolean} | undefined {
  const immutable = Flags.chosen(flags, {immutable: true, 'no-immutable': false})
  return immutable === undefined ? undefined : {immutable}
}
