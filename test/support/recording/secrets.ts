import type {RecordedRequest} from '../recorder.ts'

const SECRET_KEY = /^(?:.*secret.*|.*password|adminPass|blob|psk|private_key|totp|.*token)$/i
/** A shorter text would be replaced inside other words. */
const SHORTEST = 8

/** Secrets in what a cloud answered: tokens, and values of keys whose names say so. */
export function secretsOf(requests: readonly RecordedRequest[]): string[] {
  const found = new Set<string>()
  for (const {answer} of requests) {
    const token = answer?.headers['x-subject-token']
    if (typeof token === 'string') found.add(token)
    collect(answer?.body.toString() ?? '', found)
  }
  return [...found]
}

function collect(body: string, found: Set<string>): void {
  try {
    JSON.parse(body, (key, value: unknown) => {
      if (typeof value === 'string' && value.length >= SHORTEST && SECRET_KEY.test(key) && !value.startsWith('http'))
        found.add(value)
      return value
    })
  } catch {
    // Not JSON: bodies of that kind have no keys.
  }
}

/** Replaces secrets by texts of the same length, so that tables stay as wide, and signatures and console tokens in URLs. */
export function scrubbed(text: string, secrets: readonly string[]): string {
  const replaced = secrets.reduce((rest, secret) => rest.replaceAll(secret, filler(secret)), text)
  return replaced.replaceAll(
    /((?:Signature|temp_url_sig|AWSAccessKeyId)=|token(?:=|%3D))([^&"\s]+)/g,
    (_, name, value) => name + filler(value),
  )
}

const filler = (secret: string): string => 'scrubbed'.repeat(Math.ceil(secret.length / 8)).slice(0, secret.length)
