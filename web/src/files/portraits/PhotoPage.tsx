import { useQuery } from '@tanstack/react-query';
import { Icon56CameraOutline } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';
import { useRef, useState } from 'react';

import { queries } from '../../core/api/query';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { Avatar } from '../../core/ui/Avatar';
import { confirm, toast } from '../../core/ui/dialogs';
import { letteredName } from '../../core/ui/names';
import { Page, Section } from '../../core/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { refreshMe, useMe } from '../../identity/session';
import { CropArea } from './CropArea';
import { encoded, WHOLE } from './cropping';
import styles from './Portraits.module.css';
import { readOwn, removeOwn, sendPortrait, type OwnPortrait } from './server';
import { texts } from './texts';

const KEY = ['portraits', 'own'];

/** One's own photograph: chosen, cut to a square, sent, taken away. */
export default function PhotoPage() {
  const t = useTexts(texts);
  const query = useQuery({ queryKey: KEY, queryFn: readOwn });
  const off = query.data?.mode === 'off' && query.data.shown === 0;
  return (
    <Page title={t('photo.title')} up="/settings/profile" deep>
      {query.isPending && <LoadingState />}
      {query.error !== null && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {off && (
        <EmptyState icon={<Icon56CameraOutline />} title={t('photo.off')}>
          {t('photo.off.hint')}
        </EmptyState>
      )}
      {query.data && !off && <Own own={query.data} />}
    </Page>
  );
}

function Own({ own }: { own: OwnPortrait }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const me = useMe();
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const settle = async (deed: () => Promise<OwnPortrait>) => {
    try {
      queries.setQueryData(KEY, await deed());
      await refreshMe();
    } catch (error) {
      toast(explain(error), { failed: true });
    }
  };
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const opened = await createImageBitmap(file).catch(() => null);
    if (!opened) toast(t('photo.unreadable'), { failed: true });
    setPicture(opened);
  };
  const remove = async () => {
    if (!(await confirm({ title: t('photo.remove.ask'), action: t('photo.remove'), destructive: true }))) return;
    await settle(async () => {
      await removeOwn();
      return readOwn();
    });
  };
  if (picture) return <Cutting picture={picture} onEnd={() => setPicture(null)} onSend={settle} />;
  return (
    <Section hint={t('photo.hint')}>
      <div className={styles.own}>
        <Avatar id={me.id} title={letteredName(me)} size={160} portrait={own.waiting || own.shown} />
        <p role="status" className={styles.state}>
          {own.waiting ? t('photo.waiting') : null}
          {own.refused !== null && own.refused !== undefined && t('photo.refused', { reason: own.refused })}
        </p>
      </div>
      {own.mode === 'approval' && <p className={styles.note}>{t('photo.approval')}</p>}
      <div className={styles.buttons}>
        {own.mode !== 'off' && (
          <label className={styles.choose}>
            <input
              type="file"
              accept="image/jpeg,image/png,image/webp"
              onChange={(event) => void choose(event.target.files?.[0])}
            />
            <span>{t('photo.choose')}</span>
          </label>
        )}
        {Boolean(own.shown || own.waiting) && (
          <Button size="l" mode="secondary" appearance="negative" onClick={() => void remove()}>
            {t('photo.remove')}
          </Button>
        )}
      </div>
    </Section>
  );
}

interface CuttingProps {
  picture: ImageBitmap;
  onEnd: () => void;
  onSend: (deed: () => Promise<OwnPortrait>) => Promise<void>;
}

function Cutting({ picture, onEnd, onSend }: CuttingProps) {
  const t = useTexts(texts);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [crop, setCrop] = useState(WHOLE);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    const cut = canvas.current && (await encoded(canvas.current));
    if (!cut) return;
    setBusy(true);
    await onSend(async () => {
      const own = await sendPortrait(cut);
      toast(t(own.waiting ? 'photo.sent.waiting' : 'photo.sent.shown'));
      onEnd();
      return own;
    });
    setBusy(false);
  };
  return (
    <Section>
      <CropArea picture={picture} crop={crop} canvas={canvas} onChange={setCrop} />
      <div className={styles.buttons}>
        <Button size="l" loading={busy} onClick={() => void send()}>
          {t('photo.send')}
        </Button>
        <Button size="l" mode="secondary" onClick={onEnd}>
          {t('photo.cancel')}
        </Button>
      </div>
    </Section>
  );
}
