import {UsageError} from '@osc-cli/core'

const TIME = /^(\d{4})-(\d\d?)-(\d\d?) (\d\d?):(\d\d?)$/

/** A time as Mistral takes it, in UTC. Local times are read with the offset of their own date. */
export function firstTime(text: string | undefined, isUtc: boolean): string | undefined {
  if (!text) return undefined
  const [year = 0, month = 0, ...rest] = TIME.exec(text)?.slice(1).map(Number) ?? []
  const [day = 0, hour = 0, minute = 0] = rest
  const parts = [year, month - 1, day, hour, minute] as const
  const exact = new Date(Date.UTC(...parts))
  const isValid = exact.getUTCMonth() === month - 1 && exact.getUTCDate() === day && hour < 24 && minute < 60
  if (!isValid)
    throw new UsageError(`Option --first-time: '${text}' is not a time.`, {
      hint: "Use the form YYYY-MM-DD HH:MM, such as '2031-01-31 12:00'.",
    })
  const time = isUtc ? exact : new Date(...parts)
  return time.toISOString().slice(0, 16).replace('T', ' ')
}
