export function buildFont(): Promise<Buffer>
