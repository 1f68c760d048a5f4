import {isCi} from '#advice/next-steps/audience'
import type {CloudConfig} from '#cloud/config/types'
import {InterruptedError, UsageError} from '#errors'
import type {Runtime} from '#runtime'
import {ask} from '#terminal/ask'
import {readSecret} from '#terminal/read-secret'

const SCOPES = ['project_id', 'project_name', 'domain_id', 'domain_name', 'system_scope', 'trust_id']

/** Asks on a terminal for what a log-in with a password lacks. Nothing is asked elsewhere, or for other types. */
export async function promptForMissing(
  {auth, authType}: CloudConfig,
  runtime: Runtime,
): Promise<Record<string, string>> {
  const {stdin, stderr, env} = runtime
  if (!/^(?:v3)?password$/.test(authType) || !stdin().isTTY || !stderr.isTTY || isCi(env)) return {}
  const lacks = (...names: string[]) => names.every((name) => auth[name] === undefined)
  const answers: Record<string, string> = {}
  const askFor = async (name: string, question: string) => {
    const answer = await ask(`${question}: `, runtime)
    if (answer === undefined) throw new InterruptedError()
    if (answer.trim()) answers[name] = answer.trim()
  }
  if (lacks('auth_url')) {
    await askFor('auth_url', 'Authentication URL, such as https://cloud.example.com:5000/v3')
    refuseOther(answers.auth_url)
  }
  if (lacks('username', 'user_id')) await askFor('username', 'User name')
  if (lacks('password')) answers.password = await readSecret(runtime, 'Password: ')
  if (lacks(...SCOPES)) await askFor('project_name', 'Project name')
  if (lacks('user_domain_name')) await askFor('user_domain_name', 'Domain of the user (empty: default)')
  if (lacks('project_domain_name') && answers.user_domain_name) answers.project_domain_name = answers.user_domain_name
  return answers
}

/** At once, and not after all the other questions. */
function refuseOther(url: string | undefined): void {
  if (url === undefined || /^https?:\/\/[^/]/i.test(url)) return
  throw new UsageError(`'${url}' is not an HTTP URL.`, {hint: 'Begin with https:// or http://'})
}
