import type { FileInfo } from '../core/store/types';

/** What the viewer shows: the pictures of one message, beginning with one of them. */
export interface Viewed {
  files: FileInfo[];
  fileId: number;
}

export const fileUrl = (id: number): string => `/api/files/${id}`;
export const previewUrl = (id: number): string => `/api/files/${id}/preview`;
