import assert from 'node:assert/strict'
import {renewalOf} from '#cloud/auth/renewal'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const MINUTE = 60_000

// When a token is renewed and when it ends, in minutes from now by this machine's clock, which says 12:00.
const cases: [
  string,
  {expires?: string; issued?: string; date?: string},
  at: number | undefined,
  end: number | undefined,
][] = [
  ['two minutes before it ends', {expires: '2026-11-24T13:00:00Z', date: 'Tue, 24 Nov 2026 12:00:00 GMT'}, 58, 60],
  [
    'after nine tenths of a short life',
    {expires: '2026-11-24T12:10:00Z', date: 'Tue, 24 Nov 2026 12:00:00 GMT'},
    9,
    10,
  ],
  [
    'by a clock that is five hours behind',
    {expires: '2026-11-24T18:00:00Z', date: 'Tue, 24 Nov 2026 17:00:00 GMT'},
    58,
    60,
  ],
  [
    'by a clock that is five hours ahead',
    {expires: '2026-11-24T08:00:00Z', date: 'Tue, 24 Nov 2026 07:00:00 GMT'},
    58,
    60,
  ],
  [
    'by the time of issue where there is no Date',
    {expires: '2026-11-24T18:00:00Z', issued: '2026-11-24T17:00:00.000000Z'},
    58,
    60,
  ],
  ['by the own clock where there is neither', {expires: '2026-11-24T13:00:00Z'}, 58, 60],
  ['at once when it has ended', {expires: '2026-11-24T11:00:00Z', date: 'Tue, 24 Nov 2026 12:00:00 GMT'}, 0, 0],
  ['never without an expiry', {date: 'Tue, 24 Nov 2026 12:00:00 GMT'}, undefined, undefined],
  ['never when the expiry is no time', {expires: 'some day'}, undefined, undefined],
]

describe('a token is renewed', () => {
  for (const [what, {expires, issued, date}, at, end] of cases) {
    it(what, () => {
      const renewal = renewalOf({expires_at: expires, issued_at: issued}, date, NOW)
      const minutes = (time: number | undefined) => (time === undefined ? undefined : (time - NOW) / MINUTE)
      assert.deepEqual([minutes(renewal.at), minutes(renewal.end)], [at, end])
    })
  }
})
