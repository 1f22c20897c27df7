import type { FileInfo } from '../core/store/types';
import styles from './Attachments.module.css';
import { DocumentRow } from './DocumentRow';
import { ImageGrid } from './ImageGrid';
import { Player } from './Player';

interface Props {
  files: readonly FileInfo[];
  onView: (fileId: number) => void;
}

/** The files of a message: pictures together, then what plays, then documents. */
export function Attachments({ files, onView }: Props) {
  const images = files.filter(isPicture);
  const played = files.filter((file) => file.kind === 'video' || file.kind === 'audio');
  const documents = files.filter((file) => !isPicture(file) && !played.includes(file));
  return (
    <div className={styles.files}>
      {images.length > 0 && <ImageGrid files={images} onView={onView} />}
      {played.map((file) => (
        <Player key={file.id} file={file} />
      ))}
      {documents.map((file) => (
        <DocumentRow key={file.id} file={file} />
      ))}
    </div>
  );
}

/** An image nobody could measure is offered as a document: there is nothing to reserve a place by. */
const isPicture = (file: FileInfo): boolean => file.kind === 'image' && file.width !== null && file.height !== null;
