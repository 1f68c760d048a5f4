import {type Finding, knownCommands, type Rule} from '#authoring/rules/rule'
import type {CommandFacts} from '#help/facts'
import {asArray, asObject} from '#json'

const ROLE = /^(?:(?:system|domain) )?[\w-]+$/
const CALL = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE) \//
const MICROVERSION = /^\d+\.\d+$/

/** What help, marks and refusals are made from: roles, requests, needs, services, commands to look at next. */
export const declared: Rule = (plugin) => {
  const known = knownCommands(plugin)
  const services = asArray(asObject(plugin.packageJson.osc).services).map(String)
  return plugin.commands.filter(({hidden}) => !hidden).flatMap((command) => problems(command, services, known))
}

function problems(command: CommandFacts, services: readonly string[], known: ReadonlySet<string>): Finding[] {
  const {id, roles, calls, seeAlso = [], needs = {}, flags, microversion, service} = command
  const versions = [microversion, ...Object.values(needs).map((need) => need.microversion)]
  const own = [service, ...Object.values(needs).map((need) => need.service)]
  const found: (false | string)[] = [
    !Array.isArray(roles) && 'roles is missing: the roles that are usually required, or [] if any token is sufficient.',
    !Array.isArray(calls) && 'calls is missing: the requests that the command sends, or [] if there are none.',
    ...(roles ?? []).map(
      (role) => !ROLE.test(role) && `'${role}' is not a role, such as admin, system reader or domain admin.`,
    ),
    ...(calls ?? []).map((call) => !CALL.test(call) && `'${call}' is not a request, such as GET /v2.1/servers/{id}.`),
    ...Object.keys(needs).map(
      (option) => !flags[option] && `needs names --${option}, which is not an option of the command.`,
    ),
    ...versions.map(
      (version) => version !== undefined && !MICROVERSION.test(version) && `'${version}' is not a microversion.`,
    ),
    ...own.map((type) => type !== undefined && !services.includes(type) && `Service '${type}' is not in osc.services.`),
    ...seeAlso.map((other) => !known.has(other) && `seeAlso names '${other}', which is not a command.`),
  ]
  return found.filter((message) => message !== false).map((message) => ({where: id, message}))
}
