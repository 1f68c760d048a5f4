interface Fit {
  /** Widths of the headers, which are never wrapped. */
  headers: readonly number[]
  minWidth: number
  /** Columns of the terminal that may be used; undefined when all are. */
  room: number | undefined
}

// A frame's bar and a blank at each side.
const BESIDE = 3

/**
 * The columns' widths, made narrower where the table would not fit: those that are narrower than an equal share keep
 * theirs, the others share what is left, but none gets less than `minWidth`. As cliff reckons.
 */
export function fitWidths(natural: readonly number[], {headers, minWidth, room}: Fit): number[] {
  const whole = natural.reduce((sum, width) => sum + width + BESIDE, 1)
  if (room === undefined || whole <= room || natural.length === 0) return [...natural]
  const usable = Math.max(0, room - 1 - BESIDE * natural.length)
  const share = Math.floor(usable / natural.length)
  const wide = [...natural.keys()].filter((place) => (natural[place] ?? 0) > share)
  const left = usable - natural.reduce((sum, width) => sum + (width <= share ? width : 0), 0)
  const each = Math.floor(left / wide.length)
  return natural.map((width, place) => {
    if (!wide.includes(place)) return width
    const last = place === wide.at(-1)
    const most = Math.max(minWidth, last ? left - each * (wide.length - 1) : each)
    return Math.max(Math.min(width, most), headers[place] ?? 0)
  })
}
