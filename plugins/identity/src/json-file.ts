import {decodeJson, type Json, readText, UsageError} from '@osc-cli/core'

/** The JSON in a file, or `fileOrJson` itself if it begins like an object or a list. */
export async function readJson(fileOrJson: string, cwd: string): Promise<Json> {
  const inline = /^\s*[[{]/.test(fileOrJson)
  const text = inline ? fileOrJson : await readText(fileOrJson, {cwd})
  try {
    return decodeJson(text)
  } catch (error) {
    const source = inline ? 'The argument' : fileOrJson
    throw new UsageError(`${source} is not valid JSON: ${error instanceof Error ? error.message : error}.`, {
      cause: error,
    })
  }
}
