import { randomId } from '../../core/api/random';
import type { FileKind } from '../../core/store/types';
import type { Chosen } from '../outbox/wishes';

export const MOST_FILES = 10;

/** What is known of a file before the server has seen it; a picture tells its size, so that its place can be kept. */
export async function choose(file: File): Promise<Chosen> {
  const kind = kindOf(file.type);
  const size = kind === 'image' ? await measure(file) : null;
  return {
    blob: file,
    attachment: {
      id: randomId(),
      name: file.name || `${kind}.${file.type.split('/')[1] ?? 'bin'}`,
      content_type: file.type,
      kind: kind === 'image' && size === null ? 'document' : kind,
      size: file.size,
      width: size?.width ?? null,
      height: size?.height ?? null,
      file_id: null,
      failed: false,
    },
  };
}

function kindOf(type: string): FileKind {
  const kind = type.split('/')[0];
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'document';
}

async function measure(file: File): Promise<{ width: number; height: number } | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const { width, height } = bitmap;
    bitmap.close();
    return { width, height };
  } catch {
    return null;
  }
}
