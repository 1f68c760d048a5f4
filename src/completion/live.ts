import type {Candidate} from '#completion/candidates'

/** Names of a noun that the selected cloud was seen to have; none yet. */
export function liveNames(
  _noun: string,
  _words: readonly string[],
  _cacheDir: string,
  _env: Readonly<Record<string, string | undefined>>,
): readonly Candidate[] {
  return []
}
