import {asText} from '#json'

/** `v2` and `2` as `2.0`; null for anything else. */
export function dotted(value: unknown): string | null {
  const [, number = ''] = /^v?(\d+(?:\.\d+)*)$/.exec(asText(value) ?? '') ?? []
  if (number === '') return null
  return number.includes('.') ? number : `${number}.0`
}
