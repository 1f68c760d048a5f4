/** The noun that an argument or option names, as far as it is one: `users`, `user_domain`, `--parent-project`, `PROJECT`. */
export function nounOf(name: string, isNoun: (word: string) => boolean): string | undefined {
  const words = name.toLowerCase().replace(/^-+/, '').replaceAll(/[_-]/g, ' ')
  const forms = [words, words.replace(/s$/, ''), words.replace(/ies$/, 'y'), words.split(' ').at(-1) ?? '']
  return forms.find((form) => form !== '' && isNoun(form))
}
