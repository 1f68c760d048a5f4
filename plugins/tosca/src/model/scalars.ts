import {asText, type Json} from '@osc-cli/core'
import {shownText} from '#model/shown'

type Units = Readonly<Record<string, number>>

const UNITS: Readonly<Record<string, Units>> = {
  'scalar-unit.size': {
    B: 1,
    kB: 1000,
    KiB: 1024,
    MB: 1000 ** 2,
    MiB: 1024 ** 2,
    GB: 1000 ** 3,
    GiB: 1024 ** 3,
    TB: 1000 ** 4,
    TiB: 1024 ** 4,
  },
  'scalar-unit.time': {d: 86400, h: 3600, m: 60, s: 1, ms: 1e-3, us: 1e-6, ns: 1e-9},
  'scalar-unit.frequency': {Hz: 1, kHz: 1e3, MHz: 1e6, GHz: 1e9},
  'scalar-unit.bitrate': {bps: 1, Kbps: 1e3, Mbps: 1e6, Gbps: 1e9, Tbps: 1e12},
}

const SCALAR = /^\s*(\d+(?:\.\d+)?)\s*([A-Za-z]+)\s*$/

/** A value with a unit in its basic unit: `1 GB` is 1000000000; undefined when it is not one. */
export function scalarNumber(value: Json, type: string): number | undefined {
  const [, number, unit = ''] = SCALAR.exec(asText(value) ?? '') ?? []
  const factor = Object.entries(UNITS[type] ?? {}).find(([name]) => name.toLowerCase() === unit.toLowerCase())?.[1]
  return number === undefined || factor === undefined ? undefined : Number(number) * factor
}

/** Less than, equal to or greater than 0, as the first value is; NaN when the values cannot be compared. */
export function compareValues(one: Json, other: Json, type: string): number {
  if (type === 'string') return compareTexts(shownText(one), shownText(other))
  if (type === 'version') return compareVersions(asText(one) ?? '', asText(other) ?? '')
  return numberOf(one, type) - numberOf(other, type)
}

const compareTexts = (one: string, other: string): number => Number(one > other) - Number(one < other)

function numberOf(value: Json, type: string): number {
  if (type === 'timestamp') return Date.parse(asText(value) ?? '')
  const text = asText(value)
  return scalarNumber(value, type) ?? (text === undefined ? Number.NaN : Number(text))
}

/** By the numbers that versions begin with. */
function compareVersions(one: string, other: string): number {
  const [parts, others] = [one, other].map((version) => version.split('.').map(Number))
  const differences = [0, 1, 2].map((index) => (parts?.[index] ?? 0) - (others?.[index] ?? 0))
  return differences.find((difference) => difference !== 0) ?? 0
}

export function scalarProblem(value: Json, type: string): string | undefined {
  if (scalarNumber(value, type) !== undefined) return undefined
  const units = Object.keys(UNITS[type] ?? {})
  return `${JSON.stringify(value)} is not a number with a unit (${units.join(', ')})`
}

/** A size in another unit; a number without a unit counts as that unit. */
export function sizeIn(unit: 'MB' | 'MiB' | 'GB' | 'GiB' | 'B', value: Json): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(asText(value) ?? '')) return Number(value)
  const bytes = scalarNumber(value, 'scalar-unit.size')
  return bytes === undefined ? undefined : bytes / (UNITS['scalar-unit.size']?.[unit] ?? 1)
}
