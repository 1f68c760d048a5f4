// Less than this is what networks and the seconds of the Date header make.
const TOLERANCE = 60_000

/** How far this machine's clock is from a server's Date header, as `5 minutes behind`; undefined when it is right or unknown. */
export function clockSkew(date: string | undefined, now = Date.now()): string | undefined {
  const theirs = date === undefined ? Number.NaN : Date.parse(date)
  const off = now - theirs
  if (Number.isNaN(off) || Math.abs(off) < TOLERANCE) return undefined
  const minutes = Math.round(Math.abs(off) / 60_000)
  const [count, unit] = minutes < 120 ? [minutes, 'minute'] : [Math.round(minutes / 60), 'hour']
  return `${count} ${unit}${count === 1 ? '' : 's'} ${off < 0 ? 'behind' : 'ahead of'}`
}
