/**
 * What finds a code in a picture: the browser's own detector where it reads these codes, else a library that comes when it
 * is needed. Some browsers have the detector's name and nothing behind it (Chrome on Windows and Linux): they are asked.
 */
export type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type DetectorClass = { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> }

const QR = 'qr_code'

export async function openDetector(
  own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector,
): Promise<Detector> {
  const formats = own ? await own.getSupportedFormats().catch(() => []) : []
  if (own && formats.includes(QR)) return new own({ formats: [QR] })
  const { BarcodeDetector } = await import('qr/decode.js')
  return new BarcodeDetector({ formats: [QR] }) as unknown as Detector
}
