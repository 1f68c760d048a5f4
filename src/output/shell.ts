import {machineValue} from '#output/cells'
import {pythonText} from '#output/python-text'
import {type Cell, Formatted, type ShowData} from '#output/types'

/** `name="value"` lines. Quotes are escaped and nothing else, as cliff does; names get underscores for what a shell refuses. */
export function shellLines({names, values}: ShowData, prefix: string): string {
  return names
    .map((name, place) => {
      const variable = name.toLowerCase().replaceAll(/[ :-]/g, '_')
      return `${prefix}${variable}="${text(values[place])}"\n`
    })
    .join('')
}

/** cliff escapes quotes in texts only, not in what it makes of other values. */
function text(cell: Cell): string {
  const plain = pythonText(machineValue(cell))
  return typeof cell === 'string' || cell instanceof Formatted ? plain.replaceAll('"', '\\"') : plain
}
