// Preloaded into the program under test: fixes its time, so that ages do not depend on the speed of the machine.
const now = Number(process.env.STANDING_CLOCK)

Date.now = () => now
globalThis.Date = new Proxy(Date, {
  construct: (Original, values) => new Original(...(values.length === 0 ? [now] : values)),
})
