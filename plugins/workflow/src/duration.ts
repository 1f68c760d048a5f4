import {asText, type Json} from '@osc-cli/core'

/** The milliseconds of a time such as `2026-01-31 12:00:00`, which is in UTC. */
export function timeOf(value: Json | undefined): number | undefined {
  const text = asText(value)
  return text ? Date.parse(`${text.replace(' ', 'T')}Z`) : undefined
}

/** Elapsed time as Python prints a timedelta, with `...` while it continues. */
export function duration(from: Json | undefined, to: Json | undefined, now: number): string {
  const start = timeOf(from)
  if (start === undefined) return ''
  const end = timeOf(to)
  if (end !== undefined) return timedelta(Math.round((end - start) / 1000))
  const seconds = Math.floor((now - start) / 1000)
  return seconds < 2 ? '...' : `${timedelta(seconds)}...`
}

function timedelta(seconds: number): string {
  const days = Math.floor(seconds / 86_400)
  const rest = seconds - days * 86_400
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = `${Math.floor(rest / 3600)}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`
  return days === 0 ? clock : `${days} day${Math.abs(days) === 1 ? '' : 's'}, ${clock}`
}
