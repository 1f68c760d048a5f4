/** How long ago something was, for people: `3 h old`. Times are milliseconds of the epoch. */
export function age(at: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - at) / 1000))
  if (seconds < 60) return `${seconds} s old`
  if (seconds < 3600) return `${Math.round(seconds / 60)} min old`
  if (seconds < 48 * 3600) return `${Math.round(seconds / 3600)} h old`
  return `${Math.round(seconds / 86_400)} days old`
}
