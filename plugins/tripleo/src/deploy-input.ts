import {dirname, isAbsolute, join} from 'node:path'
import {asArray, asObject, asText, type CommandContext, readText} from '@osc-cli/core'
import {toJson} from '#plan/json'
import {readYaml} from '#plan/yaml'
import type {PlanInput} from '#plan-flags'

interface DeployInput extends PlanInput {
  'answers-file'?: string | undefined
  'libvirt-type'?: string | undefined
  'ntp-server'?: string | undefined
}

/** The options of a deployment as those of a plan: the answers file first, then what is on the line. */
export async function planInputOf({runtime}: Pick<CommandContext, 'runtime'>, flags: DeployInput): Promise<PlanInput> {
  const file = flags['answers-file']
  const answers = file === undefined ? {} : asObject(toJson(readYaml(file, await readText(file, runtime))))
  const fromFile = (path: string) => (isAbsolute(path) || file === undefined ? path : join(dirname(file), path))
  const templates = flags.templates || (asText(answers.templates) && fromFile(String(answers.templates)))
  const parameters = [
    ['NovaComputeLibvirtType', flags['libvirt-type']],
    ['NtpServer', flags['ntp-server']],
  ].flatMap(([key, value]) => (key !== undefined && value !== undefined ? [{key, value}] : []))
  return {
    ...flags,
    templates: templates || undefined,
    'environment-file': [
      ...asArray(answers.environments).map((path) => fromFile(String(path))),
      ...(flags['environment-file'] ?? []),
    ],
    parameter: [...parameters, ...(flags.parameter ?? [])],
  }
}
