import {scopeText} from '#cloud/auth/access'
import {age} from '#context/age'
import type {Context} from '#context/context'

/** The user and the cloud in use, or the clouds to choose from. */
export function firstLine(context: Context, program: string): string {
  const {config, problem, access} = context
  if (!config) return `No cloud is selected. ${problem?.message ?? 'The configuration is unknown.'}`
  const described = config.name !== undefined || config.auth.auth_url !== undefined
  if (!described) {
    const choices = config.choices ?? []
    return choices.length > 0
      ? `No cloud is selected. Clouds: ${choices.join(', ')}.`
      : `No cloud is configured. See ${program} help clouds.`
  }
  const cloud = `Cloud ${config.name ?? String(config.auth.auth_url)}`
  const region = config.region === undefined ? [] : [`region ${config.region}`]
  if (!access) return `${[cloud, ...configured(config.auth), ...region].join(', ')} (not logged in yet).`
  const user = access.value.userName ?? access.value.userId ?? 'unknown'
  const parts = [cloud, scopeText(access.value), `user ${user}`, ...region]
  return `${parts.join(', ')} (logged in ${age(access.at, context.now).replace(/old$/, 'ago')}).`
}

const configured = ({project_name, username}: Readonly<Record<string, unknown>>): string[] => [
  ...(typeof project_name === 'string' ? [`project ${project_name}`] : []),
  ...(typeof username === 'string' ? [`user ${username}`] : []),
]
