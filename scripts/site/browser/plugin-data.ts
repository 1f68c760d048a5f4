// In a browser, what `#plugins/data` is in osc.
import type {SearchData} from '../search-data.ts'

declare const oscSearch: SearchData

/** The words that plugins add to the search. */
export const pluginData = (): SearchData['words'] => oscSearch.words
