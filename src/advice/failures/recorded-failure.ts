import type {Evidence, Failure} from '#advice/remedies/types'
import {asArray, asObject, asText, decodeJson, isObject, type JsonObject} from '#json'

/** A failure as it is kept. No secrets: see `recordMask`. */
export interface RecordedFailure extends Failure {
  /** When, in milliseconds of the epoch. */
  at: number
  /** The line without osc. */
  argv: readonly string[]
  cloud: string | undefined
  version: string
}

// A file of another format is passed over; change this when the meaning of a key changes.
const FORMAT = 1

export const encodeFailure = (failure: RecordedFailure): string => JSON.stringify({format: FORMAT, ...failure})

/** A failure as it was kept; undefined when the text is something else. */
export function decodeFailure(text: string): RecordedFailure | undefined {
  const raw = parse(text)
  if (!isObject(raw) || raw.format !== FORMAT || typeof raw.at !== 'number') return undefined
  return {
    at: raw.at,
    argv: texts(raw.argv),
    cloud: asText(raw.cloud),
    version: asText(raw.version) ?? '',
    code: asText(raw.code) ?? '',
    exitStatus: typeof raw.exitStatus === 'number' ? raw.exitStatus : 1,
    message: asText(raw.message) ?? '',
    cause: asText(raw.cause) ?? '',
    ...(typeof raw.context === 'string' ? {context: raw.context} : {}),
    next: texts(raw.next),
    evidence: readEvidence(asObject(raw.evidence)),
  }
}

const texts = (value: JsonObject[string]): string[] => asArray(value).flatMap((entry) => asText(entry) ?? [])

function readEvidence({status, ...rest}: JsonObject): Evidence {
  const strings = Object.entries(rest).filter(([, value]) => typeof value === 'string')
  return {...(typeof status === 'number' ? {status} : {}), ...Object.fromEntries(strings)}
}

function parse(text: string): unknown {
  try {
    return decodeJson(text)
  } catch {
    return undefined
  }
}
