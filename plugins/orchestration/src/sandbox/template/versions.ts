import {asText, type JsonObject} from '@osc-cli/core'
import {invalidVersion} from '#sandbox/failures'

const ALIASES: Readonly<Record<string, string>> = {
  newton: '2016-10-14',
  ocata: '2017-02-24',
  pike: '2017-09-01',
  queens: '2018-03-02',
  rocky: '2018-08-31',
  wallaby: '2021-04-16',
}

export const HOT_VERSIONS = ['2013-05-23', '2014-10-16', '2015-04-30', '2015-10-15', '2016-04-08'].concat(
  Object.values(ALIASES),
)

/** The key of a version, the version, its dialect and its aliases. */
export interface Version {
  key: 'heat_template_version' | 'HeatTemplateFormatVersion' | 'AWSTemplateFormatVersion'
  version: string
  dialect: 'hot' | 'cfn'
  aliases: string[]
}

const CFN_VERSIONS: Version[] = [
  {key: 'AWSTemplateFormatVersion', version: '2010-09-09', dialect: 'cfn', aliases: []},
  {key: 'HeatTemplateFormatVersion', version: '2012-12-12', dialect: 'cfn', aliases: []},
]

export const VERSIONS: readonly Version[] = [
  ...CFN_VERSIONS,
  ...HOT_VERSIONS.map((version): Version => {
    const aliases = Object.keys(ALIASES).filter((alias) => ALIASES[alias] === version)
    return {key: 'heat_template_version', version, dialect: 'hot', aliases}
  }),
]

/** The version of a template; throws Heat's InvalidTemplateVersion. */
export function versionOf(raw: JsonObject): Version {
  const key = VERSIONS.map((known) => known.key).find((candidate) => raw[candidate] !== undefined)
  if (key === undefined) throw invalidVersion('The template version is invalid: Template version was not provided')
  const given = asText(raw[key]) ?? ''
  const candidates = VERSIONS.filter((known) => known.key === key)
  const version = candidates.find((known) => known.version === given || known.aliases.includes(given))
  if (version) return version
  const names = candidates.flatMap((known) => [known.version, ...known.aliases]).toSorted()
  throw invalidVersion(
    `The template version is invalid: "${key}: ${given}". "${key}" should be one of: ${names.join(', ')}`,
  )
}
