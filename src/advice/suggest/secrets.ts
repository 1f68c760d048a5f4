import {isSecretKey} from '#cloud/config/secret-keys'

export const MASK = '***'

/** Whether what follows an option must not be shown again; of an unknown one, when its name only sounds like it. */
export const isSecretOption = (name: string, known: boolean): boolean =>
  isSecretKey(name.replace(/^--?/, '')) || (!known && /pass|pwd|secret|token/i.test(name))

/** A value as a suggestion may show it: tokens, passwords in addresses and `db_password=...` are masked. */
export function masked(value: string): string {
  const equals = value.indexOf('=')
  if (equals > 0 && isSecretKey(value.slice(0, equals))) return `${value.slice(0, equals)}=${MASK}`
  if (/^gAAAA/.test(value)) return MASK
  return value.replace(/(\/\/[^/\s:@]+:)[^/\s@]+@/, `$1${MASK}@`)
}
