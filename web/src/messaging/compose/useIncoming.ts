import { useCallback, useRef, useState, type DragEvent } from 'react';

import { useT } from '../../core/i18n/useT';
import { toast } from '../../core/ui/dialogs';
import type { Chosen } from '../outbox/wishes';
import { choose, MOST_FILES } from './choose';

export interface Incoming {
  files: readonly Chosen[];
  add: (files: Iterable<File>) => void;
  remove: (id: string) => void;
  clear: () => void;
}

/** Files on their way into a message: chosen, pasted, or dropped anywhere on the chat. */
export function useIncoming() {
  const t = useT();
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  const [over, setOver] = useState(false);
  const depth = useRef(0);

  const add = useCallback(
    (incoming: Iterable<File>) => {
      void Promise.all([...incoming].map(choose)).then((chosen) =>
        setFiles((was) => {
          const all = [...was, ...chosen];
          if (all.length > MOST_FILES) toast(t('compose.too_many'), { failed: true });
          return all.slice(0, MOST_FILES);
        }),
      );
    },
    [t],
  );
  const remove = useCallback((id: string) => setFiles((was) => was.filter(({ attachment }) => attachment.id !== id)), []);
  const clear = useCallback(() => setFiles([]), []);

  const enter = (by: number) => {
    depth.current += by;
    setOver(depth.current > 0);
  };
  const drag = {
    onDragEnter: (event: DragEvent) => hasFiles(event) && enter(1),
    onDragLeave: (event: DragEvent) => hasFiles(event) && enter(-1),
    onDragOver: (event: DragEvent) => hasFiles(event) && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      add(event.dataTransfer.files);
    },
  };
  return { files, add, remove, clear, over, drag };
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
