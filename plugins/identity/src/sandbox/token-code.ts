import {createHmac, randomBytes, timingSafeEqual} from 'node:crypto'
import {asArray, asText, decodeJson, type Json} from '@osc-cli/core'
import type {Keystone} from '#sandbox/keystone'

/** The signed content of a token, so that tokens are not stored. Times in milliseconds since 1970. */
export interface Ticket {
  userId: string
  methods: readonly string[]
  scope: Scope
  issuedAt: number
  expiresAt: number
  /** Its own audit ID, and that of the first token of the chain if it was created from another token. */
  auditIds: readonly string[]
  trustId?: string | undefined
  credentialId?: string | undefined
  accessTokenId?: string | undefined
}

export type Scope = {kind: 'project'; id: string} | {kind: 'domain'; id: string} | {kind: 'system'} | {kind: 'none'}

// The first bytes of a Fernet token: its version, and a time whose upper half is zero until 2106.
const START = 'gAAAAA'
const SIGNATURE = 16

export const newAuditId = (): string => randomBytes(16).toString('base64url')

export function encodeTicket(keystone: Keystone, ticket: Ticket): string {
  const {userId, methods, scope, issuedAt, expiresAt, auditIds, trustId, credentialId, accessTokenId} = ticket
  const target = 'id' in scope ? scope.id : null
  const rest = [trustId ?? null, credentialId ?? null, accessTokenId ?? null]
  return sign(keystone, 'token', [userId, methods, scope.kind, target, issuedAt, expiresAt, auditIds, ...rest])
}

/** Undefined if this sandbox did not sign the text. */
export function decodeTicket(keystone: Keystone, text: string): Ticket | undefined {
  const parts = unsign(keystone, 'token', text)
  if (!parts) return undefined
  const [userId, methods, kind, target, issuedAt, expiresAt, auditIds, trustId, credentialId, accessTokenId] = parts
  return {
    userId: String(userId),
    methods: asArray(methods).map(String),
    scope: scopeOf(asText(kind), asText(target)),
    issuedAt: Number(issuedAt),
    expiresAt: Number(expiresAt),
    auditIds: asArray(auditIds).map(String),
    trustId: asText(trustId),
    credentialId: asText(credentialId),
    accessTokenId: asText(accessTokenId),
  }
}

function scopeOf(kind: string | undefined, id: string | undefined): Scope {
  if ((kind === 'project' || kind === 'domain') && id !== undefined) return {kind, id}
  return kind === 'system' ? {kind} : {kind: 'none'}
}

/** Text in the format of Fernet tokens. A signature is only valid for one purpose. */
export function sign({cloud}: Keystone, purpose: string, content: unknown): string {
  const body = Buffer.from(JSON.stringify(content))
  return START + Buffer.concat([mac(cloud.secret('token-key'), purpose, body), body]).toString('base64url')
}

export function unsign({cloud}: Keystone, purpose: string, text: string): Json[] | undefined {
  if (!text.startsWith(START)) return undefined
  const bytes = Buffer.from(text.slice(START.length), 'base64url')
  // Decoding ignores invalid characters.
  if (START + bytes.toString('base64url') !== text) return undefined
  const [signature, body] = [bytes.subarray(0, SIGNATURE), bytes.subarray(SIGNATURE)]
  if (signature.length < SIGNATURE) return undefined
  return timingSafeEqual(signature, mac(cloud.secret('token-key'), purpose, body))
    ? asArray(decodeJson(body.toString()))
    : undefined
}

const mac = (key: string, purpose: string, body: Buffer): Buffer =>
  createHmac('sha256', key).update(`${purpose}:`).update(body).digest().subarray(0, SIGNATURE)
