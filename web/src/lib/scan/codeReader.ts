import type { BarcodeDetector } from 'barcode-detector/ponyfill';

type Detector = typeof BarcodeDetector;

/** The text of a code in the picture, if there is one. */
export type ReadCode = (picture: HTMLVideoElement) => Promise<string | undefined>;

const FORMATS = ['qr_code', 'data_matrix', 'code_128', 'code_39', 'ean_13'] as const;

async function builtIn(): Promise<Detector | undefined> {
  const detector = (globalThis as { readonly BarcodeDetector?: Detector }).BarcodeDetector;
  const formats = await detector?.getSupportedFormats().catch(() => undefined);
  return formats?.includes('qr_code') ? detector : undefined;
}

/** Rejects where it cannot be fetched, and not when the first picture is read. */
async function fetched(): Promise<Detector> {
  const [{ BarcodeDetector, prepareZXingModule }, { default: wasm }] = await Promise.all([
    import('barcode-detector/ponyfill'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ]);
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  return BarcodeDetector;
}

async function prepared(): Promise<ReadCode> {
  const Kind = (await builtIn()) ?? (await fetched());
  const known = await Kind.getSupportedFormats();
  const detector = new Kind({ formats: FORMATS.filter((format) => known.includes(format)) });
  return async (picture) => (await detector.detect(picture))[0]?.rawValue;
}

let reader: Promise<ReadCode> | undefined;

/** The browser's own detector, or the one that is fetched where it has none; what failed is tried anew. */
export function codeReader(): Promise<ReadCode> {
  reader ??= prepared().catch((fault: unknown) => {
    reader = undefined;
    throw fault;
  });
  return reader;
}
