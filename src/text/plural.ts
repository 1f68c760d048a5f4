/** `rack` to `racks`, `policy` to `policies`, `mesh` to `meshes`, `shelf` to `shelves`; of several words the last one. */
export function plural(words: string): string {
  if (/(?:chassis|series)$/.test(words)) return words
  if (/(?:[aeo]l|ea)f$/.test(words)) return `${words.slice(0, -1)}ves`
  if (/[^aeiou]y$/.test(words)) return `${words.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh)$/.test(words) ? `${words}es` : `${words}s`
}
