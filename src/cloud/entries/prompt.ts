import {isCi} from '#advice/next-steps/audience'
import type {CloudConfig} from '#cloud/config/types'
import {InterruptedError} from '#errors'
import {sanitize} from '#output/sanitize'
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
  /** Asks again until there is nothing wrong with the answer. */
  const askFor = async (
    name: string,
    question: string,
    problem: (answer: string) => string | undefined = () => undefined,
  ) => {
    for (;;) {
      const answer = (await ask(`${question}: `, runtime))?.trim()
      if (answer === undefined) throw new InterruptedError()
      const wrong = problem(answer)
      if (answer && wrong === undefined) answers[name] = answer
      if (wrong === undefined) return
      await stderr.write(`${sanitize(wrong)}\n`)
    }
  }
  if (lacks('auth_url'))
    await askFor('auth_url', 'Authentication URL, such as https://cloud.example.com:5000/v3', urlProblem)
  if (lacks('username', 'user_id'))
    await askFor('username', 'User name', (answer) => (answer === '' ? 'A user name is required.' : undefined))
  if (lacks('password')) answers.password = await readSecret(runtime, 'Password: ')
  if (lacks(...SCOPES)) await askFor('project_name', 'Project name (empty: none)')
  if (lacks('user_domain_name')) await askFor('user_domain_name', 'Domain of the user (empty: default)')
  if (lacks('project_domain_name') && answers.user_domain_name) answers.project_domain_name = answers.user_domain_name
  return answers
}

function urlProblem(url: string): string | undefined {
  if (url === '') return 'A URL is required.'
  return /^https?:\/\/[^/]/i.test(url) ? undefined : `'${url}' is not an HTTP URL. Begin with https:// or http://`
}
