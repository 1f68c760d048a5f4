/** Replaces what differs from one run to the next. */
export type Mask = (text: string) => string

const replace =
  (pattern: RegExp, by: string): Mask =>
  (text) =>
    text.replace(pattern, by)

/** `2026-11-24T05:14:00Z`, with or without fractions, zone or the T. */
export const times = replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?/g, 'TIME')

/** IDs of 32 hex digits, 64 of them, and UUIDs. */
export const ids = replace(/\b([0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/g, 'ID')

/** Fernet tokens. */
export const tokens = replace(/\bgAAAA[\w-]{40,}={0,2}/g, 'TOKEN')

export const urls = replace(/\bhttps?:\/\/[^\s"'<>|,]+/g, 'URL')

/** The value of a field, in whichever format it is printed. */
export const field =
  (name: string): Mask =>
  (text) =>
    text
      .replace(new RegExp(`^(\\| *${name} *\\| ).*( \\|)$`, 'gm'), '$1FIELD$2')
      .replace(new RegExp(`^( *"?${name}"?(?:: |=)).*$`, 'gm'), '$1FIELD')

/** Masked text; columns that were as wide as what is masked are squeezed, so that only the rest is compared. */
export function masked(text: string, masks: readonly Mask[]): string {
  if (masks.length === 0) return text
  const replaced = masks.reduce((result, mask) => mask(result), text)
  return /^\+-/m.test(text) ? replaced.replace(/-{2,}/g, '--').replace(/ {2,}/g, ' ') : replaced
}
