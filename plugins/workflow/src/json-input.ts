import {asObject, decodeJson, isObject, type Json, type JsonObject, readText, UsageError} from '@osc-cli/core'

/** An object given on the command line as JSON or YAML, or in a file; undefined when it is empty or not given. */
export async function objectInput(given: string | undefined, cwd: string): Promise<JsonObject | undefined> {
  if (!given) return undefined
  const value = isObject(await parsed(given)) ? await parsed(given) : await fileObject(given, cwd)
  return isObject(value) && Object.keys(value).length > 0 ? value : undefined
}

/** Any JSON value given on the command line or in a file. */
export async function jsonInput(given: string, cwd: string): Promise<Json> {
  try {
    return decodeJson(given)
  } catch {
    return await fileValue(given, cwd)
  }
}

/** The object in a JSON or YAML file. */
export async function fileObject(path: string, cwd: string): Promise<JsonObject> {
  const value = await fileValue(path, cwd)
  if (isObject(value)) return asObject(value)
  throw new UsageError(`${path} does not contain a JSON or YAML object.`)
}

async function fileValue(path: string, cwd: string): Promise<Json> {
  const text = await readText(path, {cwd}).catch((error: unknown) => {
    throw new UsageError(`'${path}' is not a JSON object and cannot be read as a file.`, {
      hint: `Pass JSON such as '{"name": "value"}', or the path of a file with it.`,
      cause: error,
    })
  })
  const value = await parsed(text)
  if (value !== undefined) return value
  const {readDocument} = await import('#yaml')
  const [{line, column, reason} = {line: 1, column: 1, reason: 'empty'}] = readDocument(text).faults
  throw new UsageError(`${path}:${line}:${column}: not valid JSON or YAML: ${reason}.`)
}

async function parsed(text: string): Promise<Json | undefined> {
  try {
    return decodeJson(text)
  } catch {
    const {parseYaml} = await import('#yaml')
    return parseYaml(text)
  }
}
