import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {asText, HttpError, type JsonObject, pathSegment, type Session} from '@osc-cli/core'

const folder = new URL('../../workbooks/', import.meta.url)

/** The tag of workflows that osc has loaded, and that of their version. */
export const MANAGED = 'osc-managed'
export const VERSION = 'osc-tripleo-1'

/** A workbook of the plugin. */
export interface Workbook {
  name: string
  text: string
}

/** Each workbook after those that it uses. */
export function workbooks(): Workbook[] {
  return readdirSync(fileURLToPath(folder))
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(file, folder), 'utf8')
      return {name: /^name: (\S+)$/m.exec(text)?.[1] ?? file, text}
    })
}

/** What `undercloud setup` does with a workbook. */
export type Change = 'create' | 'update' | 'keep'

/** How the workbook of a cloud differs from that of the plugin. */
export interface Difference extends Workbook {
  change: Change
  /** Whether the one in the cloud is of others, such as tripleo-common. */
  foreign: boolean
}

/** Compares a workbook with the one of the same name in Mistral. */
export async function compareWorkbook(session: Session, workbook: Workbook): Promise<Difference> {
  const found = await storedWorkbook(session, workbook.name)
  const definition = asText(found?.definition)
  return {
    ...workbook,
    change: definition === undefined ? 'create' : definition === workbook.text ? 'keep' : 'update',
    foreign: definition !== undefined && !definition.includes(MANAGED),
  }
}

/** Creates or updates a workbook. */
export async function storeWorkbook(session: Session, {text, change}: Difference): Promise<void> {
  if (change === 'keep') return
  const method = change === 'create' ? 'POST' : 'PUT'
  // Mistral answers these requests as text, and refuses clients that ask for JSON.
  const headers = {'content-type': 'text/plain', accept: '*/*'}
  await session.request({service: 'workflow', method, path: '/workbooks', body: text, headers})
}

async function storedWorkbook(session: Session, name: string): Promise<JsonObject | undefined> {
  try {
    return await session.get('workflow', `/workbooks/${pathSegment(name, 'workbook')}`)
  } catch (error) {
    if (error instanceof HttpError && error.failure.status === 404) return undefined
    throw error
  }
}
