import type { FileInfo } from '../core/store/types';

/** Nobody but the author may open it yet, or anybody ever: the scanner has not answered, or has found something. */
export const isClosed = ({ scan }: { scan?: FileInfo['scan'] }): boolean => scan === 'waiting' || scan === 'infected';

/** The same files, what is closed among them as mere documents: there is nothing to look at or to play. */
export function withClosedAsDocuments<Carrier extends { files: FileInfo[] }>(carrier: Carrier): Carrier {
  if (!carrier.files.some(isClosed)) return carrier;
  return { ...carrier, files: carrier.files.map((file) => (isClosed(file) ? { ...file, kind: 'document' as const, purpose: null } : file)) };
}
