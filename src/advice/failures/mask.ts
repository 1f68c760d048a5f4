import {isSecretKey} from '#cloud/config/secret-keys'
import type {CloudConfig} from '#cloud/config/types'
import {MASK, makeMask} from '#cloud/trace/mask'
import {asText} from '#json'

/** Options whose value is hidden whatever it is; broader than what counts as a secret elsewhere, since this is kept. */
const SECRET_OPTION = /^--.*(?:pass|secret|token|code|credential|key|payload|assertion|otp|auth-data)/i

/** What a failed run knew that nobody else may read. */
export interface Secrets {
  argv: readonly string[]
  env: Readonly<Record<string, string | undefined>>
  config: CloudConfig | undefined
  /** What the trace hides: tokens that came and went. */
  masked: ((text: string) => string) | undefined
}

/** `masked` that leaves these names whole although a short secret is a part of one: the cloud `lab-1` where the password is `lab`. */
export function sparing(
  names: readonly (string | undefined)[],
  masked: (text: string) => string,
): (text: string) => string {
  const spared = [...new Set(names)].flatMap((name) => {
    const hidden = name === undefined ? undefined : masked(name)
    return name === undefined || hidden === undefined || hidden === name || hidden === MASK ? [] : [{name, hidden}]
  })
  return (text) => spared.reduce((shown, {name, hidden}) => shown.replaceAll(hidden, name), masked(text))
}

/** Hides the secrets of a run in any text: by value where it is known, and by name. */
export function recordMask({argv, env, config, masked = (text) => text}: Secrets): (text: string) => string {
  const mask = makeMask()
  for (const [name, value] of Object.entries(env)) if (value && isSecretKey(name)) mask.add(value)
  for (const [name, value] of [...Object.entries(config?.auth ?? {}), ...Object.entries(config?.settings ?? {})]) {
    const text = isSecretKey(name) ? asText(value) : undefined
    if (text) mask.add(text)
  }
  for (const {name, value} of optionValues(argv)) if (isSecretKey(name.replace(/^-+/, ''))) mask.add(value)
  return (text) => mask.text(masked(text))
}

/** The line with the values of secret options and everything that `masked` knows hidden. */
export function maskedArgv(argv: readonly string[], masked: (text: string) => string): string[] {
  return argv.map((word, at) => {
    const before = argv[at - 1] ?? ''
    if (SECRET_OPTION.test(before) && !before.includes('=')) return MASK
    const [name = '', ...value] = word.split('=')
    return value.length > 0 && SECRET_OPTION.test(name) ? `${name}=${MASK}` : masked(word)
  })
}

function optionValues(argv: readonly string[]): {name: string; value: string}[] {
  return argv.flatMap((word, at) => {
    if (!word.startsWith('--')) return []
    const equals = word.indexOf('=')
    if (equals > 0) return [{name: word.slice(0, equals), value: word.slice(equals + 1)}]
    const value = argv[at + 1]
    return value === undefined ? [] : [{name: word, value}]
  })
}
