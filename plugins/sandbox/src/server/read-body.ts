import {SandboxFailure} from '@osc-cli/core/sandbox'

/** Reads the body of a request; 413 as soon as it is longer than `most` bytes. */
export async function readBody(request: Request, most: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > most) throw tooLarge(most)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > most) throw tooLarge(most)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const tooLarge = (most: number) => new SandboxFailure(413, `The request body is larger than ${most} bytes.`)
