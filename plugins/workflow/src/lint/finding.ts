/** Keys and positions that lead to a value of a definition. */
export type Path = readonly (string | number)[]

/** A problem of a definition. */
export interface Finding {
  path: Path
  rule: string
  severity: 'error' | 'warning'
  message: string
  /** `key`: the key is wrong, not its value. */
  at?: 'key'
}

export const error = (rule: string, path: Path, message: string, at?: 'key'): Finding => ({
  rule,
  path,
  message,
  severity: 'error',
  ...(at && {at}),
})

export const warning = (rule: string, path: Path, message: string): Finding => ({
  rule,
  path,
  message,
  severity: 'warning',
})
