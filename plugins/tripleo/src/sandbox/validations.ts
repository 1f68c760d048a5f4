import {asArray, asObject, type JsonObject} from '@osc-cli/core'
import {workbooks} from '#engine/setup'
import {toJson} from '#plan/json'
import {readYaml} from '#plan/yaml'
import {CHECKS, type Found} from '#sandbox/checks'
import type {Clients} from '#sandbox/clients'

const PREFIX = 'osc.check.v1.'

/** The result of a validation. The sandbox does not run those of the user, whose expressions it cannot evaluate. */
async function check(id: string, plan: string, cloud: Clients): Promise<Found> {
  const name = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : ''
  const run = Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined
  return run ? await run(plan, cloud) : {warned: ['The sandbox does not run this validation.']}
}

/** What `tripleo.validations.v1.run_validation` does. */
export async function runValidation({validation_name: id, plan}: JsonObject, cloud: Clients): Promise<JsonObject> {
  const {failed = [], warned = []} = await check(String(id), String(plan), cloud)
  return {
    validation_name: id ?? null,
    status: failed.length === 0 ? 'SUCCESS' : 'FAILED',
    stdout: [...failed, ...warned].join('\n'),
    stderr: '',
  }
}

/** What fails of the validations of a group. */
export async function checkGroup(group: string, plan: string, cloud: Clients): Promise<string[]> {
  const text = workbooks().find(({name}) => `${name}.` === PREFIX)?.text ?? ''
  const {workflows} = asObject(toJson(readYaml(PREFIX, text)))
  const names = Object.entries(asObject(workflows)).flatMap(([name, workflow]) =>
    asArray(asObject(workflow).tags).includes(`group:${group}`) ? [name] : [],
  )
  const found = await Promise.all(names.map((name) => check(`${PREFIX}${name}`, plan, cloud)))
  return found.flatMap(({failed = []}) => failed)
}
