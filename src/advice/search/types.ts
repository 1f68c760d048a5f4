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

/** The words of a package's commands. What a search does not find stays text, because to parse it would be most of the work. */
export interface SearchIndex {
  /** Each document as JSON. */
  documents: readonly string[]
  /** Stem to the fields that have it: "document field document field ...". */
  stems: Readonly<Record<string, string>>
}

/** The index of a plugin, and whether its commands can be run here. */
export interface SearchSource {
  index: SearchIndex
  plugin: string
  installed: boolean
  /** Whether a command of this name would run the plugin's; absent: all of them. */
  runs?: (id: string) => boolean
}
