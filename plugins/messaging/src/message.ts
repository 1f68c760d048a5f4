import {asText, type Columns, type JsonObject, type Row} from '@osc-cli/core'

/** The ID of a message: the last part of its path. */
export const messageId = ({href, id}: Row) => asText(id) ?? asText(href)?.split('?')[0]?.split('/').at(-1)

/** The ID of the claim on a message, which is in the query of its path. */
export const claimId = ({href}: Row) => asText(href)?.split('=')[1] ?? null

export const messageColumns: Columns = {
  ID: messageId,
  Body: 'body',
  TTL: 'ttl',
  Age: 'age',
  'Claim ID': claimId,
  Checksum: ({checksum}) => checksum ?? null,
}

export const newClaimColumns: Columns = {
  Claim_ID: claimId,
  Message_ID: messageId,
  TTL: 'ttl',
  Age: 'age',
  Messages: 'body',
  Checksum: ({checksum}) => checksum ?? null,
}

export const claimColumns: Columns = {Message_ID: messageId, Age: 'age', TTL: 'ttl', Message: 'body'}

/**
 * The messages up to the first that is repeated: after its first message, Zaqar on Redis starts the list again, so a single
 * message would be repeated without end.
 */
export async function* withoutRepeats(messages: AsyncIterable<JsonObject>): AsyncGenerator<JsonObject> {
  const listed = new Set<string | undefined>()
  for await (const message of messages) {
    const id = messageId(message)
    if (listed.has(id)) return
    listed.add(id)
    yield message
  }
}
