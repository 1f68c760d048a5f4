import {randomBytes, scryptSync, timingSafeEqual} from 'node:crypto'
import {asText} from '@osc-cli/core'
import type {Documents} from '@osc-cli/core/sandbox'

// A fast hash is enough: the state file gives full access anyway, and authentication must take a millisecond.
const COST = {N: 256, r: 8, p: 1}

const hash = (secret: string, salt: string): Buffer => scryptSync(secret, salt, 32, COST)

/** Stores the hash of a password or secret under the ID of its owner. */
export function keepSecret(secrets: Documents, id: string, secret: string): void {
  const salt = randomBytes(12).toString('base64url')
  secrets.put(id, {id, salt, hash: hash(secret, salt).toString('base64url')})
}

export function isSecret(secrets: Documents, id: string, secret: string): boolean {
  const kept = secrets.get(id)
  const [salt, known] = [asText(kept?.salt), asText(kept?.hash)]
  if (salt === undefined || known === undefined) return false
  return timingSafeEqual(hash(secret, salt), Buffer.from(known, 'base64url'))
}
