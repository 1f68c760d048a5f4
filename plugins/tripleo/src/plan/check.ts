import {ConflictError, HttpError, type JsonObject, OscError, type Session, shellWord} from '@osc-cli/core'
import {isDict, isList} from '#jinja/values'
import {Container, manyAtOnce} from '#plan/container'
import type {PlanEnvironment} from '#plan/environment'
import {PARAMETERS_FILE} from '#plan/files'
import {toJson} from '#plan/json'
import {createPassword} from '#plan/passwords'
import type {Resolved} from '#plan/resolve'
import {secretsOf} from '#plan/secrets'

/** Maximum number of characters of files in the request; Heat's default limit for a request is 1 MiB of JSON. */
const INLINE = 500_000

/** Has Heat validate the templates of a plan, nested ones too, before the plan is stored. OscError with its reason. */
export async function checkWithHeat(session: Session, environment: PlanEnvironment, resolved: Resolved): Promise<void> {
  const small = [...resolved.files.values()].reduce((size, text) => size + text.length, 0) <= INLINE
  if (small) return await validate(session, environment, resolved, {files: Object.fromEntries(resolved.files)})
  // Heat reads the files of a container without that limit for the request.
  const staged = new Container(session, `${environment.name}-check`)
  if (!(await staged.put()))
    throw new ConflictError(`A container named ${staged.name} exists, which the validation would delete.`, {
      hint: `Delete it if an interrupted command left it behind: osc container delete --recursive ${shellWord(staged.name)}`,
    })
  try {
    await manyAtOnce(resolved.files, ([name, text]) => staged.write(name, Buffer.from(text)))
    await validate(session, environment, resolved, {files: {}, files_container: staged.name})
  } finally {
    await staged.destroy()
  }
}

async function validate(
  session: Session,
  environment: PlanEnvironment,
  resolved: Resolved,
  {files, ...rest}: {files: JsonObject; files_container?: string},
): Promise<void> {
  const body = {
    template: resolved.files.get(environment.template) ?? '',
    files: {
      ...files,
      ...Object.fromEntries(resolved.texts),
      [PARAMETERS_FILE]: JSON.stringify(parametersOf(environment)),
    },
    environment_files: [...environment.environments, PARAMETERS_FILE],
    ...rest,
  }
  try {
    const query = {show_nested: true}
    await session.request({service: 'orchestration', method: 'POST', path: '/validate', query, body})
  } catch (error) {
    if (!(error instanceof HttpError) || error.failure.status !== 400) throw error
    throw new OscError(`Heat does not accept the plan: ${error.message.replace(/ \(HTTP 400\).*$/s, '')}`, {
      cause: error,
      code: 'InvalidPlan',
      hint: /limit/i.test(error.message)
        ? 'Ask the operator to raise max_json_body_size in heat.conf, or use fewer templates.'
        : 'Correct the template or value that the message names.',
    })
  }
}

/** Heat answers a validation with the values of hidden parameters, which --debug prints: secrets are not sent for it. */
function parametersOf(environment: PlanEnvironment) {
  const isSecret = secretsOf(environment)
  const values = [...environment.values()].map(([key, value]) => {
    const name = String(key)
    return [name, toJson(isSecret(name) ? standIn(value) : value)]
  })
  return {
    parameter_defaults: Object.fromEntries(values),
    resource_registry: toJson(environment.part('resource_registry')),
  }
}

/** Another value of the same type, and of the same length where it is text. */
function standIn(value: unknown): unknown {
  if (typeof value === 'string') return createPassword(value.length)
  if (isDict(value)) return new Map()
  return isList(value) ? [] : value
}
