import {join} from 'node:path'
import {
  Args,
  asArray,
  asObject,
  asText,
  Flags,
  type JsonObject,
  OscCommand,
  OscError,
  pathSegment,
  shellWord,
} from '@osc-cli/core'
import {text} from '#jinja/text'
import {environmentOf, type PlanEnvironment} from '#plan/environment'
import {PlanFile} from '#plan/files'
import {findPlan} from '#plan/plan'
import {findStack} from '#plan/stack'
import {writeOutput} from '#write-output'

export default class OvercloudCredentials extends OscCommand {
  static override summary = 'Write the credentials of an overcloud to a file'
  static override description =
    'The file, PLANrc, sets the environment variables of its administrator. Only you can read it. Load it with: source PLANrc'
  static override roles = ['member']
  static override calls = [
    'HEAD /v1/{account}/{container}',
    'GET /v1/{account}/{container}/{object}',
    'GET /v1/{project_id}/stacks',
    'GET /v1/{project_id}/stacks/{name}/{id}',
  ]
  static override seeAlso = ['overcloud status', 'overcloud plan show']
  static override examples = [
    {command: 'osc overcloud credentials first', description: 'Write the credentials to firstrc'},
    {command: 'osc overcloud credentials --directory /tmp first', description: 'Write them to another folder'},
  ]
  static override args = {plan: Args.string({description: 'Plan (name)', required: true})}
  static override flags = {
    directory: Flags.optionalValue({
      description: 'Folder for the file (default: the current one)',
      helpValue: 'FOLDER',
      default: '.',
      bare: '.',
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(OvercloudCredentials)
    const session = await this.session()
    const plan = await findPlan(session, args.plan)
    const environment = environmentOf(await plan.readAll([PlanFile.environment]))
    const {id} = await findStack(session, args.plan)
    const path = `/stacks/${pathSegment(args.plan, 'stack')}/${pathSegment(String(id), 'stack')}`
    const {stack} = await session.get('orchestration', path)
    const file = join(flags.directory, `${args.plan}rc`)
    await writeOutput(this, file, rcFile(args.plan, keystoneUrl(args.plan, asObject(stack)), environment), {
      secret: true,
    })
    await this.note(`File ${file} was written. Load it with: source ${shellWord(file)}`)
  }
}

function keystoneUrl(plan: string, {outputs}: JsonObject): string {
  const output = asArray(outputs)
    .map(asObject)
    .find(({output_key: key}) => key === 'KeystoneURL')
  const url = asText(output?.output_value)
  if (url !== undefined && URL.canParse(url)) return url
  if (url !== undefined)
    throw new OscError(`The output KeystoneURL of plan ${plan} is not a URL: '${url}'.`, {
      hint: `Show the outputs with: osc stack output show --all ${shellWord(plan)}`,
    })
  throw new OscError(`The stack of plan ${plan} has no output KeystoneURL.`, {
    hint: `List its outputs with: osc stack output list ${shellWord(plan)}`,
  })
}

function rcFile(plan: string, url: string, environment: PlanEnvironment): string {
  const values = environment.values()
  const password = values.get('AdminPassword')
  if (password === undefined)
    throw new OscError(`The plan ${plan} has no value for AdminPassword.`, {
      hint: `Set one with: osc overcloud plan set ${shellWord(plan)} --parameter AdminPassword=PASSWORD`,
    })
  const variables = {
    OS_AUTH_TYPE: 'password',
    OS_AUTH_URL: url,
    OS_IDENTITY_API_VERSION: '3',
    OS_USERNAME: 'admin',
    OS_PASSWORD: text(password),
    OS_PROJECT_NAME: 'admin',
    OS_USER_DOMAIN_NAME: 'Default',
    OS_PROJECT_DOMAIN_NAME: 'Default',
    OS_REGION_NAME: text(values.get('KeystoneRegion') ?? 'regionOne'),
    OS_CLOUDNAME: plan,
    no_proxy: new URL(url).hostname,
  }
  const lines = Object.entries(variables).map(([name, value]) => `export ${name}=${quoted(value)}\n`)
  // Variables of the undercloud would be mixed with these.
  return `for name in $(env | sed -n 's/^\\(OS_[A-Z_]*\\)=.*/\\1/p'); do unset "$name"; done\n${lines.join('')}`
}

/** A word of the shell in quotes, whatever is in it. */
const quoted = (value: string): string => `'${value.replaceAll("'", "'\\''")}'`
