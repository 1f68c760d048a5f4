import type {HiddenLine} from '#advice/secrets/hide'
import {isSecretName} from '#advice/secrets/names'
import {isSecretKey} from '#cloud/config/secret-keys'
import type {CloudConfig} from '#cloud/config/types'
import {MASK, makeMask} from '#cloud/trace/mask'
import {asText} from '#json'

/** The secrets that a run knew. */
export interface Secrets {
  line: Pick<HiddenLine, 'secrets'>
  env: Readonly<Record<string, string | undefined>>
  config: CloudConfig | undefined
  /** What the trace hides: tokens that came and went. */
  masked: ((text: string) => string) | undefined
}

/** `masked` that leaves these names whole although a short secret is a part of one: the cloud `lab-1` where the password is `lab`. */
export function maskExcept(
  names: readonly (string | undefined)[],
  masked: (text: string) => string,
): (text: string) => string {
  const spared = [...new Set(names)].flatMap((name) => {
    const hidden = name === undefined ? undefined : masked(name)
    return name === undefined || hidden === undefined || hidden === name || hidden === MASK ? [] : [{name, hidden}]
  })
  return (text) => spared.reduce((shown, {name, hidden}) => shown.replaceAll(hidden, name), masked(text))
}

/** Variables of the cloud, and of other programs where their names leave no doubt: PWD is a folder. */
const isSecretVariable = (name: string): boolean =>
  isSecretKey(name) || name === 'OS_PROFILE' || (name.startsWith('OS_') && isSecretName(name))

/** The values of the variables that hold secrets, whether or not the cloud's log-in uses them. */
export const secretsIn = (env: Secrets['env']): string[] =>
  Object.entries(env).flatMap(([name, value]) => (value !== undefined && isSecretVariable(name) ? [value] : []))

/** Hides the secrets of a run in any text: by value where it is known, and by name. `shortest`: shorter values stay. */
export function secretMask(
  {line, env, config, masked = (text) => text}: Secrets,
  shortest = 1,
): (text: string) => string {
  const mask = makeMask()
  const add = (value: string | undefined) => {
    if (value !== undefined && value.length >= shortest) mask.add(value)
  }
  for (const value of secretsIn(env)) add(value)
  for (const [name, value] of [...Object.entries(config?.auth ?? {}), ...Object.entries(config?.settings ?? {})])
    if (isSecretName(name)) add(asText(value))
  for (const value of line.secrets) add(value)
  return (text) => mask.text(masked(text))
}
