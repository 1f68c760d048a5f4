import {
  asArray,
  asText,
  type CommandContext,
  ConflictError,
  declaredInputs,
  type JsonObject,
  NotFoundError,
  readText,
} from '@osc-cli/core'
import {Workbook, Workflow} from '#mistral'
import {REPLACE_SERVER, WORKBOOK, WORKBOOK_VERSION, workbookVersion} from '#names'

type Context = Pick<CommandContext, 'api' | 'session' | 'runtime'>

/** The names of a workflow's inputs. osc's own workflow is created or updated first if the project does not have it. */
export async function inputsOf(context: Context, workflow: string): Promise<string[]> {
  if (workflow === REPLACE_SERVER) await ensureWorkbook(context)
  const record = await context.api(Workflow).find(workflow)
  return declaredInputs(asText(record.input) ?? '')
}

async function ensureWorkbook(context: Context): Promise<void> {
  const stored = await context
    .api(Workbook)
    .find(WORKBOOK)
    .catch((cause: unknown): JsonObject | undefined => {
      if (cause instanceof NotFoundError) return undefined
      throw cause
    })
  const version = workbookVersion(asArray(stored?.tags))
  if (stored !== undefined && version === undefined)
    throw new ConflictError(`Workbook ${WORKBOOK} exists, and osc did not create it.`, {
      hint: `Delete it with: osc workbook delete ${WORKBOOK}. Or use a workflow of your own with --workflow.`,
    })
  // A newer osc may have stored a newer version, which heals the stacks of the project as well.
  if (version !== undefined && version >= WORKBOOK_VERSION) return
  const session = await context.session()
  await session.request({
    service: 'workflow',
    method: stored === undefined ? 'POST' : 'PUT',
    path: '/workbooks',
    body: await readText(WORKBOOK_FILE, context.runtime),
    // Mistral refuses clients that ask for JSON in answer to a text.
    headers: {'content-type': 'text/plain', accept: '*/*'},
  })
}

const WORKBOOK_FILE = new URL('../templates/workbook.yaml', import.meta.url).href
