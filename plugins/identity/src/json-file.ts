import {readFile} from 'node:fs/promises'
import {resolve} from 'node:path'
import {decodeJson, type Json, UsageError} from '@osc-cli/core'

/** The JSON that a file holds; text that begins as an object or a list does is that JSON itself. */
export async function readJson(fileOrJson: string, cwd: string): Promise<Json> {
  const inline = /^\s*[[{]/.test(fileOrJson)
  const text = inline ? fileOrJson : await textOf(resolve(cwd, fileOrJson))
  try {
    return decodeJson(text)
  } catch (error) {
    const where = inline ? 'What was given' : `File ${fileOrJson}`
    throw new UsageError(`${where} is no JSON: ${error instanceof Error ? error.message : error}.`, {cause: error})
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${error instanceof Error ? error.message : error}.`, {cause: error})
  }
}
