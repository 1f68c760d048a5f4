import {readdirSync, readFileSync} from 'node:fs'
import {asText, ConflictError, type Session} from '@osc-cli/core'
import {ownOrPublic} from '#engine/workflow'

const folder = new URL('../../workbooks/', import.meta.url)

/** The tag of workflows that osc has loaded, and that of their version. */
export const MANAGED = 'osc-managed'
export const VERSION = 'osc-tripleo-1'

/** A workbook of the plugin. */
export interface Workbook {
  name: string
  text: string
}

/** The workbooks, sorted by file name: Mistral resolves the workflows that they use when these run. */
export function workbooks(): Workbook[] {
  return readdirSync(folder)
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
  /** Whether osc did not create the one in the cloud: it may be that of tripleo-common. */
  foreign: boolean
}

/** Compares a workbook with the one of the same name in Mistral. */
async function compareWorkbook(session: Session, workbook: Workbook): Promise<Difference> {
  const {projectId} = await session.access()
  const found = await ownOrPublic(session, 'workbooks', {name: workbook.name})
  const definition = asText(found?.definition)
  const isOwn = found?.project_id === projectId
  return {
    ...workbook,
    change: definition === workbook.text ? 'keep' : isOwn ? 'update' : 'create',
    foreign: definition !== undefined && !definition.includes(MANAGED),
  }
}

/**
 * Loads the workbooks into Mistral; with `check`, nothing is changed. ConflictError for workbooks that osc did not create,
 * unless `force` is set.
 */
export async function setUp(session: Session, {check = false, force = false} = {}): Promise<Difference[]> {
  const differences = await Promise.all(workbooks().map((workbook) => compareWorkbook(session, workbook)))
  if (check) return differences
  const foreign = differences.filter((one) => one.foreign && one.change !== 'keep')
  if (foreign.length > 0 && !force)
    throw new ConflictError(
      `Mistral has workbooks that osc did not create: ${foreign.map(({name}) => name).join(', ')}.`,
      {hint: 'Deployments can use these. To replace them: osc undercloud setup --force'},
    )
  for (const difference of differences) await storeWorkbook(session, difference)
  return differences
}

/** Creates or updates a workbook. */
async function storeWorkbook(session: Session, {text, change}: Difference): Promise<void> {
  if (change === 'keep') return
  const method = change === 'create' ? 'POST' : 'PUT'
  // Mistral answers these requests as text, and refuses clients that ask for JSON.
  const headers = {'content-type': 'text/plain', accept: '*/*'}
  await session.request({service: 'workflow', method, path: '/workbooks', body: text, headers})
}
