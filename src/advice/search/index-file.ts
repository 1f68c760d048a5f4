import type {SearchDocument, SearchIndex} from '#advice/search/types'
import {isObject} from '#json'

/** Change it when the meaning of an index changes: an index of another format is rebuilt from the manifest. */
const FORMAT = 4

/** An index as the build writes it to dist/search.jsonl: a line of JSON with the stems, then a line for each document. */
export const encodeIndex = ({documents, stems}: SearchIndex): string =>
  `${[JSON.stringify({format: FORMAT, stems}), ...documents].join('\n')}\n`

/** The index that was written; undefined when it has another format. SyntaxError when the text is something else. */
export function decodeIndex(text: string): SearchIndex | undefined {
  const [head = '', ...documents] = text.trimEnd().split('\n')
  const index: unknown = JSON.parse(head)
  if (!isObject(index) || index.format !== FORMAT) return undefined
  return {documents, stems: index.stems as SearchIndex['stems']}
}

/** A document by its place in the index. */
export const documentAt = ({documents}: SearchIndex, place: number): SearchDocument =>
  JSON.parse(documents[place] ?? '') as SearchDocument
