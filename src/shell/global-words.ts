import {globalOptions} from '#line/global-options'
import type {Runtime} from '#runtime'

/** The global options that the shell was given, as words to stand in front of each of its lines. */
export function globalWords({options, verbosity}: Pick<Runtime, 'options' | 'verbosity'>): string[] {
  const words = Object.entries(options).flatMap(([dest, value]) => {
    const option = globalOptions().find((each) => each.dest === dest)
    // How often -v was given is in the verbosity.
    if (!option || dest === 'verbose' || dest === 'quiet') return []
    return [value === true ? option.name : `${option.name}=${value}`]
  })
  if (verbosity < 0) return [...words, '-q']
  return verbosity > 0 ? [...words, `-${'v'.repeat(verbosity)}`] : words
}
