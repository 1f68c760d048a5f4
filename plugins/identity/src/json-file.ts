import {givenJson, type Json, readText} from '@osc-cli/core'

/** The JSON in a file, or `fileOrJson` itself if it begins like an object or a list. */
export async function readJson(fileOrJson: string, cwd: string): Promise<Json> {
  const inline = /^\s*[[{]/.test(fileOrJson)
  const text = inline ? fileOrJson : await readText(fileOrJson, {cwd})
  return givenJson(text, inline ? 'The argument' : fileOrJson)
}
