/** A text of a command or topic in which words are looked for. */
export interface Field {
  in: 'name' | 'alias' | 'summary' | 'description' | 'option' | 'argument' | 'example' | 'topic' | 'text'
  /** The option, argument, example or section that the text is of. */
  name?: string
  text: string
}

/** Something to be found: a command, or a topic of `osc help`. */
export interface SearchDocument {
  kind: 'command' | 'topic'
  id: string
  summary: string
  fields: readonly Field[]
}

/** The words of a package's commands, written by the build as dist/search.json. */
export interface SearchIndex {
  format: number
  documents: readonly SearchDocument[]
  /** Stem to the fields that have it: document, field, document, field, ... */
  stems: Readonly<Record<string, readonly number[]>>
}

/** The index of a plugin, and whether its commands can be run here. */
export interface SearchSource {
  index: SearchIndex
  plugin: string
  installed: boolean
  /** Whether a command of this name would run the plugin's; absent: all of them. */
  runs?: (id: string) => boolean
}

/** Change it when the meaning of an index changes: an index of another format is rebuilt from the manifest. */
export const FORMAT = 3
