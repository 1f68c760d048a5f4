import type {Json, JsonObject} from '@osc-cli/core'
import type {Resource} from '#hot/resource'

/** A resource as written in a Heat template. */
export const bodyOf = ({type = '', properties, dependsOn}: Resource): JsonObject => ({
  type,
  ...(Object.keys(properties).length > 0 && {properties}),
  ...(dependsOn.size > 0 && {depends_on: [...dependsOn].map(({name}): Json => name)}),
})

/** A template for the members of a group that is scaled. */
export const nestedTemplate = (resources: readonly Resource[], parameters: JsonObject): JsonObject => ({
  heat_template_version: '2013-05-23',
  description: 'Scaling template',
  ...(Object.keys(parameters).length > 0 && {parameters}),
  resources: Object.fromEntries(resources.map((each) => [each.name, bodyOf(each)])),
})

/** Characters of a description in a line. */
const WIDTH = 80

/** A document as YAML, for services that read it by the rules of YAML 1.1. A description at the top is folded. */
export async function yamlText(content: JsonObject): Promise<string> {
  const {Document, Scalar, isScalar, visit} = await import('yaml')
  const document = new Document(content, {version: '1.1', aliasDuplicateObjects: false})
  visit(document, {
    Scalar(_, node) {
      // Scripts keep their lines.
      if (String(node.value).trim().includes('\n')) node.type = Scalar.BLOCK_LITERAL
    },
  })
  const description = document.get('description', true)
  if (isScalar(description) && String(description.value).endsWith('\n')) description.type = Scalar.BLOCK_FOLDED
  return document.toString({lineWidth: WIDTH, indentSeq: false})
}
