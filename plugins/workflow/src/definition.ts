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
  const body = await readText(file, context.runtime)
  if (body === '') throw new UsageError(`${file} is empty.`)
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

/** What Mistral says about a definition. Where it is wrong is noted with line and column, which Mistral does not tell. */
export async function validate(context: Context, path: string, file: string): Promise<JsonObject> {
  const answer = await sendText(context, 'POST', path, file)
  if (answer.valid === false) await notePlaces(context, file, asText(answer.error) ?? '')
  return answer
}

/** Sends the text of a definition; where it is wrong is noted when Mistral refuses it. */
export async function sendDefinition(
  context: Context,
  ...[method, path, file, query]: [method: 'POST' | 'PUT', path: string, file: string, query: Query]
): Promise<JsonObject> {
  try {
    return await sendText(context, method, path, file, query)
  } catch (cause) {
    // Some mistakes, such as a comma in an expression, make Mistral fail with 500.
    if (cause instanceof HttpError && (cause.failure.status === 400 || cause.failure.status >= 500))
      await notePlaces(context, file, cause.message)
    throw cause
  }
}

async function notePlaces(context: Context, file: string, refusal: string): Promise<void> {
  const {placesOf} = await import('#lint/invalid')
  for (const {line, column, message} of placesOf(await readText(file, context.runtime), refusal))
    await context.note(`${file}:${line}:${column}: ${message}`)
}

/** The result of a validation. */
export const validationFields = {
  Valid: ({valid}: JsonObject) => valid ?? null,
  Error: ({error}: JsonObject) => error ?? null,
}
