import {type Access, type JsonObject, ShowCommand} from '@osc-cli/core'

export default class TokenIssue extends ShowCommand {
  static override summary = 'Issue a token and show it'
  static override roles = []
  static override calls = ['POST /v3/auth/tokens']
  static override examples = [
    {command: 'osc token issue', description: 'Show a new token with its expiration time and scope'},
    {command: 'osc token issue -f value -c id', description: 'Print only the token, for scripts'},
  ]

  async run(): Promise<void> {
    await this.parse(TokenIssue)
    await this.show(tokenFields(await (await this.session()).access({fresh: true})))
  }
}

/** The scope of a token is a project, a domain, the system or none of them. */
function tokenFields({token, expiresAt, projectId, userId, domainId, system}: Access): JsonObject {
  const all = {
    id: token,
    expires: expiresAt && secondsOf(expiresAt),
    project_id: projectId,
    user_id: userId,
    domain_id: domainId,
    system: system ? 'all' : undefined,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value))
}

/** `2026-01-31T12:00:00.000000Z` as `2026-01-31T12:00:00+0000`; what is not a time, as it is. */
function secondsOf(time: string): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? time : `${date.toISOString().slice(0, 19)}+0000`
}
