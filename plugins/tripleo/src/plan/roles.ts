import {OscError} from '@osc-cli/core'
import {type Dict, isDict} from '#jinja/values'

type Check = [kind: string, fits: (value: unknown) => boolean]

const text: Check = ['a string', (value) => typeof value === 'string']
const whole: Check = ['a whole number', (value) => typeof value === 'number']
const list: Check = ['a list', Array.isArray]

/** Types of the keys of a role that TripleO checks. */
const KEYS: Readonly<Record<string, Check>> = {
  name: text,
  description: text,
  CountDefault: whole,
  HostnameFormatDefault: text,
  ServicesDefault: list,
  disable_constraints: ['a boolean', (value) => typeof value === 'boolean'],
  networks: ['a list or dictionary', (value) => Array.isArray(value) || isDict(value)],
  networks_skip_config: list,
  tags: list,
  upgrade_batch_size: whole,
}

/** Fails for a role without a name or with a value of the wrong type, and for two roles of one name. */
export function checkRoles(file: string, roles: readonly Dict[]): void {
  const names = new Set<string>()
  for (const [index, role] of roles.entries()) {
    checkRole(file, index, role)
    const name = String(role.get('name'))
    if (names.has(name)) throw new OscError(`${file}: The role ${name} is defined twice.`)
    names.add(name)
  }
}

function checkRole(file: string, index: number, role: Dict): void {
  const name = role.get('name')
  if (name === undefined) throw new OscError(`${file}: Role ${index + 1} has no name.`)
  for (const [key, [kind, fits]] of Object.entries(KEYS))
    if (role.has(key) && !fits(role.get(key))) throw new OscError(`${file}: ${key} of role ${name} is not ${kind}.`)
}
