import {isFailure} from '#errors'

/** What `osc doctor` found out about one thing, in one line, and one fix. */
export interface Finding {
  check: 'configuration' | 'files' | 'network' | 'tls' | 'clock' | 'authentication' | 'endpoint' | 'plugins' | 'path'
  level: 'ok' | 'warning' | 'error' | 'skipped'
  says: string
  fix?: string | undefined
  /** Exit status that an error of this kind has. */
  status?: number
}

type Check = Finding['check']

export const ok = (check: Check, says: string): Finding => ({check, level: 'ok', says})

export const warning = (check: Check, says: string, fix?: string): Finding => ({check, level: 'warning', says, fix})

export const skipped = (check: Check, says: string): Finding => ({check, level: 'skipped', says})

/** What an error says, as a finding; any other error is thrown again. */
export function failed(check: Check, error: unknown): Finding {
  if (!isFailure(error)) throw error
  return {check, level: 'error', says: oneLine(error.message), fix: oneLine(error.hint), status: error.exitCode}
}

function oneLine(text: string): string
function oneLine(text: string | undefined): string | undefined
function oneLine(text: string | undefined): string | undefined {
  return text?.trim().replace(/\s*\n\s*/g, ' ')
}

/** The exit status of the worst finding: 0 without errors, else that of the first one. */
export const statusOf = (findings: readonly Finding[]): number =>
  findings.find(({level}) => level === 'error')?.status ?? 0
