import type {Json, JsonObject} from '@osc-cli/core'
import type {Resource} from '#hot/resource'

/** A resource as it stands in a Heat template. */
export const bodyOf = ({type = '', properties, dependsOn}: Resource): JsonObject => ({
  type,
  ...(Object.keys(properties).length > 0 && {properties}),
  ...(dependsOn.size > 0 && {depends_on: [...dependsOn].map(({name}): Json => name)}),
})

/** Characters of a description in a line. */
const WIDTH = 80

/** A Heat template as YAML, which Heat reads by the rules of YAML 1.1. */
export async function templateText(template: JsonObject): Promise<string> {
  const {Document, Scalar, isScalar} = await import('yaml')
  const document = new Document(template, {version: '1.1', aliasDuplicateObjects: false})
  const version = document.get('heat_template_version', true)
  if (isScalar(version)) version.type = Scalar.PLAIN
  const description = document.get('description', true)
  if (isScalar(description)) description.type = Scalar.BLOCK_FOLDED
  return document.toString({lineWidth: WIDTH, indentSeq: false})
}
