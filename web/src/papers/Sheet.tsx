import styles from './Papers.module.css';
import type { Block, Paper } from './server';

/** A paper as it will read; the file itself is set by the server. */
export function Sheet({ paper, label }: { paper: Paper; label: string }) {
  return (
    <article className={styles.sheet} aria-label={label} lang="ru">
      {paper.blocks.map((block, place) => (
        <Part key={place} block={block} />
      ))}
    </article>
  );
}

function Part({ block }: { block: Block }) {
  const { kind, text = '', right = '', rows = [] } = block;
  if (kind === 'head') return <p className={styles.head}>{text}</p>;
  if (kind === 'title') return <p className={styles.title}>{text}</p>;
  if (kind === 'right') return <p className={styles.to}>{text}</p>;
  if (kind === 'note') return <p className={styles.remark}>{text}</p>;
  if (kind === 'break') return <hr />;
  if (kind === 'table') return <Rows rows={rows} />;
  if (kind === 'pair' || kind === 'sign') {
    return (
      <p className={styles.pair}>
        <span>{text}</span>
        <span>{kind === 'sign' ? `__________ / ${right}` : right}</span>
      </p>
    );
  }
  return <p className={styles.indented}>{text}</p>;
}

function Rows({ rows }: { rows: string[][] }) {
  const [heads = [], ...rest] = rows;
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rest.map((row, place) => (
          <tr key={place}>
            {row.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
