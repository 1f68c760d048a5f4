import {OscError} from '@osc-cli/core'

const BLOCK = 512

/** Files as a tar archive, in the ustar format. */
export function tar(files: ReadonlyMap<string, Buffer>, time: Date): Buffer {
  const parts = [...files].flatMap(([name, content]) => [
    header(name, content.length, time),
    content,
    Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK),
  ])
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)])
}

function header(name: string, size: number, time: Date): Buffer {
  const block = Buffer.alloc(BLOCK)
  const [prefix, base] = splitName(name)
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`
  const fields: [offset: number, text: string][] = [
    [0, base],
    [100, octal(0o644, 7)],
    [108, octal(0, 7)],
    [116, octal(0, 7)],
    [124, octal(size, 11)],
    [136, octal(Math.floor(time.getTime() / 1000), 11)],
    [148, ' '.repeat(8)],
    [156, '0'],
    [257, 'ustar\x0000'],
    [345, prefix],
  ]
  for (const [offset, text] of fields) block.write(text, offset)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** A name in the two fields of its header: at most 155 bytes of folders, and 100. */
function splitName(name: string): [prefix: string, base: string] {
  if (Buffer.byteLength(name) <= 100) return ['', name]
  for (let slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
    const [prefix, base] = [name.slice(0, slash), name.slice(slash + 1)]
    if (Buffer.byteLength(base) <= 100 && Buffer.byteLength(prefix) <= 155) return [prefix, base]
  }
  throw new OscError(`The path ${name} is too long for a tar archive.`, {hint: 'Shorten the names of its folders.'})
}
