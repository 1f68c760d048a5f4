// Preloaded into the program under test: its clock stands, so that ages do not depend on how fast this machine is.
const now = Number(process.env.STANDING_CLOCK)

Date.now = () => now
globalThis.Date = new Proxy(Date, {
  construct: (Original, values) => new Original(...(values.length === 0 ? [now] : values)),
})
