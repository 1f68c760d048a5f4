import {selectColumns} from '#output/columns'
import type {ShowFlags} from '#output/flags'
import type {Look, ShowData, Sink} from '#output/types'

/** Writes one thing in the format that was asked for, or with the formatter of a plugin. */
export async function writeShow(
  data: ShowData,
  flags: ShowFlags,
  sink: Sink,
  {formatter, colour = false}: Look = {},
): Promise<void> {
  const places = selectColumns(data.names, flags.column)
  const shown = places
    ? {names: places.map((place) => data.names[place] ?? ''), values: places.map((place) => data.values[place])}
    : data
  if (flags.query !== undefined) {
    const [{writeQuery}, {objectOf}] = await Promise.all([import('#output/query'), import('#output/json')])
    return await writeQuery(objectOf(shown.names, shown.values), flags.query, flags, sink)
  }
  if (!formatter) return await sink.write(await formatted(shown, flags, sink, colour))
  const options = {noindent: flags.noindent === true, width: sink.width}
  await sink.write(await safe(await formatter.show(shown, options), sink))
}

async function formatted(data: ShowData, flags: ShowFlags, sink: Sink, colour: boolean): Promise<string> {
  switch (flags.format) {
    case 'json': {
      const {jsonFields} = await import('#output/json')
      return await escaped(jsonFields(data, flags.noindent ? undefined : 2), sink)
    }
    case 'yaml': {
      const [{pythonYaml}, {objectOf}] = await Promise.all([import('#output/python-yaml'), import('#output/json')])
      // A document a field, as cliff does: the order stays and nothing is aliased.
      return data.names.map((name, place) => pythonYaml(objectOf([name], [data.values[place]]))).join('')
    }
    case 'shell': {
      const {shellLines} = await import('#output/shell')
      return await safe(shellLines(data, flags.prefix ?? ''), sink)
    }
    case 'value': {
      const {valueFields} = await import('#output/value')
      return await safe(valueFields(data.values), sink)
    }
    default: {
      const {showTable} = await import('#output/table')
      return showTable(data, flags, {width: sink.width, colour})
    }
  }
}

/** Of what JSON leaves as it is, DEL may steer a terminal. */
async function escaped(json: string, sink: Sink): Promise<string> {
  if (!sink.isTTY) return json
  const {escapeUnsafe} = await import('#output/sanitize')
  return escapeUnsafe(json)
}

async function safe(text: string, sink: Sink): Promise<string> {
  if (!sink.isTTY) return text
  const {sanitize} = await import('#output/sanitize')
  return sanitize(text)
}
