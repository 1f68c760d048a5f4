/** What a deletion prints, as mistralclient does: Mistral may still be working on it. */
export const accepted = (noun: string, name: string): string => `Request to delete ${noun} ${name} has been accepted.`
