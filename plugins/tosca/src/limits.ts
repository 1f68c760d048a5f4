import {type Fault, Faults} from '#faults'
import type {Flavor} from '#hot/choose'
import {translate} from '#hot/translate'
import {workbookOf} from '#mistral/workbook'
import type {Template} from '#model/model'

/** Only a cloud knows its flavors; this one is large enough for every server. */
const ANY_FLAVOR: Flavor = {name: 'any', vcpus: Infinity, ram: Infinity, disk: Infinity}

/** What the translations reject in a valid template, by command. */
export async function limitsOf(
  template: Template,
  values: Readonly<Record<string, string>>,
): Promise<Map<string, readonly Fault[]>> {
  const [heat, mistral] = [new Faults(), new Faults()]
  translate(template, heat, {values, flavors: [ANY_FLAVOR], images: []})
  if (template.workflows.length > 0) await workbookOf(template, mistral, values)
  return new Map([
    ['translate template', heat.all],
    ['translate workflow', mistral.all],
  ])
}
