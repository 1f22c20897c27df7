import { useQuery } from '@tanstack/react-query';
import { FormItem, NativeSelect } from '@vkontakte/vkui';
import { useEffect, useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { childrenOf, type TerritoryKind } from './server';
import { texts } from './texts';

interface Props {
  /** The way to what is chosen, from the top. */
  path: { id: number }[];
  problem?: string | undefined;
  label: (kind: TerritoryKind) => string;
  choose: string;
  /** The lowest territory chosen so far. */
  onChange: (id: number | null) => void;
}

/** A territory picked step by step: country, region, municipality. */
export function TerritoryField({ path, problem, label, choose, onChange }: Props) {
  const [chosen, setChosen] = useState<number[]>(() => path.map(({ id }) => id));
  const pick = (level: number, id: number | null) => {
    const next = [...chosen.slice(0, level), ...(id === null ? [] : [id])];
    setChosen(next);
    onChange(next.at(-1) ?? null);
  };
  return (
    <>
      {[null, ...chosen].map((parent, level) => (
        <Level key={`${level} ${parent}`} parent={parent} value={chosen[level] ?? null} problem={level === chosen.length ? problem : undefined} label={label} choose={choose} onPick={(id) => pick(level, id)} />
      ))}
    </>
  );
}

interface LevelProps extends Omit<Props, 'path' | 'onChange'> {
  parent: number | null;
  value: number | null;
  onPick: (id: number | null) => void;
}

function Level({ parent, value, problem, label, choose, onPick }: LevelProps) {
  const t = useTexts(texts);
  const { data } = useQuery({ queryKey: ['territories', 'below', parent], queryFn: () => childrenOf(parent) });
  const only = data?.length === 1 && parent === null ? data[0]!.id : null;
  // One country is no choice.
  useEffect(() => {
    if (only !== null && value === null) onPick(only);
  });
  if (!data || data.length === 0 || only !== null) return null;
  const id = `territory-below-${parent ?? 'top'}`;
  const guide = data.find((one) => one.id === value)?.guide_url;
  return (
    <FormItem top={label(data[0]!.kind)} htmlFor={id} status={problem ? 'error' : 'default'} bottom={problem} noPadding>
      <NativeSelect id={id} value={value ?? ''} aria-invalid={Boolean(problem)} onChange={(event) => onPick(event.target.value === '' ? null : Number(event.target.value))}>
        <option value="">{choose}</option>
        {data.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </NativeSelect>
      {guide && (
        <a href={guide} target="_blank" rel="noreferrer">
          {t('territory.guide.open')}
        </a>
      )}
    </FormItem>
  );
}
