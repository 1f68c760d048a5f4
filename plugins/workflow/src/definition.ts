import {
  asObject,
  asText,
  type CommandContext,
  Flags,
  HttpError,
  type JsonObject,
  type Query,
  readText,
  UsageError,
} from '@osc-cli/core'

/** `--namespace`, whose value may be omitted: the default namespace. */
export const namespaceFlag = {
  namespace: Flags.optionalValue({description: 'Namespace (default: the empty one)', helpValue: 'NAMESPACE', bare: ''}),
}

/** `--public` of definitions and code. */
export const publicFlag = {public: Flags.boolean({description: 'Make it available to all projects'})}

/** The query for both options. */
export const scopeQuery = (flags: {namespace?: string | undefined; public: boolean}): Query => ({
  scope: flags.public ? 'public' : 'private',
  namespace: flags.namespace || undefined,
})

/** Sends the text of a file, as Mistral takes definitions and code; the decoded answer. */
export async function sendText(
  context: Pick<CommandContext, 'session' | 'runtime'>,
  method: 'POST' | 'PUT',
  path: string,
  file: string,
  query: Query = {},
): Promise<JsonObject> {
  return await send(context, method, path, await definitionIn(context, file), query)
}

/** The text of a definition file. UsageError when it is empty. */
async function definitionIn({runtime}: Pick<CommandContext, 'runtime'>, file: string): Promise<string> {
  const text = await readText(file, runtime)
  if (text === '') throw new UsageError(`${file} is empty.`)
  return text
}

async function send(
  context: Pick<CommandContext, 'session'>,
  ...[method, path, body, query]: [method: 'POST' | 'PUT', path: string, body: string, query?: Query]
): Promise<JsonObject> {
  // Mistral answers these requests as text and refuses clients that ask for JSON.
  const headers = {'content-type': 'text/plain', accept: '*/*'}
  const session = await context.session()
  return asObject(await (await session.request({service: 'workflow', method, path, query, body, headers})).json())
}

/** Prints a definition or code as it was sent. */
export async function printText(context: Pick<CommandContext, 'print' | 'runtime'>, text: unknown): Promise<void> {
  const {stdout} = context.runtime
  const plain = asText(text) || '\n'
  if (stdout.isTTY) await context.print(plain.replace(/\n$/, ''))
  else await stdout.write(plain)
}

type Context = Pick<CommandContext, 'session' | 'runtime' | 'note'>

/** Mistral's answer about a definition. Errors are also noted with line and column, which Mistral does not report. */
export async function validate(context: Context, path: string, file: string): Promise<JsonObject> {
  const text = await definitionIn(context, file)
  const answer = await send(context, 'POST', path, text)
  if (answer.valid === false) await notePlaces(context, file, text, asText(answer.error) ?? '')
  return answer
}

/** Sends the text of a definition. When Mistral refuses it, errors are noted with line and column. */
export async function sendDefinition(
  context: Context,
  ...[method, path, file, query]: [method: 'POST' | 'PUT', path: string, file: string, query: Query]
): Promise<JsonObject> {
  // Read once: a pipe is empty the second time.
  const text = await definitionIn(context, file)
  try {
    return await send(context, method, path, text, query)
  } catch (cause) {
    // Some mistakes, such as a comma in an expression, make Mistral fail with 500.
    if (cause instanceof HttpError && (cause.failure.status === 400 || cause.failure.status >= 500))
      await notePlaces(context, file, text, cause.message)
    throw cause
  }
}

async function notePlaces(context: Context, file: string, text: string, refusal: string): Promise<void> {
  const {placesOf} = await import('#lint/invalid')
  for (const {line, column, message} of placesOf(text, refusal))
    await context.note(`${file}:${line}:${column}: ${message}`)
}

/** The result of a validation. */
export const validationFields = {
  Valid: ({valid}: JsonObject) => valid ?? null,
  Error: ({error}: JsonObject) => error ?? null,
}
