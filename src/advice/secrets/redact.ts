import {MASK} from '#cloud/trace/mask'
import {asArray, isObject, type Json} from '#json'

const SECRET_KEYS = /^(?:x[-_](?:auth|subject|service)[-_]token|auth_token|service_catalog|auth_ctx|openstack)$/i
// How Python prints such keys inside a text. A value that is a dict or list runs to the end of the text.
const DATA = /, data=\{[\s\S]*$/
const CONTEXTS = /(['"](?:service_catalog|auth_ctx|openstack)\\*['"]\s*:\s*)[{[('"\\][\s\S]*$/i
const TOKENS = /((?:x[-_](?:auth|subject|service)[-_]token|auth[-_]token)\\*['"]?\s*[:=]\s*u?\\*['"]?)[^\s'",}\\]+/gi
const FERNET = /\bgAAAA[\w-]{20,}={0,2}/g
/** Tokens of Keycloak. */
const JWT = /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g

/**
 * Text of Mistral without tokens and catalogs: `state_info` of a failed expression contains its whole context, with the
 * credentials of the caller.
 */
export const redactText = (text: string): string =>
  text
    .replace(DATA, `, data=${MASK}]`)
    .replace(CONTEXTS, `$1${MASK}`)
    .replace(TOKENS, `$1${MASK}`)
    .replace(FERNET, MASK)
    .replace(JWT, MASK)

/** A value of Mistral without tokens and catalogs, at any depth. */
export function redact(value: Json): Json {
  if (typeof value === 'string') return redactText(value)
  if (Array.isArray(value)) return asArray(value).map(redact)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, item && SECRET_KEYS.test(key) ? MASK : redact(item ?? null)]),
  )
}
