/** The microversions that the sandbox's Cinder accepts. */
export const MICROVERSIONS = {service: 'volume', lowest: '3.0', highest: '3.71'}

/** Cinder writes times without a zone. */
export const cinderTime = (time: Date): string => `${time.toISOString().slice(0, 19)}.000000`
