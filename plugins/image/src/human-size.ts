import type {Json} from '@osc-cli/core'

const SUFFIXES = ['', 'K', 'M', 'G', 'T', 'P', 'E', 'Z']

/** A number of bytes in powers of 1000, as osc-lib prints it: `1.5K`; 0 for an image without data. */
export function humanSize(bytes: Json | undefined): string {
  let size = Number(bytes ?? 0)
  let power = 0
  while (size >= 1000 && power < SUFFIXES.length - 1) {
    size /= 1000
    power += 1
  }
  return `${size.toFixed(1).replace(/\.0$/, '')}${SUFFIXES[power]}`
}
