/** Characters of a URL that the sandbox reads; servers in front of real services take about as many. */
const LONGEST_URL = 16_384

/** Refuses a request before anything looks at it: 421 for another host, 414 for a long URL; undefined when it may pass. */
export function refusalOf(request: Request, port: number): Response | undefined {
  if (!isOwnHost(request.headers.get('host') ?? '', port))
    return refuse(421, `The sandbox accepts only requests to the host 127.0.0.1:${port}.`)
  if (request.url.length > LONGEST_URL) return refuse(414, `The URL is longer than ${LONGEST_URL} characters.`)
  return undefined
}

/** Whether a request is for the sandbox. A web page whose domain resolves to 127.0.0.1 (DNS rebinding) sends its own domain. */
export const isOwnHost = (host: string | undefined, port: number): boolean =>
  host === `127.0.0.1:${port}` || host === `localhost:${port}`

const refuse = (code: number, message: string): Response => Response.json({error: {code, message}}, {status: code})
