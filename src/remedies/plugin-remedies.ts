import type {IndexedPlugin} from '#plugins/types'
import type {Remedy} from '#remedies/types'

/** What a plugin declares; nothing until its help is known. */
export async function pluginRemedies(_plugin: IndexedPlugin | undefined): Promise<readonly Remedy[]> {
  return []
}
