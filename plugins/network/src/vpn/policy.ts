import {Flags, type JsonObject, UsageError} from '@osc-cli/core'

const KEYS = [128, 192, 256]
/** The modes of AES that need the length of a key and of a tag. */
const LONG_MODES = ['ccm', 'gcm'].flatMap((mode) =>
  [8, 12, 16].flatMap((tag) => KEYS.map((key) => `aes-${key}-${mode}-${tag}`)),
)
const ENCRYPTION = ['3des', ...KEYS.map((key) => `aes-${key}`), ...LONG_MODES, ...KEYS.map((key) => `aes-${key}-ctr`)]
const AUTHENTICATION = ['sha1', 'sha256', 'sha384', 'sha512', 'aes-xcbc', 'aes-cmac']
const GROUPS = [2, 5, ...Array.from({length: 18}, (_, at) => at + 14)].map((number) => `group${number}`)

/** The options that IKE and IPsec policies share. Read with `policyBody`. */
export const policyFlags = {
  description: Flags.string({description: 'Description', helpValue: 'DESCRIPTION'}),
  'auth-algorithm': Flags.anyCase({
    description: 'Authentication algorithm (default: sha1)',
    helpValue: 'ALGORITHM',
    options: AUTHENTICATION,
    ignoreCase: true,
  }),
  'encryption-algorithm': Flags.anyCase({
    description: 'Encryption algorithm (default: aes-128)',
    helpValue: 'ALGORITHM',
    options: ENCRYPTION,
    ignoreCase: true,
  }),
  pfs: Flags.anyCase({
    description: 'Diffie-Hellman group of perfect forward secrecy (default: group5)',
    helpValue: 'GROUP',
    options: GROUPS,
    ignoreCase: true,
  }),
  lifetime: Flags.pairs({
    description: 'Lifetime of keys in seconds (units: seconds; value: at least 60, default 3600)',
    helpValue: 'units=UNITS,value=VALUE',
    keys: {optional: ['units', 'value']},
  }),
}

/** What `policyBody` reads. */
export interface PolicyFlags {
  description?: string | undefined
  'auth-algorithm'?: string | undefined
  'encryption-algorithm'?: string | undefined
  pfs?: string | undefined
  lifetime?: readonly Record<string, string>[] | undefined
}

/** The attributes that `policyFlags` name. */
export const policyBody = (flags: PolicyFlags): JsonObject => ({
  description: flags.description,
  auth_algorithm: flags['auth-algorithm'],
  encryption_algorithm: flags['encryption-algorithm'],
  pfs: flags.pfs,
  lifetime: flags.lifetime && lifetimeOf(Object.assign({}, ...flags.lifetime)),
})

function lifetimeOf({units, value}: Readonly<Record<string, string>>): JsonObject {
  if (units !== undefined && units !== 'seconds')
    throw new UsageError(`Option --lifetime: units '${units}' is not supported.`, {hint: 'Use units=seconds.'})
  return {
    ...(units && {units}),
    ...(value !== undefined && {value: wholeNumber('lifetime', 'value', value, 60)}),
  }
}

/** The value of a key as a number; UsageError unless it is an integer of at least `least`. */
export function wholeNumber(option: string, key: string, text: string, least: number): number {
  if (/^\d+$/.test(text) && Number(text) >= least) return Number(text)
  throw new UsageError(`Option --${option}: ${key} '${text}' is not an integer of at least ${least}.`)
}
