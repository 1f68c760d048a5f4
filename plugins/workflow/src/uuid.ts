const UUID = /^[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i

/** Whether a name or ID is an ID: Mistral takes them under different keys. */
export const isUuid = (text: string): boolean => UUID.test(text)

/** `{workflow_id: ...}` or `{workflow_name: ...}`. */
export const nameOrId = (noun: string, given: string): Record<string, string> => ({
  [`${noun}_${isUuid(given) ? 'id' : 'name'}`]: given,
})
