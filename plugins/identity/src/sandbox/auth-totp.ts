import {createHmac} from 'node:crypto'
import {asObject, asText} from '@osc-cli/core'
import {unauthorized} from '#sandbox/failures'
import {findUser} from '#sandbox/find-user'
import {idOf} from '#sandbox/keystone'
import type {Method} from '#sandbox/sign-in'

/** Accepts the passcode of the current or previous 30 seconds for any TOTP credential of the user (RFC 6238). */
export const proofByTotp: Method = (keystone, payload) => {
  const user = findUser(keystone, payload.user, 'totp')
  const passcode = asText(asObject(payload.user).passcode)
  const credentials = keystone.records.credentials.find({user_id: idOf(user), type: 'totp'})
  const step = Math.floor(keystone.cloud.now().getTime() / 30_000)
  const isRight = credentials.some(({blob}) =>
    [step, step - 1].some((count) => passcodeAt(fromBase32(String(blob)), count) === passcode),
  )
  if (!isRight) throw unauthorized()
  return {userId: idOf(user)}
}

/** Six digits (RFC 4226). */
function passcodeAt(key: Buffer, count: number): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(count))
  const digest = createHmac('sha1', key).update(message).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  const number = digest.readUInt32BE(offset) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function fromBase32(text: string): Buffer {
  const bits = [...text.toUpperCase().replace(/[=\s]/g, '')].map((letter) =>
    Math.max(BASE32.indexOf(letter), 0).toString(2).padStart(5, '0'),
  )
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}
